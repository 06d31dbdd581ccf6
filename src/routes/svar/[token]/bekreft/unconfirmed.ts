import { may } from '#lib/domain/access.ts';
import type { App as Opened } from '#lib/server/app.ts';
import { isConfirmed, listConfirmations } from '#lib/server/report-confirmation.ts';
import { listVersions, type Report } from '#lib/server/report.ts';
import { isOpenFor, type Respondent } from '../respondent.ts';

/** The newest version when it came by phone and waits for whoever asks, who may send, to confirm it; else null. */
export async function readUnconfirmed(app: Opened, respondent: Respondent): Promise<Report | null> {
  const { actor, user } = respondent;
  if (!may(user, { action: 'send_answer', ...actor }) || !isOpenFor(respondent, app.clock())) return null;
  const { latest, confirmations } = await app.db.transaction(actor, async (tx) => ({
    latest: (await listVersions(tx, actor.roundId, actor.municipalityNo))[0],
    confirmations: await listConfirmations(tx, actor)
  }));
  return latest && !isConfirmed(latest, confirmations[0]?.version) ? latest : null;
}

import { parseAddon, type Question } from '#lib/domain/questionnaire.ts';
import type { Round } from '#lib/domain/round.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/**
 * Changes a region's own questions in a round that is being prepared, on top of what others have changed until now;
 * false when `change` gives null, and nothing is changed. Throws not found for a round the actor may not change, and a
 * conflict for one that has been opened.
 */
export async function changeAddon(
  tx: Tx,
  round: Pick<Round, 'id' | 'korusRegion'>,
  change: (addon: readonly Question[]) => readonly Question[] | null,
  at: Date
): Promise<boolean> {
  const [kept] = await tx.query<{ addon: unknown; openedAt: Date | null }>(
    `select addon, opened_at as "openedAt" from round where id = $1 for update`,
    [round.id]
  );
  if (!kept) throw Problem.notFound();
  if (kept.openedAt !== null) throw Problem.conflict('questions-frozen');
  const before = parseAddon(kept.addon);
  const after = change(before);
  if (after === null) return false;
  const changed = await tx.query(`update round set addon = $2 where id = $1 returning id`, [
    round.id,
    JSON.stringify(after)
  ]);
  if (changed.length === 0) throw Problem.notFound();
  await recordAudit(tx, {
    at,
    chain: round.korusRegion,
    action: 'questions_changed',
    subject: round.id,
    detail: { before: before.map(({ key }) => key), after: after.map(({ key }) => key) }
  });
  return true;
}

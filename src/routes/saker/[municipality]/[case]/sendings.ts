import { decisionOn } from '#lib/domain/case/letterhead.ts';
import { dayOf } from '#lib/domain/day.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { listLetterheads } from '#lib/server/case/letterhead.ts';
import type { Tx } from '#lib/server/db.ts';
import { sentFilesOf } from '#lib/server/dispatch/sent-file.ts';
import { listDispatches, listDispatchEvents } from '#lib/server/dispatch/outbox.ts';
import { changesOf } from '../../sending-action.ts';
import { requirePosting } from '../../open-cases.ts';

/** What was sent in a case and what became of it, and which ways are open for what comes next. */
export async function sendingsOf(tx: Tx, file: StoredCase, app: App.Locals['app']) {
  const { sends, localOutbox } = requirePosting(app);
  const { municipalityNo, unitNo } = file;
  const dispatches = [];
  for (const dispatch of await listDispatches(tx, municipalityNo, file.id)) {
    const events = await listDispatchEvents(tx, dispatch);
    dispatches.push({
      ...dispatch,
      events: events.toReversed(),
      changes: changesOf(dispatch),
      files: sentFilesOf(dispatch)
    });
  }
  return {
    dispatches,
    hasLetterhead: decisionOn(await listLetterheads(tx, unitNo), dayOf(app.clock())) !== null,
    staysHere: localOutbox !== null,
    sendsLetters: sends('letter', municipalityNo),
    sendsNotices: sends('notice', municipalityNo)
  };
}

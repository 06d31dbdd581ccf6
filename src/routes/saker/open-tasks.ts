import type { StoredCase } from '#lib/server/case/file.ts';
import type { Tx } from '#lib/server/db.ts';
import { listDispatchTasks } from '#lib/server/dispatch/outbox.ts';
import { sentFilesOf } from '#lib/server/dispatch/sent-file.ts';
import { changesOf } from './sending-action.ts';

/** What was sent in these cases and needs somebody, with the number of its case and what solves it, the oldest first. */
export async function openTasks(tx: Tx, cases: readonly StoredCase[]) {
  const tasks = [];
  for (const municipalityNo of new Set(cases.map((file) => file.municipalityNo))) {
    for (const dispatch of await listDispatchTasks(tx, municipalityNo)) {
      const file = cases.find(({ id }) => id === dispatch.caseId);
      if (!file) continue;
      const { id, kind, state, task, channel, createdAt } = dispatch;
      const { number, year } = file;
      tasks.push({
        ...{ municipalityNo, id, caseId: file.id, number, year, kind, state, task, channel, createdAt },
        changes: changesOf(dispatch),
        files: sentFilesOf(dispatch)
      });
    }
  }
  return tasks;
}

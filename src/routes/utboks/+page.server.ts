import { listMessages } from '#lib/server/message.ts';
import { Problem } from '#lib/server/problem.ts';
import type { PageServerLoad } from './$types';

const most = 50;

// A public page of the demonstration only, where no mail leaves the machine; elsewhere it does not exist.
export const load: PageServerLoad = async ({ locals }) => {
  const { app } = locals;
  if (!app.env.isDemonstration || app.env.SMTP_URL) throw Problem.notFound();
  return { messages: await app.db.transaction({ kind: 'system', task: 'outbox' }, (tx) => listMessages(tx, most)) };
};

import type { Outgoing } from '#lib/domain/case/dispatch.ts';
import { listMessages } from '#lib/server/message.ts';
import { Problem } from '#lib/server/problem.ts';
import type { PageServerLoad } from './$types';

const most = 50;

// A public page of the demonstration only, where no mail leaves the machine; elsewhere it does not exist.
export const load: PageServerLoad = async ({ locals }) => {
  const { app } = locals;
  if (!app.env.isDemonstration || app.env.SMTP_URL) throw Problem.notFound();
  const messages = await app.db.transaction({ kind: 'system', task: 'outbox' }, (tx) => listMessages(tx, most));
  const parcels = app.posting?.localOutbox?.parcels ?? [];
  return { messages, parcels: parcels.map(({ reference, message }) => ({ reference, ...shownOf(message) })) };
};

/** The outside of a message: its receiver and what stands where others may see it. The letter itself is in the case. */
function shownOf(message: Outgoing) {
  const { channel } = message;
  if (channel === 'sms') return { channel, to: message.to.phone, title: message.text, files: [] };
  return { channel, to: message.to.name, title: message.title, files: message.files.map(({ name }) => name) };
}

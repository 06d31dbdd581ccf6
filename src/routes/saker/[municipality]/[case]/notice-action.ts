import { fail, type RequestEvent } from '@sveltejs/kit';
import { sendingChannels } from '#lib/domain/case/case-file.ts';
import type { SendingFault } from '#lib/domain/case/summons-plan.ts';
import { dayOf, readDay } from '#lib/domain/day.ts';
import type { Register } from '#lib/server/case/data-key.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { listNotices } from '#lib/server/case/notice.ts';
import { sendNotice } from '#lib/server/dispatch/sent-notice.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireCase, requireKeys, requirePosting } from '../../open-cases.ts';
import { makeNotice, type Noticed } from './letters.ts';

type Params = { municipality: string; case: string };
const refuse = (notice: { number: number; fault: SendingFault | null }) =>
  fail(400, { done: null, failed: null, notice });

/** Sends a notice digitally, or records that it was posted or given; the notice as it was is kept with the case. */
export async function noticeAction(event: RequestEvent<Params>) {
  const { form } = await readSignedInForm(event);
  const { user, actor, app } = openCases(event.locals, event.url);
  const masters = requireKeys(app);
  const at = app.clock();
  const typed = readTyped(form, dayOf(at));
  const number = Number(form.get('number'));
  const result = await app.db.transaction(actor, async (tx) => {
    const { file, parts } = await requireCase(tx, user, event.params);
    if (!parts.includes('case_officer')) throw Problem.notFound();
    if (!typed) return 'unread';
    const writer = { app, officer: user.name, language: event.locals.language };
    return send({ tx, masters, at }, file, { ...typed, number }, { ...writer, by: user.personId });
  });
  if (result !== 'sent') return refuse({ number, fault: result === 'unread' ? null : result });
  return { done: 'moved' as const, failed: null };
}

/** How a notice is sent, and on which day: digitally today, on paper today or earlier; null when that was not said. */
function readTyped(form: FormData, today: string) {
  const channel = sendingChannels.find((one) => one === form.get('channel'));
  const sentOn = channel === 'svarut' ? today : readDay(String(form.get('sentOn')));
  return channel && sentOn !== null && sentOn <= today ? { channel, sentOn } : null;
}

type Typed = NonNullable<ReturnType<typeof readTyped>> & { number: number };

async function send(
  register: Register,
  file: StoredCase,
  { channel, sentOn, number }: Typed,
  writer: Noticed & { by: string }
): Promise<SendingFault | 'sent'> {
  const { tx, at } = register;
  const { vault, sends } = requirePosting(writer.app);
  const kept = (await listNotices(tx, file)).find((one) => one.number === number && one.sentOn === null);
  if (!kept) throw Problem.notFound();
  const made = await makeNotice(register, file, kept, writer);
  if (channel === 'svarut') {
    if (!sends('notice', file.municipalityNo)) return 'not_set_up';
    if (!made?.hasRecipient) return made ? 'recipient' : 'letterhead';
  }
  await sendNotice(tx, file, { number, channel, sentOn, notice: made?.notice ?? null }, { at, vault, by: writer.by });
  return 'sent';
}

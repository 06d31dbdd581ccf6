import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { askForCorrection } from '#lib/server/correction-request.ts';
import { listAdvisers } from '#lib/server/person.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';
import type { Respondent } from '../respondent.ts';

const longestText = 300;

/** What a municipality wants put right, and what is wrong with the text itself. */
export function readCorrection(form: FormData, language: Language): { text: string; problem: string | null } {
  const { correction } = messagesIn(language).answering;
  const typed = form.get('text');
  const text = typeof typed === 'string' ? typed.replaceAll('\0', '').replace(/\s+/g, ' ').trim() : '';
  if (text === '') return { text, problem: correction.missing };
  return { text, problem: text.length > longestText ? correction.tooLong(text.length) : null };
}

/** Queues the request to every adviser of the region; `nobody` when it has none, and then nothing is queued. */
export async function sendCorrection(
  { app, language }: App.Locals,
  { actor, round, municipalityName }: Respondent,
  text: string
): Promise<'sent' | 'nobody'> {
  const { roundId, municipalityNo } = actor;
  const { mail } = messagesIn(language).answering.correction;
  const now = app.clock();
  await takeFromLimit(app, { limit: 'correctionPerAssignment', subject: `${roundId}/${municipalityNo}` });
  const advisers = await app.db.transaction({ kind: 'system', task: 'correction_request' }, (tx) =>
    listAdvisers(tx, round.korusRegion, now)
  );
  const recipients = advisers.flatMap(({ email }) => email ?? []);
  if (recipients.length === 0) return 'nobody';
  const link = `${app.origin}/kartlegging/${roundId}/${municipalityNo}`;
  const body = mail.body({ municipality: municipalityName, round: round.name, text, link });
  const letter = { recipients, subject: mail.subject(municipalityName, round.name), body };
  await app.db.transaction(actor, (tx) => askForCorrection(tx, actor, letter, now));
  return 'sent';
}

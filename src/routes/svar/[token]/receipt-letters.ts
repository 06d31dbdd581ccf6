import { answerAddress } from '#lib/domain/answer-address.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { NewMessage } from '#lib/server/message.ts';
import type { Report } from '#lib/server/report.ts';
import { answerToken } from '#lib/server/token.ts';
import type { Respondent } from './respondent.ts';

/**
 * The mails that tell of a new version: to the municipality's contact and to the address its sender gave. No figure
 * stands in them, and the answer link only in the one to the contact, who has it already: an address may be mistyped.
 */
export function receiptLetters(
  { app, language }: Pick<App.Locals, 'app' | 'language'>,
  { assignment, setting, round, municipalityName, user }: Respondent,
  senderEmail: string | null
): (report: Report) => NewMessage[] {
  const { mail } = messagesIn(language).answering;
  const { roundId, municipalityNo, linkEdition, contactEmail } = assignment;
  const signedIn = `${app.origin}/svar/${answerAddress(assignment)}/kvittering`;
  const byLink = `${app.origin}/svar/${answerToken(app.secret, roundId, municipalityNo, linkEdition)}/kvittering`;
  const linkOfSender = user.kind === 'person' ? signedIn : null;
  const recipients = new Map([
    ...(senderEmail ? [[senderEmail.toLowerCase(), linkOfSender] as const] : []),
    ...(contactEmail ? [[contactEmail.toLowerCase(), setting.takesLinks ? byLink : signedIn] as const] : [])
  ]);
  return ({ version, hash, submittedAt, submittedBy }) => {
    const facts = { municipality: municipalityName, round: round.name, name: submittedBy, version, hash };
    const subject = mail.subject(municipalityName, round.name);
    return [...recipients].map(([recipient, link]) => ({
      recipient,
      subject,
      body: mail.body({ ...facts, moment: formatMoment(submittedAt, language), link })
    }));
  };
}

import { answerAddress, type AnswerAddress } from '#lib/domain/answer-address.ts';
import type { Contact } from '#lib/domain/contact.ts';
import type { Round } from '#lib/domain/round.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Tx } from '#lib/server/db.ts';
import { letterLanguage } from '#lib/server/letter-language.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';

type About = { contact: Contact; municipalityNo: string; municipalityName: string; round: Round; takesLinks: boolean };
type Letter = { subject: string; body: string };
type Letters = { letter: (tokens: { link: string; invitation: string | null }) => Letter; farewell: Letter };

/**
 * The letters of a handover, in the municipality's language: to the new contact, with the link where the municipality
 * takes links, and to the one before.
 */
export async function handoverLetters(
  tx: Tx,
  app: App.Locals['app'],
  kind: 'replaced' | 'shared',
  about: About
): Promise<Letters> {
  const { contact, municipalityNo, municipalityName, round, takesLinks } = about;
  const language = await letterLanguage(tx, municipalityNo, contact.email);
  const text = messagesIn(language).contact.mail;
  const address: AnswerAddress = { roundId: round.id, municipalityNo };
  const subject = text.subject(municipalityName);
  const deadline = formatDate(round.deadlineAt, language);
  return {
    letter: (tokens) => {
      const signedIn = tokens.invitation ? `/invitasjon/${tokens.invitation}` : `/svar/${answerAddress(address)}`;
      const link = app.origin + (takesLinks ? `/svar/${tokens.link}` : signedIn);
      return {
        subject,
        body: text[kind]({ name: contact.name, municipality: municipalityName, round: round.name, link, deadline })
      };
    },
    farewell: { subject, body: text.former(municipalityName, round.name, contact.name) }
  };
}

/** Each handing over sends mail to an address of the sender's choosing, whoever does it. */
export async function limitHandovers({ app }: App.Locals, { roundId, municipalityNo }: AnswerAddress): Promise<void> {
  await takeFromLimit(app, { limit: 'contactPerAssignment', subject: `${roundId}/${municipalityNo}` });
}

import { answerAddress } from '#lib/domain/answer-address.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Assignment } from '#lib/server/assignment.ts';
import type { Tx } from '#lib/server/db.ts';
import { letterLanguage } from '#lib/server/letter-language.ts';
import { readSetting } from '#lib/server/municipality-setting.ts';
import type { Mail } from '#lib/server/query-thread.ts';
import { answerToken } from '#lib/server/token.ts';
import type { QualityDesk } from './open-quality.ts';

/** The mail that tells a municipality's contact of a question or a return, never what it says; to nobody without a contact. */
export async function municipalityMail(
  tx: Tx,
  { app }: App.Locals,
  { round, nameOf }: QualityDesk,
  { assignment, kind }: { assignment: Assignment; kind: 'asked' | 'returned' }
): Promise<{ recipients: string[]; mail: Mail }> {
  const { municipalityNo, contactEmail, linkEdition } = assignment;
  const { takesLinks } = await readSetting(tx, municipalityNo);
  const answer = takesLinks
    ? answerToken(app.secret, round.id, municipalityNo, linkEdition)
    : answerAddress({ roundId: round.id, municipalityNo });
  const link = `${app.origin}/svar/${answer}${kind === 'asked' ? '/sporsmal' : ''}`;
  const text = messagesIn(await letterLanguage(tx, municipalityNo, contactEmail)).quality.mail[kind];
  const name = nameOf(municipalityNo);
  return {
    recipients: contactEmail ? [contactEmail] : [],
    mail: { subject: text.subject(name), body: text.body(name, round.name, link) }
  };
}

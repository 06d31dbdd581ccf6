import { answerAddress } from '#lib/domain/answer-address.ts';
import { fillLetter, type Letter } from '#lib/domain/letter.ts';
import type { Language } from '#lib/domain/language.ts';
import type { LetterKind } from '#lib/domain/mail-plan.ts';
import type { Round } from '#lib/domain/round.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Recipient } from '#lib/server/follow-up.ts';
import type { LetterTemplate } from '#lib/server/letter-template.ts';
import { answerToken } from '#lib/server/token.ts';

/** The wording of a letter in a round: its own, or the product's. */
export function wordingOf(
  templates: readonly LetterTemplate[],
  kind: LetterKind,
  language: Language
): Letter & { isOwn: boolean } {
  const own = templates.find((one) => one.kind === kind && one.language === language);
  const { subject, body } = own ?? messagesIn(language).followUp.mail[kind];
  return { subject, body, isOwn: own !== undefined };
}

type Writing = {
  round: Round;
  kind: LetterKind;
  templates: readonly LetterTemplate[];
  writer: string;
  nameOf: (municipalityNo: string) => string;
  linkTo: (recipient: Recipient) => string;
};

/** The letter to a municipality, in its language. */
export function letterTo(recipient: Recipient, { round, kind, templates, writer, nameOf, linkTo }: Writing): Letter {
  const { language, municipalityNo } = recipient;
  return fillLetter(wordingOf(templates, kind, language), {
    kommune: nameOf(municipalityNo),
    frist: formatDate(round.deadlineAt, language),
    lenke: linkTo(recipient),
    runde: round.name,
    rådgiver: writer
  });
}

/** The same link in every letter: made from the secret, or for municipalities without links the way through sign-in. */
export function answerLink({ app }: App.Locals, roundId: string) {
  return ({ municipalityNo, linkEdition, takesLinks }: Recipient): string => {
    const token = answerToken(app.secret, roundId, municipalityNo, linkEdition);
    return `${app.origin}/svar/${takesLinks ? token : answerAddress({ roundId, municipalityNo })}`;
  };
}

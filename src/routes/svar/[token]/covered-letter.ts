import { answerAddress } from '#lib/domain/answer-address.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Covered } from '#lib/server/coverage.ts';
import { answerToken } from '#lib/server/token.ts';
import type { Respondent } from './respondent.ts';
import { municipalityNames } from './round-members.ts';

/** The letter to a municipality that a host has named, with its own link and no figures. */
export function coveredLetter(
  app: App.Locals['app'],
  { round, municipalityName }: Respondent
): (covered: Covered) => { subject: string; body: string } {
  const nameOf = municipalityNames(app, round);
  return ({ municipalityNo, linkEdition, takesLinks, language }) => {
    const text = messagesIn(language).coverage.mail;
    const token = answerToken(app.secret, round.id, municipalityNo, linkEdition);
    const address = takesLinks ? token : answerAddress({ roundId: round.id, municipalityNo });
    const municipality = nameOf(municipalityNo);
    const body = text.body({
      ...{ host: municipalityName, municipality, round: round.name, link: `${app.origin}/svar/${address}` },
      until: formatDate(round.freezesAt, language)
    });
    return { subject: text.subject(municipalityName, municipality), body };
  };
}

import type { ConflictCode } from '#lib/domain/coverage-conflict.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Progress } from '#lib/server/round-progress.ts';
import { coverageText } from '#lib/ui/answer/coverage-text.ts';

type Named = { municipalityNo: string; name: string };

/** What an adviser decides about: every municipality of which it is unclear who answers, and what has been decided. */
export type CoverageView = {
  conflicts: (Named & { code: ConflictCode; says: string; hosts: (Named & { says: string })[] })[];
  ruled: (Named & { host: string | null; at: Date })[];
};

/** Makes it from where everyone stands; names and sentences are ready to be shown. */
export function coverageView(
  progress: readonly Progress[],
  nameOf: (number: string) => string,
  language: Language
): CoverageView {
  const named = (municipalityNo: string) => ({ municipalityNo, name: nameOf(municipalityNo) });
  const text = messagesIn(language).coverage.round;
  const says = (number: string) => {
    const one = progress.find(({ municipalityNo }) => municipalityNo === number);
    const sent = one?.answered ? [text.answeredItself(formatMoment(one.answered.submittedAt, language))] : [];
    const said = one?.said ? [coverageText(one.said, { language, nameOf })] : [];
    const all = [...sent, ...said];
    return all.length === 0 ? text.saysNothing : all.join('. ');
  };
  return {
    conflicts: progress.flatMap(({ municipalityNo, standing: { conflict } }) =>
      conflict
        ? [
            {
              ...named(municipalityNo),
              code: conflict.code,
              says: says(municipalityNo),
              hosts: conflict.hosts.map((host) => ({ ...named(host), says: says(host) }))
            }
          ]
        : []
    ),
    ruled: progress.flatMap(({ municipalityNo, coverRuledAt, coverRulingHost }) =>
      coverRuledAt
        ? [{ ...named(municipalityNo), host: coverRulingHost && nameOf(coverRulingHost), at: coverRuledAt }]
        : []
    )
  };
}

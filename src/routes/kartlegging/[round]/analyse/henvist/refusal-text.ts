import type { Language } from '#lib/domain/language.ts';
import type { UnreadableReferrals } from '#lib/domain/police-referral-table.ts';
import { listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** Why a table was not taken, a sentence for each thing to mend. */
export function refusalText(refused: UnreadableReferrals, language: Language): string[] {
  const { paste, fields, problems } = messagesIn(language).policeReferral;
  switch (refused.kind) {
    case 'not_text':
      return [paste.notText];
    case 'columns':
      return [
        paste.columns(
          listInText(
            refused.missing.map((field) => fields[field]),
            language
          )
        )
      ];
    case 'many':
      return [paste.many(refused.most)];
    case 'lines':
      return refused.problems.map(({ line, field, kind, value }) =>
        paste.line(line, problems[kind](fields[field], value))
      );
  }
}

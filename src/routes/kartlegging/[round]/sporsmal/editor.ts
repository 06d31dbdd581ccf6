import type { Language } from '#lib/domain/language.ts';
import type { Question } from '#lib/domain/questionnaire.ts';
import { readRegionalQuestion } from '#lib/domain/regional-question.ts';
import { storableText } from '#lib/domain/storable-text.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Preparing } from './preparing.ts';

const longestField = 1000;

/** Everything typed in the editor, cut to what can be shown again. */
export function typedFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, storableText(value, longestField)]] : []))
  );
}

/** The question that was typed, and a sentence for every field that must be put right. */
export function readEditor(
  { round, questionnaire, before }: Preparing,
  fields: Record<string, string>,
  language: Language
): { question: Question; problems: { field: string; sentence: string }[] } {
  const known = round.addon.find(({ key }) => key === fields['key'])?.key ?? null;
  const earlier = before?.questionnaire.questions ?? [];
  const { question, problems } = readRegionalQuestion(fields, {
    korusRegion: round.korusRegion,
    key: known,
    taken: [...questionnaire.questions, ...earlier].map(({ key }) => key),
    before: earlier.find(({ key }) => key === known) ?? null
  });
  const words = messagesIn(language).questions;
  return {
    question,
    problems: problems.map(({ field, code, value }) => ({
      field,
      sentence: words.problems[code](fieldLabel(field, words), value)
    }))
  };
}

/** What a field of the editor is called, as it stands within a sentence. */
function fieldLabel(field: string, words: ReturnType<typeof messagesIn>['questions']): string {
  const [part = '', ...rest] = field.split('.');
  const language = words.languages[(rest.at(-1) ?? 'nb') as keyof typeof words.languages] ?? '';
  const names: Record<string, string> = { text: words.text, definition: words.definition, note: words.note };
  const name = part === 'option' ? words.option(Number(rest[0]) + 1) : (names[part] ?? words.type);
  return words.inLanguage(name.toLowerCase(), language);
}

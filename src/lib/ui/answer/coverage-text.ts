import { statusField, type Fields } from '#lib/domain/answer.ts';
import { coveredIn, type Coverage } from '#lib/domain/coverage.ts';
import {
  coverKinds,
  figureField,
  figureQuestions,
  hostField,
  kindField,
  memberField,
  saysByHost,
  type Member
} from '#lib/domain/coverage-form.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { answerLines } from './answer-text.ts';

/** What municipalities are called, in a language. */
export type Naming = { language: Language; nameOf: (number: string) => string };

/** What a report says of others, in words; null is that it says nothing. */
export function coverageText(coverage: Coverage | null, { language, nameOf }: Naming): string {
  const { said } = messagesIn(language).coverage;
  if (coverage === null) return said.nothing;
  if ('host' in coverage) return said[coverage.kind](nameOf(coverage.host));
  const names = coveredNames(coverage, { language, nameOf });
  return names === null ? said.nobody : said[coverage.kind](names);
}

/** The municipalities a report speaks for, in words; null for none. */
export function coveredNames(coverage: Coverage | null, { language, nameOf }: Naming): string | null {
  const numbers = coveredIn(coverage);
  return numbers.length === 0 ? null : listInText(numbers.map(nameOf), language);
}

/** What a report says of others as lines of a receipt, with the figures it gives for each. */
export function coverageLines(questionnaire: Questionnaire, coverage: Coverage | null, naming: Naming) {
  if (coverage === null) return [];
  const { said } = messagesIn(naming.language).coverage;
  const line = { key: 'coverage', question: said.label, answer: coverageText(coverage, naming) };
  if (coverage.kind !== 'each') return [line];
  const figures = Object.entries(coverage.figures).flatMap(([number, answers]) =>
    answerLines(questionnaire, answers, naming.language).map(({ key, question, answer }) => ({
      key: `${number}.${key}`,
      question: `${naming.nameOf(number)}: ${question}`,
      answer
    }))
  );
  return [line, ...figures];
}

/** What stands typed in a form about other municipalities, valid or not; fields left empty are not listed. */
export function typedCoverageLines(
  questionnaire: Questionnaire,
  fields: Fields,
  members: readonly Member[],
  naming: Naming
) {
  const { form } = messagesIn(naming.language).coverage;
  if (saysByHost(questionnaire, fields)) {
    const host = fields[hostField] ?? '';
    return [{ key: hostField, question: form.gate, answer: host === '' ? form.hostNotChosen : naming.nameOf(host) }];
  }
  const kind = coverKinds.find((one) => one === fields[kindField]);
  if (kind === undefined || kind === 'own')
    return kind ? [{ key: kindField, question: form.title, answer: form.own }] : [];
  const chosen = members.filter(({ municipalityNo }) => fields[memberField(municipalityNo)] === 'yes');
  const names = chosen.map(({ municipalityNo }) => naming.nameOf(municipalityNo));
  return [
    { key: kindField, question: form.title, answer: form[kind] },
    ...(names.length > 0 ? [{ key: 'cover', question: form.covered, answer: listInText(names, naming.language) }] : []),
    ...(kind === 'each' ? chosen.flatMap((one) => typedPartLines(questionnaire, fields, one, naming)) : [])
  ];
}

function typedPartLines(
  questionnaire: Questionnaire,
  fields: Fields,
  { municipalityNo }: Member,
  { language, nameOf }: Naming
) {
  const line = (key: string, answer: string) => {
    const question = questionnaire.questions.find((one) => one.key === key)?.text[language];
    const of = [nameOf(municipalityNo), ...(question ? [question] : [])].join(': ');
    return { key: figureField(municipalityNo, key), question: of, answer };
  };
  const isNone = fields[figureField(municipalityNo, 'none')] === 'yes';
  const typed = figureQuestions(questionnaire).map(({ key }) => {
    const isUnknown = fields[figureField(municipalityNo, statusField(key))] === 'dont_know';
    const value = fields[figureField(municipalityNo, key)] ?? '';
    return line(key, isUnknown ? messagesIn(language).answer.value.dont_know : value);
  });
  return [
    ...(isNone ? [line('none', messagesIn(language).coverage.form.none)] : []),
    ...typed.filter(({ answer }) => answer !== '')
  ];
}

/** The change of what a report says of others between two versions, or nothing. */
export function coverageChange(before: Coverage | null, after: Coverage | null, naming: Naming) {
  const [one, other] = [coverageText(before, naming), coverageText(after, naming)];
  const { label } = messagesIn(naming.language).coverage.said;
  return one === other ? [] : [{ key: 'coverage', question: label, before: one, after: other }];
}

/** A coverage as the audit has kept it, or null. */
export function readCoverage(kept: unknown): Coverage | null {
  return kept !== null && typeof kept === 'object' && 'kind' in kept ? (kept as Coverage) : null;
}

import { expect, it } from 'vitest';
import type { Fields } from '#lib/domain/answer.ts';
import { typedCoverageLines } from '#lib/ui/answer/coverage-text.ts';
import { questionnaire, someCases } from '../../support/answers.ts';

const members = ['4201', '4202'].map((municipalityNo) => ({ municipalityNo, isExpected: false }));
const names: Record<string, string> = { '4201': 'Risør', '4202': 'Grimstad' };
const lines = (fields: Fields) =>
  typedCoverageLines(questionnaire, { ...someCases, ...fields }, members, {
    language: 'nb',
    nameOf: (number) => names[number] ?? number
  }).map(({ question, answer }) => `${question} ${answer}`);

it('what is typed of other municipalities is shown as typed', () => {
  const each = { 'cover.kind': 'each', 'cover.4201': 'yes', 'cover.4202': 'yes' };
  const figures = { 'each.4201.none': 'yes', 'each.4202.cases_received': '3,5' };
  expect(lines({ ...each, ...figures, 'each.4202.cases_handled.status': 'dont_know' })).toEqual([
    'Svarer dere også for andre kommuner? Ja, og vi gir egne tall for hver kommune',
    'Kommunene dere svarer for i tillegg til deres egen Risør og Grimstad',
    'Risør Ingen saker',
    expect.stringMatching(/^Grimstad: .+ 3,5$/),
    expect.stringMatching(/^Grimstad: .+ Vet ikke$/)
  ]);
  expect(lines({ 'cover.kind': 'whole', 'cover.4202': 'yes' })).toHaveLength(2);
  expect(lines({ 'cover.kind': 'own' })).toEqual([
    'Svarer dere også for andre kommuner? Nei, bare for vår egen kommune'
  ]);
  expect(lines({})).toEqual([]);
});

it('a host that is pointed to is named, also when it is not chosen yet', () => {
  expect(lines({ any_cases: 'host', 'cover.host': '4202' })).toEqual(['En annen kommune svarer for oss Grimstad']);
  expect(lines({ any_cases: 'host' })).toEqual(['En annen kommune svarer for oss Vertskommunen er ikke valgt']);
});

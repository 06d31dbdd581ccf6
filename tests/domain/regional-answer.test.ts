import { expect, it } from 'vitest';
import type { Entry } from '#lib/domain/figure.ts';
import type { Question } from '#lib/domain/questionnaire.ts';
import { regionalAnswers, regionalTrend } from '#lib/domain/regional-answer.ts';

const text = { nb: 'Ja?', nn: 'Ja?', en: 'Yes?' };
const question: Question = {
  ...{ key: 'sor_outreach', type: 'choice', group: 'regional', required: false, text, definition: text },
  options: ['yes', 'no'].map((id) => ({ id, text }))
};
const entry = (municipalityNo: string, value: string | number | null, status: Entry['status'] = 'answered'): Entry => ({
  ...{ municipalityNo, countyNo: municipalityNo.slice(0, 2), population: 1000, status },
  answers: value === null ? null : { [question.key]: { status: 'reported', value } }
});
const entries = [
  ...[entry('4201', 'yes'), entry('4202', 'no'), entry('4203', null, 'missing'), entry('3901', 'yes')],
  entry('3903', null, 'covered_by_host')
];

it('counts each choice in all and by county, with who answered of who was asked', () => {
  expect(regionalAnswers(question, entries)).toEqual([
    { countyNo: null, chosen: [2, 1], sum: null, reported: 3, expected: 4 },
    { countyNo: '39', chosen: [1, 0], sum: null, reported: 1, expected: 1 },
    { countyNo: '42', chosen: [1, 1], sum: null, reported: 2, expected: 3 }
  ]);
});

it('adds numbers up, and is no number where nobody gave one', () => {
  const count: Question = { ...question, type: 'count', options: undefined };
  const [all] = regionalAnswers(count, [entry('4201', 3), entry('4202', 0), entry('3901', null)]);
  expect(all).toMatchObject({ sum: 3, reported: 2, expected: 3 });
  expect(regionalAnswers(count, [entry('4201', null)])[0]?.sum).toBeNull();
});

it('is followed over the rounds that asked it, and begins anew where it was changed', () => {
  const changed: Question = { ...question, lineage: { is: 'changed', note: null } };
  const rounds = [
    { name: '2022', questions: [question], entries: entries.slice(0, 1) },
    { name: '2023', questions: [], entries },
    { name: '2024', questions: [{ ...question, lineage: { is: 'same' as const, note: null } }], entries },
    { name: '2026', questions: [changed], entries }
  ];
  expect(regionalTrend(question.key, rounds).map(({ round, isBroken, all }) => [round, isBroken, all.chosen])).toEqual([
    ['2022', false, [1, 0]],
    ['2024', false, [2, 1]],
    ['2026', true, [2, 1]]
  ]);
});

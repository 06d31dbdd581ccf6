import { expect, it } from 'vitest';
import type { Entry } from '#lib/domain/figure.ts';
import { loadQuestionSets } from '#lib/server/question-sets.ts';
import { regionalViews } from '#lib/ui/analysis/regional-answers.ts';

const [set] = loadQuestionSets('data/question_sets');
const questions = set!.questions.slice(0, 1);
const [{ key }] = questions as [{ key: string }];
const entry = (municipalityNo: string, value: string | null): Entry => ({
  ...{ municipalityNo, countyNo: municipalityNo.slice(0, 2), population: 1000, status: value ? 'answered' : 'missing' },
  answers: value === null ? null : { [key]: { status: 'reported', value } }
});
const context = { language: 'nb' as const, countyName: (number: string) => (number === '42' ? 'Agder' : 'Vestfold') };
const entries = [entry('4201', 'yes'), entry('4202', 'no'), entry('4203', 'yes'), entry('3901', null)];

it('finds what most answered, with the counties and who is behind', () => {
  const [view] = regionalViews([{ name: '2024', questions, entries }], context);
  expect(view?.title).toBe('Følger enheten de nasjonale faglige retningslinjene? 2 av 3 svarte «Ja»');
  expect(view?.rounds).toBeNull();
  expect(view?.counties.columns).toEqual(['Fylke', 'Ja', 'Delvis', 'Nei', 'Har svart på spørsmålet']);
  expect(view?.counties.rows.map(({ header, cells }) => [header, ...cells])).toEqual([
    ['Alle', '2 (67\u00a0%)', '0 (0\u00a0%)', '1 (33\u00a0%)', '3 av 4'],
    ['Vestfold', '–', '–', '–', '0 av 1'],
    ['Agder', '2 (67\u00a0%)', '0 (0\u00a0%)', '1 (33\u00a0%)', '3 av 3']
  ]);
});

it('follows it over the rounds, and says nothing where nobody answered', () => {
  const earlier = { name: '2022', questions, entries: [entry('4201', 'no')] };
  const [view] = regionalViews([earlier, { name: '2024', questions, entries }], context);
  expect(view?.rounds?.rows.map(({ header, cells }) => [header, cells[0], cells[3]])).toEqual([
    ['2022', '0 (0\u00a0%)', '1 av 1'],
    ['2024', '2 (67\u00a0%)', '3 av 4']
  ]);
  const [silent] = regionalViews([{ name: '2024', questions, entries: [entry('4201', null)] }], context);
  expect(silent?.title).toContain('Ingen har svart');
});

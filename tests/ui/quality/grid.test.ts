import { expect, it } from 'vitest';
import { gridOf, pagesOf, rowsOfPage, type Named } from '#lib/ui/quality/grid.ts';
import { questionnaire, someAnswers } from '../../support/answers.ts';

const submittedAt = new Date('2025-01-10T12:00:00Z');
const sent = { version: 1, submittedAt, channel: 'web', isConfirmed: true, answers: someAnswers, reasons: {} } as const;
const country = Array.from({ length: 2 * rowsOfPage + 1 }, (_, index): Named => ({
  ...{ municipalityNo: String(1000 + index), name: `Kommune ${index}`, status: 'expected', report: sent },
  ...{ hosted: null, hostName: null, first: null, background: null, threads: [], review: 'unreviewed' }
}));

it('a country is shown a page at a time, each municipality once, with the sums of all on every page', () => {
  const pages = Array.from({ length: pagesOf(country.length) }, (_, index) =>
    gridOf(questionnaire, country, { language: 'nb', page: index + 1 })
  );
  expect(pages.map(({ rows }) => rows.length)).toEqual([rowsOfPage, rowsOfPage, 1]);
  expect(pages.flatMap(({ rows }) => rows.map(({ municipalityNo }) => municipalityNo))).toEqual(
    country.map(({ municipalityNo }) => municipalityNo)
  );
  const received = questionnaire.questions.findIndex(({ key }) => key === 'cases_received');
  for (const { sums } of pages) expect(sums[received]?.text).toBe(String(4 * country.length));
});

it('a region is one page', () => {
  expect(pagesOf(0)).toBe(1);
  expect(pagesOf(90)).toBe(1);
  const { rows } = gridOf(questionnaire, country.slice(0, 90), { language: 'nb' });
  expect(rows.length).toBe(90);
});

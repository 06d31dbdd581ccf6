import { expect, it } from 'vitest';
import { answerCells, answerHeadings } from '#lib/domain/answer-table.ts';
import { guessColumns } from '#lib/domain/import-column.ts';
import { readCell } from '#lib/domain/import-cell.ts';
import type { Question } from '#lib/domain/questionnaire.ts';
import { questionnaire as core, words } from '../support/import-scene.ts';

const same = (text: string) => ({ nb: text, nn: text, en: text });
const asked = core.questions.find(({ type, options }) => type === 'choice' && options);
const regional: Question = {
  ...(asked as Question),
  ...{ key: 'sor_team', text: same('=HYPERLINK("https://x.example")') },
  options: [
    { id: 'ten', text: same('+10') },
    { id: 'none', text: same('@ingen') }
  ]
};
const questionnaire = { ...core, questions: [...core.questions, regional] };
const wording = { questionnaire, words, language: 'nb' } as const;

it('what a region words as a formula is no formula in a table, and is known again in an import', () => {
  const headings = answerHeadings(wording);
  const cells = answerCells(wording, {
    [core.gate.key]: { status: 'reported', value: 'yes' },
    sor_team: { status: 'reported', value: 'ten' }
  });
  expect([...headings, ...cells].filter((text) => /^[+@-]|^=(?!")/.test(text))).toEqual([]);
  expect(guessColumns(headings, questionnaire, words).at(-1)).toBe('sor_team');
  expect(readCell(regional, cells.at(-1) ?? '', words)).toMatchObject({ value: 'ten' });
});

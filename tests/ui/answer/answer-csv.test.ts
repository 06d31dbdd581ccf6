import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledWith } from '#lib/domain/answer-file.ts';
import { answerCsv, readAnswerCsv } from '#lib/ui/answer/answer-csv.ts';
import { questionnaire } from '../../support/answers.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const named = (value: string) => ({ organised_under: 'other', organised_under_other: value });

describe('the file of a form', () => {
  it('holds no cell that a spreadsheet would run as a formula', () => {
    for (const value of ['=1+1', '+47 123', '-2', '@SUM(A1)', "'=1+1"]) {
      expect(answerCsv(questionnaire, named(value), 'nb')).toContain(`"'${value}"`);
    }
  });

  it('gives back what was typed, also what looks like a formula', () => {
    const typed = fc
      .tuple(fc.constantFrom('', "'", "''", '=', '+', '-', '@', "'=", "''-"), fc.constantFrom('', 'Barn og unge', '1'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (value) => {
        const fields = filledWith(named(value), {});
        const read = readAnswerCsv(questionnaire, bytesOf(answerCsv(questionnaire, fields, 'nn')), 'nn');
        expect(read.sentences).toEqual([]);
        expect(filledWith(fields, read.fields)).toEqual(fields);
      }),
      { seed: 20_250_111, numRuns: 60 }
    );
  });
});

import { expect, it } from 'vitest';
import { csvFile, csvNumber } from '#lib/ui/csv-file.ts';

it('writes figures below zero as figures, and keeps words from being read as formulas', () => {
  const cells = [csvNumber(-60.03744), csvNumber(-2), '-2+3', '=1+1', '@sum', "'=1+1"];
  expect(csvFile([cells])).toBe(`\uFEFF-60,0374;-2;"'-2+3";"'=1+1";"'@sum";"''=1+1"\r\n`);
});

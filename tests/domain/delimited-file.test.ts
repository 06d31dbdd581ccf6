import fc from 'fast-check';
import { expect, it } from 'vitest';
import { delimitedFile } from '#lib/domain/delimited-file.ts';
import { readDelimitedText } from '#lib/domain/delimited-text.ts';

it('is plain with commas, or for Norwegian Excel with semicolons and a byte order mark', () => {
  const lines = [
    ['område', 'verdi'],
    ['Agder, indre', '0,5'],
    ['', '..']
  ];
  expect(delimitedFile(lines, 'plain')).toBe('område,verdi\r\n"Agder, indre","0,5"\r\n,..\r\n');
  expect(delimitedFile(lines, 'norwegian_excel')).toBe('\uFEFFområde;verdi\r\nAgder, indre;0,5\r\n;..\r\n');
});

it('has no cell that a spreadsheet takes for a formula, in either form', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r');
  const cell = fc
    .tuple(start, fc.stringMatching(/^[a-zæøå0-9 ]{0,8}$/))
    .map((parts) => parts.join(''))
    .filter((text) => !/^-\d+$/.test(text));
  fc.assert(
    fc.property(cell, fc.constantFrom('plain' as const, 'norwegian_excel' as const), (text, form) => {
      const read = readDelimitedText(
        new TextEncoder().encode(
          delimitedFile(
            [
              ['navn', 'verdi'],
              [text, 'x']
            ],
            form
          )
        )
      );
      if ('refused' in read) throw new Error(JSON.stringify(read.refused));
      expect(read.rows[1]?.cells[0]).toMatch(/^'/);
    }),
    { seed: 6, numRuns: 100 }
  );
});

it('keeps the signs of figures that are not shown as they are', () => {
  expect(delimitedFile([[':', '..', '.', '0']], 'plain')).toBe(':,..,.,0\r\n');
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readDelimitedText, readPastedText } from '#lib/domain/delimited-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const cellsOf = (bytes: Uint8Array) => {
  const read = readDelimitedText(bytes);
  return 'refused' in read ? read : read.rows.map(({ cells }) => cells);
};

describe('a file of delimited text', () => {
  it('is read as UTF-8, with or without a byte order mark', () => {
    const rows = [
      ['Kommune', 'Antall'],
      ['Bærum', '3']
    ];
    expect(cellsOf(utf8('Kommune;Antall\nBærum;3\n'))).toEqual(rows);
    expect(readDelimitedText(utf8('\uFEFFKommune;Antall\r\nBærum;3\r\n'))).toMatchObject({
      encoding: 'utf-8',
      separator: ';',
      rows: [{ line: 1 }, { line: 2, cells: ['Bærum', '3'] }]
    });
  });

  it('is read as Windows-1252 when it is not UTF-8', () => {
    expect(readDelimitedText(latin('S\xf8r-Odal;\x80 4\nGr\xe5 \x96 bl\xe5;1'))).toMatchObject({
      encoding: 'windows-1252',
      rows: [{ cells: ['Sør-Odal', '€ 4'] }, { cells: ['Grå – blå', '1'] }]
    });
  });

  it('is read as the UTF-16 that Excel calls Unicode text', () => {
    const text = '\uFEFFTromsø\t2\r\n';
    const bytes = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    expect(readDelimitedText(bytes)).toMatchObject({ encoding: 'utf-16le', separator: '\t' });
    expect(cellsOf(bytes)).toEqual([['Tromsø', '2']]);
  });

  it.each([
    [
      'semicolon beside a decimal comma',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2']
      ]
    ],
    [
      'semicolon beside commas in a heading',
      'a;b, c, d, e\n1;2\n',
      [
        ['a', 'b, c, d, e'],
        ['1', '2']
      ]
    ],
    [
      'comma',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2']
      ]
    ],
    [
      'tab',
      'a\tb;c\n1\t2\n',
      [
        ['a', 'b;c'],
        ['1', '2']
      ]
    ],
    ['the one it names itself', 'sep=,\r\na;b,c\r\n', [['a;b', 'c']]],
    ['none', 'a\nb\n', [['a'], ['b']]]
  ])('has its separator found: %s', (_, text, rows) => {
    expect(cellsOf(utf8(text))).toEqual(rows);
  });

  it('keeps quotes, separators and line breaks inside cells, and counts lines as an editor does', () => {
    const read = readPastedText('a;b\n"1;""x""\ny";2\n\n3;4\n');
    expect(read).toEqual({
      separator: ';',
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['1;"x"\ny', '2'] },
        { line: 5, cells: ['3', '4'] }
      ]
    });
  });

  it('has no rows when it is empty or blank', () => {
    expect(cellsOf(utf8(''))).toEqual([]);
    expect(cellsOf(utf8('\r\n;;\r\n \r\n'))).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it('is said to be a workbook', () => {
    expect(readDelimitedText(latin('PK\x03\x04\x14\0'))).toEqual({ refused: 'workbook' });
  });

  it('is said not to be text', () => {
    expect(readDelimitedText(latin('a;b\0c'))).toEqual({ refused: 'not_text' });
    expect(readDelimitedText(latin('a\x81\xf8'))).toEqual({ refused: 'not_text' });
    expect(readDelimitedText(latin('\xff\xfea'))).toEqual({ refused: 'not_text' });
  });

  it('has the line where a quote is left open', () => {
    expect(readDelimitedText(utf8('a;b\n1;2\n"3;4\n'))).toEqual({ refused: 'quotes', line: 3 });
  });
});

describe('any file', () => {
  it('gives rows or says why not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = readDelimitedText(bytes);
        if ('refused' in read) expect(['workbook', 'not_text', 'quotes']).toContain(read.refused);
        else for (const { cells } of read.rows) expect(cells.some((cell) => cell.trim() !== '')).toBe(true);
      })
    );
  });

  it('that was written with a separator is read back cell for cell', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ø', '0', ' ', ';', ',', '\t', '"', '\n'), maxLength: 6 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 })
      );
    fc.assert(
      fc.property(table, fc.constantFrom(';', ',', '\t'), (rows, delimiter) => {
        const written = Papa.unparse([rows[0]?.map((_, index) => `k${index}`) ?? [], ...rows], {
          delimiter,
          newline: '\r\n',
          quotes: true
        });
        const filled = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
        expect(cellsOf(utf8(`sep=${delimiter}\r\n${written}`))).toEqual([expect.any(Array), ...filled]);
      })
    );
  });
});

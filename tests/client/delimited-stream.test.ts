import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDelimitedStream } from '#lib/client/delimited-stream.ts';
import { readDelimitedText, type DelimitedRow } from '#lib/domain/delimited-text.ts';

async function streamed(bytes: Uint8Array<ArrayBuffer>, size: number) {
  const rows: DelimitedRow[] = [];
  const refusal = await readDelimitedStream(new Blob([bytes]), (more) => rows.push(...more), size);
  return refusal ?? rows;
}

const encode = (text: string) => new TextEncoder().encode(text);
const part = fc.constantFrom('a', 'æ', '😀', '"', '""', ';', '\t', '\r', '\n', '\r\n', '0301', 'x;y\n', '"b\nc";');
const texts = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));

it('reads a file in pieces as it reads it whole, wherever the pieces are cut', async () => {
  const heading = 'Kommune;Saker\n';
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 40, max: 60 }), async (text, size) => {
      const bytes = encode(heading + heading + heading + text);
      const whole = readDelimitedText(bytes);
      const pieces = await streamed(bytes, size);
      if ('refused' in whole) expect(pieces).toMatchObject({ refused: whole.refused });
      else if (whole.separator === ';') expect(pieces).toEqual(whole.rows);
    }),
    { numRuns: 500, seed: 3 }
  );
});

it('reads UTF-16 and Windows-1252 in pieces that cut letters and rows', async () => {
  const rows = Array.from({ length: 50 }, (_, index) => `Sør-Odal ${index};3`);
  const latin = Uint8Array.from(rows.join('\r\n'), (letter) => letter.charCodeAt(0));
  const wide = new Uint8Array(Uint16Array.from('\uFEFF' + rows.join('\r\n'), (letter) => letter.charCodeAt(0)).buffer);
  for (const bytes of [latin, wide]) {
    const whole = readDelimitedText(bytes);
    expect(await streamed(bytes, 7)).toEqual('rows' in whole ? whole.rows : null);
  }
});

it('gives rows or says why not for any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const pieces = await streamed(Uint8Array.from(bytes), 16);
      expect(Array.isArray(pieces) || typeof pieces.refused === 'string').toBe(true);
    }),
    { numRuns: 500, seed: 5 }
  );
});

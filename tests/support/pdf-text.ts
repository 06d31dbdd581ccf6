/**
 * The text of a PDF that our own receipt makes, uncompressed: each element of its structure is a line. It follows the fonts' own maps
 * from glyphs to letters, as a reader that copies text does, so what is found here can be copied and read aloud.
 */
export function textOfPdf(bytes: Buffer): string {
  const pdf = bytes.toString('latin1');
  const objects = new Map(
    [...pdf.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body]) => [Number(number), body ?? ''])
  );
  const maps = new Map(
    [...objects].flatMap(([number, body]) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(body);
      return map ? [[number, lettersOf(objects.get(Number(map[1])) ?? '')] as const] : [];
    })
  );
  const fonts = new Map(
    [...pdf.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number]) => [name, maps.get(Number(number))])
  );
  const streams = [...objects.values()].filter((body) => /\bBT\b/.test(body));
  return streams.map((stream) => linesOf(stream, fonts)).join('\n');
}

/** What is marked as one element of the document's structure is one line. */
function linesOf(stream: string, fonts: Map<string, string[] | undefined>): string {
  let letters: string[] = [];
  const lines = stream.split(/\bEMC\b/).map((part) => {
    let line = '';
    for (const [, font, drawn = ''] of part.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
      if (font) letters = fonts.get(font) ?? [];
      line += [...drawn.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => decoded(hex, letters)).join('');
    }
    return line;
  });
  return `${lines.join('\n')}\n`;
}

function decoded(hex: string, letters: string[]): string {
  return (hex.match(/.{4}/g) ?? []).map((glyph) => letters[Number.parseInt(glyph, 16)] ?? '\uFFFD').join('');
}

/** The letters of each glyph, by its number. */
function lettersOf(map: string): string[] {
  const letters: string[] = [];
  for (const [, from = '0', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    let glyph = Number.parseInt(from, 16);
    for (const [, units = ''] of list.matchAll(/<([0-9a-f ]+)>/g)) {
      letters[glyph] = Buffer.from(units.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');
      glyph += 1;
    }
  }
  return letters;
}

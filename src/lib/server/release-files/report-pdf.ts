import type { ReportBlock, ReportReading } from '#lib/domain/release-reading.ts';
import { drawnPictures, type Png } from '#lib/server/picture-png.ts';
import { taggedPdf, type PdfWriter } from '#lib/server/tagged-pdf.ts';
import type { Written } from './format.ts';

const tableSize = 8.5;
const factWidths = [28, 72];

/** The report as a tagged PDF. */
export async function reportPdf(reading: ReportReading, options: { isCompressed?: boolean } = {}): Promise<Written[]> {
  const { title, language, at, words, version, subtitle, kind, source } = reading;
  const drawn = await drawnPictures(reading.pictures);
  const identity = { title, lang: language, at, page: words.page };
  const bytes = await taggedPdf(
    identity,
    (writer) => {
      writer.heading('H1', title);
      writer.paragraph([subtitle, version, ...(kind === null ? [] : [kind])].join(' · '));
      for (const block of reading.report) writeBlock(writer, block, drawn);
      writer.paragraph(source);
    },
    options
  );
  return [{ part: null, bytes }];
}

function writeBlock(writer: PdfWriter, block: ReportBlock, drawn: ReadonlyMap<string, Png>): void {
  switch (block.kind) {
    case 'heading':
      return writer.heading('H2', block.text);
    case 'paragraph':
      return writer.paragraph(block.text);
    case 'list':
      return writer.list(block.items);
    case 'facts':
      return writer.table({ headings: null, rows: block.rows, widths: factWidths });
    case 'table': {
      writer.heading('H3', block.caption);
      const { headings, rows } = block;
      return writer.table({ headings, rows, widths: columnWidths(block), size: tableSize });
    }
    case 'picture': {
      const png = drawn.get(block.picture.name);
      if (!png) throw new Error(`no picture ${block.picture.name}`);
      return writer.picture(png.bytes, block.picture.title, png.height / png.width);
    }
  }
}

/** A column is as wide as its longest word asks for; the first, which names the row, somewhat wider. */
function columnWidths({
  headings,
  rows
}: {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}): number[] {
  const longestWord = (text: string) => Math.max(0, ...text.split(/[\s-]/).map((word) => word.length));
  return headings.map((heading, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const longest = Math.max(
      longestWord(heading),
      ...cells.map(longestWord),
      ...cells.map((cell) => cell.length * 0.75)
    );
    return Math.max(4, longest) + (column === 0 ? 2 : 0);
  });
}

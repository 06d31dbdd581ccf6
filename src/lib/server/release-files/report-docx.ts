import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild
} from 'docx';
import type { ReportBlock, ReportReading } from '#lib/domain/release-reading.ts';
import { drawnPictures, type Png } from '#lib/server/picture-png.ts';
import { stillZip } from '#lib/server/still-zip.ts';
import type { Written } from './format.ts';

const pageWidth = 600;
const languageTags = { nb: 'nb-NO', nn: 'nn-NO' } as const;
const cellMargins = { top: 40, bottom: 40, left: 80, right: 80 };
const afterParagraph = 120;

/** The report as a Word document, with styles of headings and rows of headings that are repeated on each page. */
export async function reportDocx(reading: ReportReading): Promise<Written[]> {
  const { title, subtitle, version, kind, source, report, language, at } = reading;
  const drawn = await drawnPictures(reading.pictures);
  const head = [subtitle, version, ...(kind === null ? [] : [kind])].join(' · ');
  const document = new Document({
    ...{ title, creator: 'Regionspeil', description: source },
    styles: {
      default: { document: { run: { font: 'Arial', size: 21, language: { value: languageTags[language] } } } }
    },
    sections: [
      {
        footers: { default: footer(reading) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          paragraph(head),
          ...report.flatMap((block, index) => children(block, drawn, index)),
          paragraph(source)
        ]
      }
    ]
  });
  const packed = await Packer.toBuffer(document);
  return [{ part: null, bytes: stillZip(packed, (name, content) => withMoment(name, content, at)) }];
}

/** The library writes the moment of packing as that of the document. */
function withMoment(name: string, content: Uint8Array, at: Date): Uint8Array {
  if (name !== 'docProps/core.xml') return content;
  const xml = new TextDecoder().decode(content);
  const moment = at.toISOString().replace(/\.\d+Z$/, 'Z');
  return new TextEncoder().encode(xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`));
}

function footer({ source, words }: ReportReading): Footer {
  const [before = '', between = ''] = words.page(1, 2).split(/[12]/);
  const children = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ children: [new TextRun({ text: source, size: 16 })] }),
      new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ children, size: 16 })] })
    ]
  });
}

function children(block: ReportBlock, drawn: ReadonlyMap<string, Png>, index: number): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 320 } })
      ];
    case 'paragraph':
      return [paragraph(block.text)];
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case 'facts':
      return [table(null, block.rows), paragraph('')];
    case 'table':
      return [
        new Paragraph({
          text: block.caption,
          heading: HeadingLevel.HEADING_3,
          keepNext: true,
          spacing: { before: 240 }
        }),
        table(block.headings, block.rows),
        paragraph('')
      ];
    case 'picture':
      return [picture(block.picture, drawn, index)];
  }
}

function picture({ name, title }: { name: string; title: string }, drawn: ReadonlyMap<string, Png>, index: number) {
  const png = drawn.get(name);
  if (!png) throw new Error(`no picture ${name}`);
  const transformation = { width: pageWidth, height: Math.round((pageWidth * png.height) / png.width) };
  const altText = { id: String(index + 1), name, title, description: title };
  return new Paragraph({ children: [new ImageRun({ type: 'png', data: png.bytes, transformation, altText })] });
}

function table(headings: readonly string[] | null, rows: readonly (readonly string[])[]): Table {
  const isWide = (headings?.length ?? 2) > 4;
  const row = (cells: readonly string[], isHeading: boolean) =>
    new TableRow({
      ...{ tableHeader: isHeading, cantSplit: true },
      children: cells.map((text, column) => cell(text, { isStrong: isHeading || column === 0, isWide }))
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: cellMargins,
    rows: [...(headings ? [row(headings, true)] : []), ...rows.map((cells) => row(cells, false))]
  });
}

function cell(text: string, { isStrong, isWide }: { isStrong: boolean; isWide: boolean }): TableCell {
  const run = new TextRun({ text, bold: isStrong, size: isWide ? 16 : 19 });
  return new TableCell({ children: [new Paragraph({ children: [run] })] });
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ text, spacing: { after: afterParagraph } });
}

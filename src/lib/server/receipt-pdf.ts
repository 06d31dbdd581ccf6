import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** What stands on a receipt, in words. `lang` is the language of all of it. */
export type ReceiptText = {
  lang: string;
  title: string;
  subtitle: string;
  facts: readonly Row[];
  parts: readonly { title: string; headings: Row; rows: readonly Row[] }[];
  hash: { title: string; value: string; means: string };
  page: (page: number, pages: number) => string;
  at: Date;
};
type Row = readonly [label: string, value: string];
type Doc = InstanceType<typeof PDFDocument>;

const margin = 56;
const gap = 12;
const fonts = { text: '400', strong: '700' } as const;
/** What the typeface's Latin file holds; letters of Sámi and other names are in the one beside it. */
const latin = '\\t -\\u00ff\\u0131\\u0152-\\u0153\\u02bb-\\u02dc\\u2000-\\u206f\\u20ac\\u2122';
const runsOfOneFont = new RegExp(`[${latin}]+|[^${latin}]+`, 'g');
const startsLatin = new RegExp(`^[${latin}]`);
const fontFile = createRequire(import.meta.url);

/**
 * A receipt as a tagged PDF: headings, paragraphs and tables with their headings are there for screen readers, and the
 * fonts are in the file. The same receipt gives the same bytes.
 */
export function receiptPdf(receipt: ReceiptText, { isCompressed = true } = {}): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin, font: undefined, bufferPages: true, compress: isCompressed },
    ...{ pdfVersion: '1.7', tagged: true, lang: receipt.lang, displayTitle: true },
    info: { Title: receipt.title, Author: 'Regionspeil', CreationDate: receipt.at, ModDate: receipt.at }
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  for (const [name, weight] of Object.entries(fonts)) {
    for (const set of ['latin', 'latin-ext']) doc.registerFont(`${name}-${set}`, readFont(set, weight));
  }
  const root = doc.struct('Document');
  doc.addStructure(root);
  heading(doc, root, 'H1', receipt.title);
  paragraph(doc, root, receipt.subtitle);
  table(doc, root, null, receipt.facts);
  for (const { title, headings, rows } of receipt.parts) {
    heading(doc, root, 'H2', title);
    table(doc, root, headings, rows);
  }
  heading(doc, root, 'H2', receipt.hash.title);
  paragraph(doc, root, receipt.hash.value);
  paragraph(doc, root, receipt.hash.means);
  root.end();
  numberPages(doc, receipt.page);
  doc.end();
  return done;
}

type Element = PDFKit.PDFStructureElement;

function heading(doc: Doc, root: Element, type: 'H1' | 'H2', text: string): void {
  const size = type === 'H1' ? 20 : 13;
  roomFor(doc, size * 4);
  if (type === 'H2') doc.y += gap;
  root.add(doc.struct(type, {}, () => write(doc, text, { font: 'strong', size })));
  doc.y += gap / 2;
}

function paragraph(doc: Doc, root: Element, text: string): void {
  root.add(doc.struct('P', {}, () => write(doc, text, { font: 'text', size: 10.5 })));
  doc.y += gap / 2;
}

/** A table of two columns: the first names its row, `headings` name the columns, null for a list of facts. */
function table(doc: Doc, root: Element, headings: Row | null, rows: readonly Row[]): void {
  const element = doc.struct('Table');
  root.add(element);
  if (headings) tableRow(doc, element, headings, 'Column');
  for (const row of rows) tableRow(doc, element, row, 'Row');
  element.end();
  doc.y += gap / 2;
}

function tableRow(doc: Doc, element: Element, [label, value]: Row, scope: 'Row' | 'Column'): void {
  const inner = doc.page.width - 2 * margin;
  const widths = [inner * 0.55, inner * 0.45 - gap] as const;
  const height = Math.max(heightOf(doc, label, widths[0]), heightOf(doc, value, widths[1]));
  roomFor(doc, height);
  const top = doc.y;
  const cell = (type: 'TH' | 'TD', text: string, column: 0 | 1) => {
    const options = type === 'TH' ? { scope } : {};
    const font = type === 'TH' && scope === 'Column' ? 'strong' : 'text';
    const x = column === 0 ? margin : margin + widths[0] + gap;
    return doc.struct(type, options as PDFKit.Mixins.StructureElementOptions, () => {
      doc.y = top;
      write(doc, text, { font, size: 10.5, x, width: widths[column] });
    });
  };
  const row = doc.struct('TR');
  element.add(row);
  row.add(cell('TH', label, 0));
  row.add(cell(scope === 'Column' ? 'TH' : 'TD', value, 1));
  row.end();
  doc.x = margin;
  doc.y = top + height + gap / 2;
}

type Style = { font: keyof typeof fonts; size: number; x?: number; width?: number };

function write(doc: Doc, text: string, { font, size, x = margin, width = doc.page.width - 2 * margin }: Style): void {
  const runs = text.match(runsOfOneFont) ?? [''];
  runs.forEach((run, index) => {
    const set = startsLatin.test(run) ? 'latin' : 'latin-ext';
    doc.font(`${font}-${set}`).fontSize(size);
    const options = { width, continued: index < runs.length - 1 };
    if (index === 0) doc.text(run, x, doc.y, options);
    else doc.text(run, options);
  });
}

function heightOf(doc: Doc, text: string, width: number): number {
  return doc.font('text-latin').fontSize(10.5).heightOfString(text, { width });
}

function roomFor(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - margin) doc.addPage();
}

/** Page numbers are outside what is read aloud. */
function numberPages(doc: Doc, label: ReceiptText['page']): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.page.margins.bottom = 0;
    doc.font('text-latin').fontSize(8);
    doc.text(label(index + 1, count), margin, doc.page.height - margin / 2 - 8, { lineBreak: false });
    doc.endMarkedContent();
  }
}

function readFont(set: string, weight: string): Buffer {
  return readFileSync(fontFile.resolve(`@fontsource/inter/files/inter-${set}-${weight}-normal.woff`));
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

type Doc = InstanceType<typeof PDFDocument>;
type Element = PDFKit.PDFStructureElement;
type Font = keyof typeof fonts;

/** What a document is called, in which language, and when it was made. */
export type PdfIdentity = { title: string; lang: string; at: Date; page: (page: number, pages: number) => string };
/** `widths` are parts of the whole; without `headings` the first column names the rows alone. */
type PdfTable = {
  headings: readonly string[] | null;
  rows: readonly (readonly string[])[];
  widths: readonly number[];
  size?: number;
};
/** Writes from the top of the first page downwards; new pages come by themselves. */
export type PdfWriter = {
  heading: (type: 'H1' | 'H2' | 'H3', text: string) => void;
  paragraph: (text: string) => void;
  /** One paragraph of short lines, as an address. */
  lines: (texts: readonly string[]) => void;
  list: (items: readonly string[]) => void;
  table: (table: PdfTable) => void;
  /** `png` is opaque; `alt` is read instead of it. */
  picture: (png: Buffer, alt: string, proportion: number) => void;
};

const margin = 56;
const gap = 12;
const textSize = 10.5;
/** A heading never stands alone at the foot of a page: there is room for some lines after it. */
const roomAfterHeading = 80;
const headingSizes = { H1: 20, H2: 13, H3: 11 } as const;
const fonts = { text: '400', strong: '700' } as const;
/** What the typeface's Latin file holds; letters of Sámi and other names are in the one beside it. */
const latin = '\\t -\\u00ff\\u0131\\u0152-\\u0153\\u02bb-\\u02dc\\u2000-\\u206f\\u20ac\\u2122';
const runsOfOneFont = new RegExp(`[${latin}]+|[^${latin}]+`, 'g');
const startsLatin = new RegExp(`^[${latin}]`);
/** What neither file of the typeface has a letter for. */
const unwritable = new RegExp(`[^${latin}\\u0100-\\u024f\\u1e00-\\u1eff]`, 'gu');
const fontFile = createRequire(import.meta.url);

/**
 * A tagged PDF: headings, paragraphs, lists, pictures and tables with their headings are there for screen readers, and the
 * fonts are in the file. The same content gives the same bytes. `isArchival` makes it PDF/A-2a (ISO 19005-2, level A).
 */
export function taggedPdf(
  { title, lang, at, page }: PdfIdentity,
  write: (writer: PdfWriter) => void,
  { isCompressed = true, isArchival = false } = {}
): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin, font: undefined, bufferPages: true, compress: isCompressed },
    ...{ pdfVersion: '1.7', tagged: true, lang, displayTitle: true },
    ...(isArchival && { subset: 'PDF/A-2a' as const }),
    info: isArchival
      ? { Title: plain(title), Author: 'Regionspeil', CreationDate: at }
      : { Title: title, Author: 'Regionspeil', CreationDate: at, ModDate: at }
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
  write({
    heading: (type, text) => heading(doc, root, type, text),
    paragraph: (text) => paragraph(doc, root, [text]),
    lines: (texts) => {
      paragraph(doc, root, texts);
      doc.y += gap;
    },
    list: (items) => list(doc, root, items),
    table: (content) => table(doc, root, content),
    picture: (png, alt, proportion) => picture(doc, root, { png, alt, proportion })
  });
  root.end();
  numberPages(doc, page);
  doc.end();
  return done;
}

function heading(doc: Doc, root: Element, type: keyof typeof headingSizes, text: string): void {
  const size = headingSizes[type];
  roomFor(doc, size * 1.5 + roomAfterHeading);
  if (type !== 'H1') doc.y += gap;
  root.add(doc.struct(type, {}, () => writeText(doc, text, { font: 'strong', size })));
  doc.y += gap / 2;
}

function paragraph(doc: Doc, root: Element, texts: readonly string[]): void {
  const write = () => texts.forEach((text) => writeText(doc, text, { font: 'text', size: textSize }));
  root.add(doc.struct('P', {}, write));
  doc.y += gap / 2;
}

function list(doc: Doc, root: Element, items: readonly string[]): void {
  const element = doc.struct('L');
  root.add(element);
  for (const text of items) {
    roomFor(doc, heightOf(doc, text, { size: textSize, width: innerWidth(doc) - gap }));
    const item = doc.struct('LI');
    element.add(item);
    item.add(doc.struct('LBody', {}, () => writeText(doc, `• ${text}`, { font: 'text', size: textSize })));
    item.end();
    doc.y += gap / 4;
  }
  element.end();
  doc.y += gap / 2;
}

function picture(doc: Doc, root: Element, { png, alt, proportion }: { png: Buffer; alt: string; proportion: number }) {
  const most = doc.page.height - 2 * margin;
  const width = Math.min(innerWidth(doc), most / proportion);
  roomFor(doc, width * proportion);
  const top = doc.y;
  root.add(doc.struct('Figure', { alt }, () => doc.image(png, margin, top, { width })));
  doc.x = margin;
  doc.y = top + width * proportion + gap;
}

function table(doc: Doc, root: Element, { headings, rows, widths, size = textSize }: PdfTable): void {
  const element = doc.struct('Table');
  root.add(element);
  const places = placesOf(doc, widths);
  if (headings) {
    const [first = []] = rows;
    roomFor(doc, rowHeight(doc, headings, places, size) + rowHeight(doc, first, places, size) + gap);
    tableRow(doc, element, { cells: headings, isHeading: true, places, size });
  }
  for (const cells of rows) {
    const isNew = roomFor(doc, rowHeight(doc, cells, places, size));
    if (isNew && headings) repeatHeadings(doc, headings, places, size);
    tableRow(doc, element, { cells, isHeading: false, places, size });
  }
  element.end();
  doc.y += gap / 2;
}

type Place = { x: number; width: number };
type TableRow = { cells: readonly string[]; isHeading: boolean; places: readonly Place[]; size: number };

function tableRow(doc: Doc, element: Element, { cells, isHeading, places, size }: TableRow): void {
  const height = rowHeight(doc, cells, places, size);
  const top = doc.y;
  const row = doc.struct('TR');
  element.add(row);
  cells.forEach((text, column) => {
    const isNamed = isHeading || column === 0;
    const options = isNamed ? { scope: isHeading ? 'Column' : 'Row' } : {};
    const draw = () => writeCell(doc, text, { ...placeAt(places, column), top, size, isHeading });
    row.add(doc.struct(isNamed ? 'TH' : 'TD', options as PDFKit.Mixins.StructureElementOptions, draw));
  });
  row.end();
  doc.x = margin;
  doc.y = top + height + gap / 2;
}

/** On the next page for the eye alone: who listens has heard them. */
function repeatHeadings(doc: Doc, headings: readonly string[], places: readonly Place[], size: number): void {
  const top = doc.y;
  doc.markContent('Artifact', { type: 'Pagination' });
  headings.forEach((text, column) => {
    writeCell(doc, text, { ...placeAt(places, column), top, size, isHeading: true });
  });
  doc.endMarkedContent();
  doc.y = top + rowHeight(doc, headings, places, size) + gap / 2;
}

function writeCell(doc: Doc, text: string, cell: Place & { top: number; size: number; isHeading: boolean }): void {
  const { top, size, isHeading, ...place } = cell;
  doc.y = top;
  writeText(doc, text, { font: isHeading ? 'strong' : 'text', size, ...place });
}

function placesOf(doc: Doc, widths: readonly number[]): Place[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const free = innerWidth(doc) - gap * (widths.length - 1);
  let x = margin;
  return widths.map((part) => {
    const place = { x, width: (free * part) / whole };
    x += place.width + gap;
    return place;
  });
}

function placeAt(places: readonly Place[], column: number): Place {
  const place = places[column];
  if (!place) throw new Error(`a table has no column ${column}`);
  return place;
}

type Style = { font: Font; size: number; x?: number; width?: number };

/** The engine writes a title as it is into the XML of a PDF/A, where signs of XML would end it. */
function plain(title: string): string {
  return title.replaceAll(/[<>&]/g, ' ');
}

/** A letter that the typeface lacks is told by its number: a file that is kept may not show an empty box. */
function writable(text: string): string {
  return text.replaceAll(unwritable, (letter) => {
    const number = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${number}]`;
  });
}

function writeText(doc: Doc, text: string, { font, size, x = margin, width = innerWidth(doc) }: Style): void {
  const runs = writable(text).match(runsOfOneFont) ?? [''];
  runs.forEach((run, index) => {
    const set = startsLatin.test(run) ? 'latin' : 'latin-ext';
    doc.font(`${font}-${set}`).fontSize(size);
    const options = { width, continued: index < runs.length - 1 };
    if (index === 0) doc.text(run, x, doc.y, options);
    else doc.text(run, options);
  });
}

function rowHeight(doc: Doc, cells: readonly string[], places: readonly Place[], size: number): number {
  return Math.max(
    0,
    ...cells.map((text, column) => heightOf(doc, text, { size, width: placeAt(places, column).width }))
  );
}

function heightOf(doc: Doc, text: string, { size, width }: { size: number; width: number }): number {
  return doc.font('strong-latin').fontSize(size).heightOfString(text, { width });
}

function innerWidth(doc: Doc): number {
  return doc.page.width - 2 * margin;
}

/** Whether it needed a new page. */
function roomFor(doc: Doc, height: number): boolean {
  if (doc.y + height <= doc.page.height - margin) return false;
  doc.addPage();
  return true;
}

/** Page numbers are outside what is read aloud. */
function numberPages(doc: Doc, label: PdfIdentity['page']): void {
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

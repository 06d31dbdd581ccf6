import Papa from 'papaparse';

export type Separator = ';' | '\t' | ',';
type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';
/** One row; `line` counts as an editor does, also when cells before it hold line breaks. */
export type DelimitedRow = { line: number; cells: string[] };
export type DelimitedText = { encoding: Encoding; separator: Separator; rows: DelimitedRow[] };
/** Why a file gives no rows: a workbook and not text, bytes that no text has, or a quote that is never closed. */
export type UnreadableText = { refused: 'workbook' | 'not_text' } | { refused: 'quotes'; line: number };

const separators: readonly Separator[] = ['\t', ';', ','];
const rowsLookedAt = 20;
const workbookStarts = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0]
];
/** Windows-1252 at 0x80 to 0x9F; elsewhere it is Latin-1. A space is a byte that it does not use. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The rows of a file as Excel, Numbers or a system saved it, blank rows left out; any bytes give rows or say why not. */
export function readDelimitedText(bytes: Uint8Array): DelimitedText | UnreadableText {
  const decoded = decodeText(bytes);
  if ('refused' in decoded) return decoded;
  const read = readPastedText(decoded.text);
  return 'refused' in read ? read : { ...read, encoding: decoded.encoding };
}

/** The text of a file: UTF-8 with or without a byte order mark, UTF-16 as Excel's "Unicode text", else Windows-1252. */
export function decodeText(bytes: Uint8Array): { encoding: Encoding; text: string } | UnreadableText {
  if (workbookStarts.some((start) => start.every((byte, index) => bytes[index] === byte))) {
    return { refused: 'workbook' };
  }
  const encoding = encodingOf(bytes);
  const text = encoding === 'windows-1252' ? fromWindows1252(bytes) : decodedAs(encoding, bytes);
  return text === null || hasControl(text) ? { refused: 'not_text' } : { encoding, text };
}

/** The rows of a text, such as cells pasted from Excel. The separator is the one that gives the same number of cells throughout. */
export function readPastedText(text: string): Omit<DelimitedText, 'encoding'> | UnreadableText {
  if (hasControl(text)) return { refused: 'not_text' };
  const { separator, body, from } = withoutSeparatorLine(text.replace(/^\uFEFF/, ''));
  const chosen = separator ?? separatorOf(body);
  const { rows, brokenAt } = splitRows(body, chosen);
  if (brokenAt !== null) return { refused: 'quotes', line: brokenAt + from };
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { separator: chosen, rows: filled.map(({ line, cells }) => ({ line: line + from, cells })) };
}

/** Every row of a text with this separator, and the line of the first quote that is wrong, null when none is. */
export function splitRows(text: string, separator: Separator): { rows: DelimitedRow[]; brokenAt: number | null } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { delimiter: separator, newline: '\n' });
  let next = 1;
  const rows = data.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return { line, cells };
  });
  const [error] = errors;
  return { rows, brokenAt: error ? (rows[error.row ?? 0]?.line ?? 1) : null };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return decodedAs('utf-8', bytes) === null ? 'windows-1252' : 'utf-8';
}

function decodedAs(encoding: 'utf-8' | 'utf-16le', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // the bytes are not of this encoding, which is what was asked
  }
}

/** The text of bytes in Windows-1252, or null where they have none. */
export function fromWindows1252(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  for (const byte of bytes) {
    const letter = byte >= 0x80 && byte <= 0x9f ? windows1252[byte - 0x80] : String.fromCharCode(byte);
    if (letter === ' ' && byte !== 0x20) return null;
    parts.push(letter ?? '');
  }
  return parts.join('');
}

/** Whether a text has signs in it that no text has. */
export function hasControl(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /[\0-\x08\x0e-\x1f\x7f]/.test(text);
}

/** Excel writes the separator on a line of its own when asked to: `sep=;`. */
export function withoutSeparatorLine(text: string): { separator: Separator | null; body: string; from: number } {
  const named = /^sep=([;,\t])(?:\r\n?|\n|$)/i.exec(text);
  const separator = separators.find((one) => one === named?.[1]) ?? null;
  return { separator, body: text.slice(named?.[0].length ?? 0), from: named ? 1 : 0 };
}

/** The separator that gives the first rows of a text the same number of cells, or most of them. */
export function separatorOf(text: string): Separator {
  const start = text.split(/\r\n?|\n/, rowsLookedAt * 2).join('\n');
  const tried = separators.map((separator) => {
    const { rows } = splitRows(start, separator);
    const widths = rows.map(({ cells }) => (cells.length === 1 && cells[0] === '' ? 0 : cells.length));
    const filled = widths.filter((width) => width > 0).slice(0, rowsLookedAt);
    const [first = 1] = filled;
    return { separator, first, isEven: first > 1 && filled.every((width) => width === first) };
  });
  const even = tried.find(({ isEven }) => isEven);
  if (even) return even.separator;
  const [widest] = tried.toSorted((one, other) => other.first - one.first);
  return widest && widest.first > 1 ? widest.separator : ';';
}

import {
  readDelimitedText,
  readPastedText,
  type DelimitedRow,
  type UnreadableText
} from '#lib/domain/delimited-text.ts';
import { mostFormRows } from './sheet-form.ts';

/** Why there are no rows in what was sent. */
export type SourceRefusal = UnreadableText | { refused: 'empty' | 'tooManyRows' };

/** The rows that were pasted, or stand in the file that was chosen. */
export async function readSource(form: FormData): Promise<{ rows: DelimitedRow[] } | SourceRefusal> {
  const file = form.get('file');
  const read =
    file instanceof File && file.size > 0
      ? readDelimitedText(new Uint8Array(await file.arrayBuffer()))
      : readPastedText(String(form.get('text') ?? ''));
  if ('refused' in read) return read;
  if (read.rows.length === 0) return { refused: 'empty' };
  return read.rows.length > mostFormRows ? { refused: 'tooManyRows' } : read;
}

import { openImportScene, type ImportSceneData } from '#lib/domain/import-scene.ts';
import { ImportTable, type ImportWindow } from '#lib/domain/import-table.ts';
import type { ImportRow } from '#lib/domain/answer-import.ts';
import type { UnreadableText } from '#lib/domain/delimited-text.ts';
import { readDelimitedStream } from './delimited-stream.ts';

/** What the page asks the worker, which holds the rows. */
export type ImportRequest =
  | { kind: 'read'; scene: ImportSceneData; source: Blob }
  | { kind: 'use'; column: number; use: string }
  | { kind: 'correct'; line: number; column: number; value: string }
  | { kind: 'change'; line: number; changed: { isSkipped?: boolean; replaces?: number | null } }
  | { kind: 'show'; from: number; most: number; onlyProblems: boolean }
  | { kind: 'ready' };
export type ImportRefusal = UnreadableText | { refused: 'empty' | 'tooLarge' };
export type ImportReply =
  | { kind: 'progress'; rows: number; bytes: number }
  | { kind: 'refused'; refusal: ImportRefusal }
  | { kind: 'read' }
  | { kind: 'shown'; window: ImportWindow }
  | { kind: 'ready'; rows: ImportRow[] }
  | { kind: 'failed'; message: string };

export const mostRows = 200_000;

let table: ImportTable | null = null;
const reply = (message: ImportReply) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  handle(data).catch((error: unknown) => reply({ kind: 'failed', message: String(error) }));
});

async function handle(request: ImportRequest): Promise<void> {
  if (request.kind === 'read') return read(request.scene, request.source);
  if (!table) throw new Error(`nothing is read yet: ${request.kind}`);
  switch (request.kind) {
    case 'use':
      return table.chooseUse(request.column, request.use);
    case 'correct':
      return table.correct(request.line, request.column, request.value);
    case 'change':
      return table.change(request.line, request.changed);
    case 'show':
      return reply({ kind: 'shown', window: table.show(request) });
    case 'ready':
      return reply({ kind: 'ready', rows: table.ready() });
  }
}

async function read(scene: ImportSceneData, source: Blob): Promise<void> {
  const reading = new ImportTable(openImportScene(scene));
  let isTooLarge = false;
  const refusal = await readDelimitedStream(source, (rows, { bytes }) => {
    isTooLarge ||= reading.size + rows.length > mostRows;
    if (isTooLarge) return;
    reading.add(rows, bytes >= source.size);
    reply({ kind: 'progress', rows: reading.size, bytes });
  });
  if (refusal) return reply({ kind: 'refused', refusal });
  if (isTooLarge) return reply({ kind: 'refused', refusal: { refused: 'tooLarge' } });
  if (reading.size === 0) return reply({ kind: 'refused', refusal: { refused: 'empty' } });
  table = reading;
  reply({ kind: 'read' });
}

import { Table, tableToIPC, vectorFromArray, Dictionary, Float64, Int32, Utf8, type Vector } from 'apache-arrow';
import type { Figure } from '#lib/domain/figure.ts';
import type { EngineTable } from '#lib/stats/engine-table.ts';
import { figureColumns } from '#lib/stats/figure-table.ts';

/** The data set as an Arrow IPC stream with the columns of the table `figure`. */
export function arrowStream(figures: readonly Figure[]): Uint8Array {
  return tableStream({ columns: figureColumns, rows: figures });
}

/** A table as an Arrow IPC stream; texts are dictionaries, which a stream without rows cannot hold. */
export function tableStream({ columns, rows }: Pick<EngineTable, 'columns' | 'rows'>): Uint8Array {
  const textType = () => (rows.length === 0 ? new Utf8() : new Dictionary(new Utf8(), new Int32()));
  const vectors = columns.map(({ key, name, type }) => {
    const values = rows.map((row) => row[key] ?? null);
    const vector = type === 'varchar' ? vectorFromArray(values, textType()) : vectorFromArray(values, new Float64());
    return [name, vector] as [string, Vector];
  });
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
}

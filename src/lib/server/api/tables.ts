import { z } from 'zod';
import { delimitedFile } from '#lib/domain/delimited-file.ts';
import type { JsonStat } from '#lib/domain/json-stat.ts';
import { dataLines } from '#lib/domain/json-stat-selection.ts';
import type { Language } from '#lib/domain/language.ts';
import { findReleaseFile } from '#lib/server/public-release.ts';
import { acceptedType } from './accepted.ts';
import { asPublic, jsonAnswer, notFound, operation, type Refusal, type Source } from './operation.ts';
import { lang, languageIn, name } from './parameters.ts';
import { listPublishedTables, readHeads, tableIds, type DataHead, type PublishedTable } from './published.ts';
import { schemas } from './schemas.ts';

export const csvType = 'text/csv; charset=utf-8';
const types = { 'json-stat': 'application/json', csv: 'text/csv' } as const;

/** The tables of the newest version of every release. */
export const listDatasets = operation({
  id: 'listDatasets',
  path: '/datasets',
  summary: 'The tables of the newest version of every release, with the addresses they always have',
  params: z.strictObject({}),
  query: z.strictObject({ lang }),
  answers: { 'application/json': schemas.Datasets },
  run: async ({ query, source }) => {
    const tables = await newestTables(source, languageIn(query.lang));
    const at = ({ table }: HeadedTable, format: string) => {
      return `${source.origin}/api/v1/tables/${tableIds(table).newest}?format=${format}&lang=${query.lang}`;
    };
    const datasets = tables.map((one) => {
      const { region, round, version } = one.table.release;
      const { newest, lasting } = tableIds(one.table);
      return {
        ...{ id: newest, lastingId: lasting, label: one.head.label, region, round, version, updated: one.head.updated },
        ...{ jsonStat: at(one, 'json-stat'), csv: at(one, 'csv') }
      };
    });
    return jsonAnswer({ datasets });
  }
});

/** A table as JSON-stat, as it was frozen, or as CSV made from that. */
export const readTable = operation({
  id: 'readTable',
  path: '/tables/{id}',
  summary: 'A table as JSON-stat 2.0 or CSV, by the parameter format or the header accept',
  params: z.strictObject({ id: name }),
  query: z.strictObject({ format: z.enum(['json-stat', 'csv']).optional(), lang }),
  answers: { 'application/json': schemas.JsonStat, 'text/csv': schemas.Csv },
  run: async ({ params, query, accept, source }) => {
    const type = query.format ? types[query.format] : acceptedType(accept, Object.values(types));
    const found = await findTable(source, params.id, languageIn(query.lang));
    if (!found) return notFound('id', params.id);
    if (type === null) return notAcceptable(accept, Object.values(types));
    const kept = { keep: found.isLasting ? 'always' : 'briefly', location: found.location } as const;
    if (type === 'application/json') return { status: 200, mediaType: type, body: found.text, ...kept };
    const body = delimitedFile(dataLines(found.data, 'codes_and_texts'), 'plain');
    return { status: 200, mediaType: csvType, body, ...kept };
  }
});

/** Refuses what a reader takes none of. */
function notAcceptable(accept: string | null, allowed: readonly string[]): Refusal {
  return { status: 406, code: 'not_acceptable', parameter: 'accept', value: accept ?? '', allowed };
}

/** A table with its data set, and the text of it as it was frozen. */
export type FoundTable = {
  table: PublishedTable;
  data: JsonStat;
  text: string;
  isLasting: boolean;
  location: string;
};

/** A table by either of its ids; null when nobody has published one. */
export function findTable(source: Source, id: string, language: Language): Promise<FoundTable | null> {
  return asPublic(source, async (tx) => {
    const tables = await listPublishedTables(tx, language);
    const lasting = tables.find((table) => tableIds(table).lasting === id);
    const table = lasting ?? tables.find((one) => isNewest(one) && tableIds(one).newest === id);
    if (!table) return null;
    const file = await findReleaseFile(tx, table.release.id, table.file);
    if (!file) return null;
    const text = Buffer.from(file.bytes).toString();
    const location = `${source.origin}/api/v1/tables/${tableIds(table).lasting}`;
    return { table, text, data: JSON.parse(text) as JsonStat, isLasting: lasting !== undefined, location };
  });
}

type HeadedTable = { table: PublishedTable; head: DataHead };

/** The tables of the newest versions with their heads. */
export function newestTables(source: Source, language: Language): Promise<HeadedTable[]> {
  return asPublic(source, async (tx) => {
    const tables = (await listPublishedTables(tx, language)).filter(isNewest);
    const heads = await readHeads(
      tx,
      tables.map(({ file }) => file)
    );
    return tables.flatMap((table) => {
      const head = heads.get(table.file);
      return head ? [{ table, head }] : [];
    });
  });
}

function isNewest({ release }: PublishedTable): boolean {
  return release.version === release.newest;
}

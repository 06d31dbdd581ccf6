import { z } from 'zod';
import { delimitedFile } from '#lib/domain/delimited-file.ts';
import type { JsonStat } from '#lib/domain/json-stat.ts';
import { codesByExpression, codesOf, dataLines, selectedData } from '#lib/domain/json-stat-selection.ts';
import { limits } from '#lib/server/rate-limit.ts';
import { licence } from './licence.ts';
import { jsonAnswer, notFound, operation, type Refusal, type Source } from './operation.ts';
import { lang, languageIn, name } from './parameters.ts';
import { tableIds, type DataHead, type PublishedTable } from './published.ts';
import { schemas } from './schemas.ts';
import { csvType, findTable, newestTables } from './tables.ts';

const formats = ['json-stat2', 'csv'] as const;
const number = z.string().regex(/^[1-9]\d{0,4}$/);
const byId = { params: z.strictObject({ id: name }) };

/** How PxWebApi 2 tells what a server can do. */
export const readPxConfig = operation({
  id: 'readPxConfig',
  path: '/pxweb/config',
  summary: 'PxWebApi 2: what this server can do',
  params: z.strictObject({}),
  query: z.strictObject({ lang }),
  answers: { 'application/json': schemas.PxConfig },
  run: () =>
    jsonAnswer({
      ...{ apiVersion: '2.0', appVersion: 'v1', defaultLanguage: 'nb', maxDataCells: 1_000_000 },
      languages: [
        { id: 'nb', label: 'Bokmål' },
        { id: 'nn', label: 'Nynorsk' }
      ],
      ...{ maxCallsPerTimeWindow: limits.apiPerClient.most, timeWindow: limits.apiPerClient.minutes * 60 },
      ...{ license: licence.href, defaultDataFormat: 'json-stat2', dataFormats: formats }
    })
});

/** The tables of the newest versions, page by page. */
export const listPxTables = operation({
  id: 'listPxTables',
  path: '/pxweb/tables',
  summary: 'PxWebApi 2: the tables of the newest versions, page by page',
  params: z.strictObject({}),
  query: z.strictObject({
    lang,
    query: name.optional(),
    pageNumber: number.default('1'),
    pageSize: number.default('100')
  }),
  answers: { 'application/json': schemas.PxTables },
  run: async ({ query, source }) => {
    const wanted = query.query?.toLowerCase() ?? '';
    const tables = await newestTables(source, languageIn(query.lang));
    const found = tables
      .map(({ table, head }) => pxTable({ table, head, id: tableIds(table).newest }, source, query.lang))
      .filter(({ id, label }) => `${id} ${label}`.toLowerCase().includes(wanted));
    const [pageNumber, pageSize] = [Number(query.pageNumber), Number(query.pageSize)];
    const totalPages = Math.max(1, Math.ceil(found.length / pageSize));
    return jsonAnswer({
      language: query.lang,
      tables: found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
      page: { pageNumber, pageSize, totalElements: found.length, totalPages }
    });
  }
});

/** One table as it stands in the list. */
export const readPxTable = operation({
  ...byId,
  id: 'readPxTable',
  path: '/pxweb/tables/{id}',
  summary: 'PxWebApi 2: one table as it stands in the list',
  query: z.strictObject({ lang }),
  answers: { 'application/json': schemas.PxTable },
  run: async ({ params, query, source }) => {
    const found = await findTable(source, params.id, languageIn(query.lang));
    if (!found) return notFound('id', params.id);
    return jsonAnswer({
      ...pxTable({ table: found.table, head: found.data, id: params.id }, source, query.lang),
      language: query.lang
    });
  }
});

/** The variables of a table with their codes. */
export const readPxMetadata = operation({
  ...byId,
  id: 'readPxMetadata',
  path: '/pxweb/tables/{id}/metadata',
  summary: 'PxWebApi 2: the variables of a table and their codes, as JSON-stat without cells',
  query: z.strictObject({ lang, outputFormat: z.literal('json-stat2').optional() }),
  answers: { 'application/json': schemas.PxMetadata },
  run: async ({ params, query, source }) => {
    const found = await findTable(source, params.id, languageIn(query.lang));
    if (!found) return notFound('id', params.id);
    const all = Object.entries(described(found.data, params.id, source));
    const head = Object.fromEntries(all.filter(([key]) => key !== 'value' && key !== 'status'));
    return jsonAnswer(head, { keep: found.isLasting ? 'always' : 'briefly' });
  }
});

/** The cells of a table, all or those of the codes that are chosen. */
export const readPxData = operation({
  ...byId,
  id: 'readPxData',
  path: '/pxweb/tables/{id}/data',
  summary: 'PxWebApi 2: the cells of a table; a variable without valueCodes gives all its codes',
  query: z.strictObject({
    lang,
    outputFormat: z.enum(formats).default('json-stat2'),
    outputFormatParams: z
      .enum(['UseCodes', 'UseTexts', 'UseCodesAndTexts'])
      .default('UseCodesAndTexts')
      .describe('For csv only.'),
    valueCodes: z
      .record(z.string(), z.string().max(2000))
      .default({})
      .describe('Codes with commas between, with * and ?, top(n), bottom(n), from(a), to(a), [range(a,b)].')
  }),
  answers: { 'application/json': schemas.JsonStat, 'text/csv': schemas.Csv },
  run: async ({ params, query, source }) => {
    const found = await findTable(source, params.id, languageIn(query.lang));
    if (!found) return notFound('id', params.id);
    const chosen = chosenCodes(found.data, query.valueCodes);
    if ('code' in chosen) return chosen;
    const data = selectedData(described(found.data, params.id, source), chosen.codes);
    const keep = found.isLasting ? 'always' : 'briefly';
    if (query.outputFormat === 'json-stat2') return jsonAnswer(data, { keep });
    const form = { UseCodes: 'codes', UseTexts: 'texts', UseCodesAndTexts: 'codes_and_texts' } as const;
    const body = delimitedFile(dataLines(data, form[query.outputFormatParams]), 'plain');
    return { status: 200, mediaType: csvType, body, keep };
  }
});

/** What PxWebApi tells of a table beside JSON-stat; no variable can be left out by adding up, since hidden cells cannot be added. */
function described(data: JsonStat, id: string, { origin }: Source): JsonStat & { href: string } {
  const extension = { elimination: false, show: 'code_value' };
  return {
    ...data,
    href: `${origin}/api/v1/pxweb/tables/${id}/data`,
    dimension: Object.fromEntries(Object.entries(data.dimension).map(([key, one]) => [key, { ...one, extension }])),
    extension: { ...data.extension, px: { tableid: id, 'official-statistics': false, aggregallowed: false } }
  };
}

function chosenCodes(
  data: JsonStat,
  valueCodes: Readonly<Record<string, string>>
): Refusal | { codes: Map<string, string[]> } {
  const codes = new Map<string, string[]>();
  for (const [variable, expression] of Object.entries(valueCodes)) {
    const parameter = `valueCodes[${variable}]`;
    const dimension = data.id.find((one) => one.toLowerCase() === variable.toLowerCase());
    const known = data.id.map((one) => `valueCodes[${one}]`);
    if (!dimension) {
      return { status: 400, code: 'unknown_parameter', parameter, value: expression, allowed: known };
    }
    const all = codesOf(data, dimension);
    const found = codesByExpression(all, expression);
    if ('unknown' in found) {
      return { status: 400, code: 'bad_value', parameter, value: found.unknown, allowed: all };
    }
    codes.set(dimension, found.codes);
  }
  return { codes };
}

type Described = { table: PublishedTable; head: DataHead; id: string };

function pxTable({ table, head, id }: Described, { origin }: Source, hreflang: string) {
  const { round, version, newest } = table.release;
  const at = `${origin}/api/v1/pxweb/tables/${id}`;
  const link = (rel: string, href: string) => ({ rel, hreflang, href: `${href}?lang=${hreflang}` });
  return {
    ...{ type: 'Table', id, label: head.label, updated: head.updated, firstPeriod: round, lastPeriod: round },
    ...{ category: 'public', variableNames: head.id.map((one) => head.dimension[one]?.label ?? one) },
    ...{ discontinued: version !== newest, source: head.source },
    links: [link('self', at), link('metadata', `${at}/metadata`), link('data', `${at}/data`)]
  };
}

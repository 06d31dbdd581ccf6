import { z } from 'zod';

const link = z.strictObject({ rel: z.string(), hreflang: z.string(), href: z.url() });
const titles = z.strictObject({ nb: z.string(), nn: z.string() });
const count = z.int().min(0);

/** A version of a release in a list. `supersededBy` is the version to read instead; null for the newest. */
const listedRelease = z.strictObject({
  region: z.string(),
  round: z.string(),
  version: z.int().min(1),
  title: titles,
  isNewest: z.boolean(),
  supersededBy: z.int().min(1).nullable(),
  publishedAt: z.iso.datetime(),
  period: z.strictObject({ name: z.string(), start: z.iso.date(), end: z.iso.date() }),
  dataKind: z.enum(['reported', 'synthetic', 'published']),
  self: z.url(),
  page: z.url()
});

const file = z.strictObject({
  name: z.string(),
  format: z.string(),
  language: z.enum(['nb', 'nn']),
  mediaType: z.string(),
  size: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  href: z.url()
});

const release = listedRelease.extend({
  note: z.string().nullable(),
  contentHash: z.string(),
  madeBy: z.strictObject({ questionnaire: z.string(), method: z.string(), code: z.string() }),
  files: z.array(file),
  tables: z.array(z.string())
});

const dataset = z.strictObject({
  id: z.string(),
  lastingId: z.string(),
  label: z.string(),
  region: z.string(),
  round: z.string(),
  version: z.int().min(1),
  updated: z.iso.datetime(),
  jsonStat: z.url(),
  csv: z.url()
});

const dimension = z.strictObject({
  label: z.string(),
  category: z.strictObject({
    index: z.record(z.string(), count),
    label: z.record(z.string(), z.string()),
    unit: z.record(z.string(), z.strictObject({ base: z.string(), decimals: count })).optional()
  }),
  extension: z.record(z.string(), z.unknown()).optional()
});

/** JSON-stat 2.0 without its cells, in the part of it that PxWebApi 2 has. */
const head = z.strictObject({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  href: z.url().optional(),
  label: z.string(),
  source: z.string(),
  updated: z.iso.datetime(),
  note: z.array(z.string()),
  role: z.strictObject({
    time: z.array(z.string()).optional(),
    geo: z.array(z.string()).optional(),
    metric: z.array(z.string()).optional()
  }),
  id: z.array(z.string()),
  size: z.array(count),
  dimension: z.record(z.string(), dimension),
  extension: z.record(z.string(), z.unknown())
});

const pxTable = z.strictObject({
  type: z.literal('Table'),
  id: z.string(),
  label: z.string(),
  updated: z.iso.datetime(),
  firstPeriod: z.string(),
  lastPeriod: z.string(),
  category: z.literal('public'),
  variableNames: z.array(z.string()),
  discontinued: z.boolean(),
  source: z.string(),
  links: z.array(link)
});

/** What each operation answers, by the name that the document gives it. */
export const schemas = {
  Index: z.strictObject({
    name: z.string(),
    version: z.literal('v1'),
    licence: z.strictObject({ name: z.string(), href: z.url() }),
    documentation: z.url(),
    links: z.array(z.strictObject({ rel: z.string(), href: z.string() }))
  }),
  Releases: z.strictObject({ releases: z.array(listedRelease) }),
  Release: release,
  Datasets: z.strictObject({ datasets: z.array(dataset) }),
  JsonStat: head.extend({ value: z.array(z.number().nullable()), status: z.record(z.string(), z.string()) }),
  Csv: z.string(),
  PxTables: z.strictObject({
    language: z.string(),
    tables: z.array(pxTable),
    page: z.strictObject({ pageNumber: count, pageSize: count, totalElements: count, totalPages: z.int().min(1) })
  }),
  PxTable: pxTable.extend({ language: z.string() }),
  PxMetadata: head,
  PxConfig: z.strictObject({
    apiVersion: z.string(),
    appVersion: z.string(),
    languages: z.array(z.strictObject({ id: z.string(), label: z.string() })),
    defaultLanguage: z.string(),
    maxDataCells: count,
    maxCallsPerTimeWindow: z.int().min(1),
    timeWindow: z.int().min(1),
    license: z.url(),
    defaultDataFormat: z.string(),
    dataFormats: z.array(z.string())
  }),
  OpenApi: z.looseObject({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) }),
  Problem: z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(499),
    detail: z.string(),
    parameter: z.string(),
    value: z.string(),
    allowed: z.array(z.string()).optional()
  })
} as const;
export type SchemaName = keyof typeof schemas;

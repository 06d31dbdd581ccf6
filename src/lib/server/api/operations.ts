import { z } from 'zod';
import { licence } from './licence.ts';
import { openApiOf } from './openapi.ts';
import { jsonAnswer, notFound, operation, type Operation } from './operation.ts';
import { lang } from './parameters.ts';
import { listPxTables, readPxConfig, readPxData, readPxMetadata, readPxTable } from './pxweb.ts';
import { listReleases, readNewestRelease, readRelease } from './releases.ts';
import { schemas } from './schemas.ts';
import { listDatasets, readTable } from './tables.ts';

const none = z.strictObject({});
const query = z.strictObject({ lang });

/** What there is, and on which terms. */
export const readIndex = operation({
  id: 'readIndex',
  path: '/',
  summary: 'What there is, with addresses and licence',
  params: none,
  query,
  answers: { 'application/json': schemas.Index },
  run: ({ source: { origin } }) =>
    jsonAnswer({
      ...{ name: 'Regionspeil', version: 'v1', licence, documentation: `${origin}/api` },
      links: operations
        .filter(({ path }) => path !== '/')
        .map(({ id, path }) => ({ rel: id, href: `${origin}/api/v1${path}` }))
    })
});

/** This description for programs. */
export const readOpenApi = operation({
  id: 'readOpenApi',
  path: '/openapi.json',
  summary: 'This document',
  params: none,
  query,
  answers: { 'application/json': schemas.OpenApi },
  run: ({ source }) => jsonAnswer(openApiOf(operations, source.origin))
});

/** The answer to an address that no operation has; no part of the document. */
export const findNothing = operation({
  id: 'findNothing',
  path: '/{path}',
  summary: 'No such address',
  params: z.strictObject({ path: z.string() }),
  query: z.looseObject({}),
  answers: {},
  run: ({ params }) => notFound('path', params.path)
});

/** Every operation there is, as it is documented. */
export const operations: readonly Operation[] = [
  ...[readIndex, readOpenApi, listReleases, readNewestRelease, readRelease, listDatasets, readTable],
  ...[readPxConfig, listPxTables, readPxTable, readPxMetadata, readPxData]
];

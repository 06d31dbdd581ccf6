import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import { operations } from '#lib/server/api/operations.ts';
import type { Store } from '#lib/server/db.ts';
import { loadReference } from '#lib/server/reference.ts';
import { csvFiles, jsonStatFiles } from '#lib/server/release-files/tables.ts';
import { answering } from '../../src/routes/api/v1/answering.ts';
import { releaseContent, releaseReadingOf } from './release-content.ts';
import { openTestDb } from './test-db.ts';

export const origin = 'https://regionspeil.example';
const at = new Date('2024-11-01T09:00:00Z');
const reference = loadReference('data');
const people = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

export type Standing = 'draft' | 'approved' | 'published' | 'withdrawn' | 'embargoed';
export type Put = { slug: string; version: number; standing: Standing; content?: ReleaseContent };

/** A store with releases as they stand once somebody has taken them there, the same each time. */
export async function openPublishedStore(puts: readonly Put[]): Promise<Store> {
  const db = await openTestDb();
  for (const [index, id] of people.entries()) {
    await db.owner.query('insert into person (id, name, email, created_at) values ($1, $2, $3, $4)', [
      ...[id, `Person ${index}`, `person${index}@korus.example`, at]
    ]);
  }
  for (const slug of new Set(puts.map((put) => put.slug))) {
    await db.owner.query(
      `insert into round (
        id, korus_region, slug, name, questionnaire_id, questionnaire_version,
        period_start, period_end, opens_at, deadline_at, closes_at, freezes_at, opened_at, data_kind
      )
      values ($1, 'sor', $2, $3, 'rer-core', 1, '2023-07-01', '2024-06-30', $4, $5, $5, $5, $4, 'synthetic')`,
      [`sor-${slug}`, slug, `Region Sør ${slug}`, new Date('2024-07-01'), at]
    );
  }
  for (const [index, put] of puts.entries()) await putRelease(db, put, index);
  return db;
}

async function putRelease(db: Store, { slug, version, standing, content }: Put, index: number): Promise<void> {
  const said = { ...(content ?? releaseContent()), slug, version };
  const id = `00000000-0000-4000-9000-00000000000${index}`;
  const isApproved = standing !== 'draft';
  const state = standing === 'embargoed' ? 'published' : standing;
  const published = ['published', 'withdrawn', 'embargoed'].includes(standing) ? at : null;
  await db.owner.query(
    `insert into release (
      korus_region, round_id, version, id, state, plan, title_nb, title_nn, note, author_id, approver_id,
      created_at, published_at, embargo_until, content, content_hash, data_hash
    )
    values ('sor', $1, $2, $3, $4, 'counties', $5, $6, $7, $8, $9, $10, $11, $12, $13, 'the hash', 'the hash of data')`,
    [
      ...[`sor-${slug}`, version, id, state, said.title.nb, said.title.nn, said.note],
      ...[people[0], isApproved ? people[1] : null, at, published],
      ...[standing === 'embargoed' ? new Date('2999-01-01') : null, JSON.stringify(said)]
    ]
  );
  if (!isApproved) return;
  for (const language of ['nb', 'nn'] as const) {
    const reading = releaseReadingOf(said, language);
    const files = [
      ...jsonStatFiles(reading).map((file) => ({ ...file, type: 'application/json', ending: '.json' })),
      ...csvFiles(reading, 'plain').map((file) => ({ ...file, type: 'text/csv; charset=utf-8', ending: '.csv' }))
    ];
    for (const { part, bytes, type, ending } of files) {
      const content = Buffer.from(bytes);
      await db.owner.query(
        `insert into release_file (korus_region, round_id, version, name, media_type, hash, bytes)
        values ('sor', $1, $2, $3, $4, $5, $6)`,
        [
          ...[`sor-${slug}`, version, `${reading.stem}-${part}${ending}`, type],
          ...[createHash('sha256').update(content).digest('hex'), content]
        ]
      );
    }
  }
}

type Asking = { headers?: Record<string, string>; client?: string; clock?: () => Date };

/** The answer of the API's own handlers to an address under `/api/v1`. */
export async function askApi(db: Store, address: string, { headers = {}, client = '10.0.0.1', clock }: Asking = {}) {
  const url = new URL(`${origin}/api/v1${address}`);
  const { operation, params } = operationAt(url.pathname.slice('/api/v1'.length) || '/');
  const app = { db, origin, reference, secret: 'only in tests', clock: clock ?? (() => at) };
  const event = {
    locals: { app },
    params,
    url,
    request: new Request(url, { headers }),
    getClientAddress: () => client
  };
  return answering(operation)(event as unknown as RequestEvent);
}

/** The operation that an address leads to, with the parameters in it. */
export function operationAt(pathname: string) {
  for (const operation of operations) {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)').replaceAll('.', '\\.')}$`);
    const found = pattern.exec(pathname);
    if (!found) continue;
    const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
    return { operation, params };
  }
  throw new Error(`no operation answers ${pathname}`);
}

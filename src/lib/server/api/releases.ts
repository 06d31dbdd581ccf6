import { z } from 'zod';
import { formatOf } from '#lib/domain/release-format.ts';
import { listReleaseFiles, type ReleaseFile } from '#lib/server/public-release.ts';
import { asPublic, jsonAnswer, notFound, operation, type Source } from './operation.ts';
import { listPublished, listPublishedTables, tableIds, type PublishedVersion } from './published.ts';
import { schemas } from './schemas.ts';
import { lang, name } from './parameters.ts';

const json = (schema: z.ZodType) => ({ 'application/json': schema });

/** Every published version, of a region or a round. */
export const listReleases = operation({
  id: 'listReleases',
  path: '/releases',
  summary: 'Every published version of every release, the newest reference period first',
  params: z.strictObject({}),
  query: z.strictObject({ region: name.optional(), round: name.optional(), lang }),
  answers: json(schemas.Releases),
  run: async ({ query: { region, round }, source }) => {
    if (region !== undefined && !source.regions.includes(region)) {
      return { status: 400, code: 'bad_value', parameter: 'region', value: region, allowed: source.regions };
    }
    const found = (await asPublic(source, listPublished)).filter((one) => {
      return (region ?? one.region) === one.region && (round ?? one.round) === one.round;
    });
    return jsonAnswer({ releases: found.map((one) => listed(one, source)) });
  }
});

const path = { region: name, round: name };

/**
 * The version of a round to read now. It answers itself instead of leading on, so that every reader gets it in one request;
 * `content-location` says which version it was.
 */
export const readNewestRelease = operation({
  id: 'readNewestRelease',
  path: '/releases/{region}/{round}',
  summary: 'The newest version of a release; content-location is its own address',
  params: z.strictObject(path),
  query: z.strictObject({ lang }),
  answers: json(schemas.Release),
  run: ({ params, source }) => releaseAnswer({ ...params, version: null }, source)
});

/** One version, whether or not it is the newest. */
export const readRelease = operation({
  id: 'readRelease',
  path: '/releases/{region}/{round}/{version}',
  summary: 'One version of a release: what it was made by, its tables, and its files with their hashes',
  params: z.strictObject({ ...path, version: z.string().regex(/^[1-9]\d{0,5}$/) }),
  query: z.strictObject({ lang }),
  answers: json(schemas.Release),
  run: ({ params, source }) => releaseAnswer({ ...params, version: Number(params.version) }, source)
});

type Address = { region: string; round: string; version: number | null };

function releaseAnswer({ region, round, version }: Address, source: Source) {
  return asPublic(source, async (tx) => {
    const ofRegion = (await listPublished(tx)).filter((one) => one.region === region);
    const ofRound = ofRegion.filter((one) => one.round === round);
    if (ofRegion.length === 0) return notFound('region', region);
    if (ofRound.length === 0) return notFound('round', round);
    const release = ofRound.find((one) => one.version === (version ?? one.newest));
    if (!release) return notFound('version', String(version));
    const tables = await listPublishedTables(tx, 'nb');
    const files = await listReleaseFiles(tx, release.id);
    const about = listed(release, source);
    const { note, contentHash, madeBy } = release;
    return jsonAnswer(
      {
        ...{ ...about, note, contentHash, madeBy },
        files: files.flatMap((file) => describedFile(file, about.page)),
        tables: tables.filter((table) => table.release.id === release.id).map((table) => tableIds(table).lasting)
      },
      { location: about.self }
    );
  });
}

function listed(release: PublishedVersion, { origin }: Source) {
  const { region, round, version, newest, title, about, publishedAt } = release;
  const isNewest = version === newest;
  return {
    ...{ region, round, version, title, isNewest, supersededBy: isNewest ? null : newest },
    publishedAt: publishedAt.toISOString(),
    period: { name: about.name, start: about.periodStart, end: about.periodEnd },
    dataKind: about.dataKind,
    self: `${origin}/api/v1/releases/${region}/${round}/${version}`,
    page: `${origin}/utgivelser/${region}/${round}/${version}`
  };
}

function describedFile({ name, mediaType, size, hash }: ReleaseFile, page: string) {
  const [, language] = /-v\d+-(nb|nn)[-.]/.exec(name) ?? [];
  const format = formatOf(name);
  if (!language || !format) return [];
  return [{ name, format, language, mediaType, size, sha256: hash, href: `${page}/filer/${name}` }];
}

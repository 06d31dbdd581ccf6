import type { JsonStat } from '#lib/domain/json-stat.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatOf } from '#lib/domain/release-format.ts';
import type { DataKind } from '#lib/domain/round.ts';
import type { Tx } from '#lib/server/db.ts';

/** A version that everybody may read now. `newest` is the version to read now of its round. */
export type PublishedVersion = {
  id: string;
  region: string;
  round: string;
  version: number;
  newest: number;
  title: { nb: string; nn: string };
  note: string | null;
  publishedAt: Date;
  contentHash: string;
  about: { name: string; periodStart: string; periodEnd: string; dataKind: DataKind };
  madeBy: { questionnaire: string; method: string; code: string };
};

/** Every published version, the newest reference period and the newest version first; none withdrawn or under embargo. */
export function listPublished(tx: Tx): Promise<PublishedVersion[]> {
  return tx.query<PublishedVersion>(
    `select
      release.id,
      release.korus_region as region,
      round.slug as round,
      release.version,
      max(release.version) over (partition by release.round_id) as newest,
      jsonb_build_object('nb', release.title_nb, 'nn', release.title_nn) as title,
      release.content ->> 'note' as note,
      greatest(release.published_at, release.embargo_until) as "publishedAt",
      release.content_hash as "contentHash",
      release.content -> 'round' as about,
      release.content -> 'madeBy' as "madeBy"
    from release
    join round on round.id = release.round_id
    where release.state = 'published' and release_is_public(release)
    order by round.period_end desc, round.id, release.version desc`
  );
}

/** A table of a published version as it was frozen, by the name of its file. */
export type PublishedTable = { release: PublishedVersion; part: string; file: string };

/** A table of the newest version is known by `sor-2024-saker`, that of one version by `sor-2024-v1-saker`. */
export function tableIds({ release, part }: PublishedTable): { newest: string; lasting: string } {
  const { region, round, version } = release;
  return { newest: `${region}-${round}-${part}`, lasting: `${region}-${round}-v${version}-${part}` };
}

/** The tables of all published versions in a language, in the order of the versions. */
export async function listPublishedTables(tx: Tx, language: Language): Promise<PublishedTable[]> {
  const releases = await listPublished(tx);
  const files = await tx.query<{ release: string; name: string }>(
    `select release.id as release, file.name
    from release_file as file
    join release using (korus_region, round_id, version)
    where release.state = 'published' and release_is_public(release)
    order by file.name`
  );
  return releases.flatMap((release) => {
    const { region, round, version, id } = release;
    const start = `${region}-${round}-v${version}-${language}-`;
    return files
      .filter((file) => file.release === id && file.name.startsWith(start) && formatOf(file.name) === 'json-stat')
      .map(({ name }) => ({ release, part: name.slice(start.length, -'.json'.length), file: name }));
  });
}

/** A data set without its cells. */
export type DataHead = Omit<JsonStat, 'value' | 'status'>;

/** The heads of the data sets of the newest versions by the name of their files. */
export async function readHeads(tx: Tx, files: readonly string[]): Promise<Map<string, DataHead>> {
  const rows = await tx.query<{ name: string; head: DataHead }>(
    `select file.name, convert_from(file.bytes, 'UTF8')::jsonb - 'value' - 'status' as head
    from release_file as file
    join release using (korus_region, round_id, version)
    where file.name = any($1) and release.state = 'published' and release_is_public(release)`,
    [files]
  );
  return new Map(rows.map(({ name, head }) => [name, head]));
}

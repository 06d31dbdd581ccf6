import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { Tx } from './db.ts';

/** A release as everybody gets it. `content` is null when it was withdrawn; `newest` is the version to read now. */
export type PublicRelease = {
  id: string;
  roundId: string;
  korusRegion: string;
  version: number;
  isWithdrawn: boolean;
  publishedAt: Date | null;
  embargoUntil: Date | null;
  title: { nb: string; nn: string };
  content: ReleaseContent | null;
  contentHash: string;
  isPublic: boolean;
  newest: number | null;
};

const columns = `
      release.id,
      release.round_id as "roundId",
      release.korus_region as "korusRegion",
      release.version,
      release.state = 'withdrawn' as "isWithdrawn",
      release.published_at as "publishedAt",
      release.embargo_until as "embargoUntil",
      jsonb_build_object('nb', release.title_nb, 'nn', release.title_nn) as title,
      case when release.state = 'withdrawn' then null else release.content end as content,
      release.content_hash as "contentHash",
      release_is_public(release) as "isPublic",
      (
        select max(other.version)
        from release as other
        where other.round_id = release.round_id and release_is_public(other) and other.state = 'published'
      ) as newest`;

/** One version of a round's release by its address; null when whoever acts may not see it (yet). */
export async function findPublicRelease(
  tx: Tx,
  { region, round, version }: { region: string; round: string; version: number | null }
): Promise<PublicRelease | null> {
  const [release] = await tx.query<PublicRelease>(
    `select ${columns}
    from release
    join round on round.id = release.round_id
    where release.korus_region = $1
      and round.slug = $2
      and release.state in ('approved', 'published', 'withdrawn')
      and ($3::integer is null and release.state = 'published' and release_is_public(release) or release.version = $3)
    order by release.version desc
    limit 1`,
    [region, round, version]
  );
  return release ?? null;
}

/** A release in the list of all, without what it says. */
export type ListedRelease = Pick<PublicRelease, 'roundId' | 'korusRegion' | 'version' | 'title' | 'publishedAt'> & {
  slug: string;
  roundName: string;
  dataKind: 'reported' | 'synthetic' | 'published';
};

/** The newest release of every round that everybody may see, the newest reference period first. */
export function listPublicReleases(tx: Tx): Promise<ListedRelease[]> {
  return tx.query<ListedRelease>(
    `select
      newest.round_id as "roundId",
      newest.korus_region as "korusRegion",
      newest.version,
      jsonb_build_object('nb', newest.title_nb, 'nn', newest.title_nn) as title,
      newest.published_at as "publishedAt",
      round.slug,
      round.name as "roundName",
      round.data_kind as "dataKind"
    from (
      select distinct on (release.round_id) release.*
      from release
      where release_is_public(release) and release.state = 'published'
      order by release.round_id, release.version desc
    ) as newest
    join round on round.id = newest.round_id
    order by round.period_end desc, round.id`
  );
}

/** A file of a release as it was frozen. */
export type ReleaseFile = { name: string; mediaType: string; hash: string; size: number };

/** The files of a release, by name. */
export function listReleaseFiles(tx: Tx, releaseId: string): Promise<ReleaseFile[]> {
  return tx.query<ReleaseFile>(
    `select file.name, file.media_type as "mediaType", file.hash, length(file.bytes) as size
    from release_file as file
    join release using (korus_region, round_id, version)
    where release.id = $1
    order by file.name`,
    [releaseId]
  );
}

/** One file with its bytes, or null. */
export async function findReleaseFile(
  tx: Tx,
  releaseId: string,
  name: string
): Promise<(ReleaseFile & { bytes: Uint8Array }) | null> {
  const [file] = await tx.query<ReleaseFile & { bytes: Uint8Array }>(
    `select file.name, file.media_type as "mediaType", file.hash, length(file.bytes) as size, file.bytes
    from release_file as file
    join release using (korus_region, round_id, version)
    where release.id = $1 and file.name = $2`,
    [releaseId, name]
  );
  return file ?? null;
}

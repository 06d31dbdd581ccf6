import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { changed, releaseEntry, type Release } from './release.ts';

/** Somebody who may read a release before others, by the address they sign in with. */
export type ReleaseReader = { email: string; until: Date };
/** Something that was done with a release. */
export type ReleaseEventRow = { at: Date; by: string | null; event: string; why: string | null };

/** Who may read a release before others; for advisers of its region. */
export function listReaders(tx: Tx, { korusRegion, roundId, version }: Release): Promise<ReleaseReader[]> {
  return tx.query<ReleaseReader>(
    `select email, until
    from release_reader
    where korus_region = $1 and round_id = $2 and version = $3
    order by email`,
    [korusRegion, roundId, version]
  );
}

/** What has been done with a release, the last first; for advisers of its region. */
export function listReleaseEvents(tx: Tx, { korusRegion, roundId, version }: Release): Promise<ReleaseEventRow[]> {
  return tx.query<ReleaseEventRow>(
    `select release_event.at, people.name as by, release_event.event, release_event.why
    from release_event
    left join app_release_people($2) as people on people.id = release_event.by_person
    where korus_region = $1 and round_id = $2 and version = $3
    order by release_event.at desc, release_event.id`,
    [korusRegion, roundId, version]
  );
}

/** Lets somebody read an approved release until a moment, also before everybody may. Their address stays out of the audit. */
export async function addReader(tx: Tx, release: Release, { email, until }: ReleaseReader, at: Date): Promise<void> {
  await tx.query(
    `insert into release_reader (korus_region, round_id, version, email, until, added_at)
    values ($1, $2, $3, lower($4), $5, $6)
    on conflict (korus_region, round_id, version, email) do update set until = excluded.until`,
    [release.korusRegion, release.roundId, release.version, email, until, at]
  );
  await recordAudit(tx, releaseEntry(release, { action: 'release_reader_added', at, detail: { until } }));
}

/** Lets them no longer. */
export async function removeReader(tx: Tx, release: Release, email: string, at: Date): Promise<void> {
  await changed(
    tx.query(
      `delete from release_reader
      where korus_region = $1 and round_id = $2 and version = $3 and email = $4
      returning email`,
      [release.korusRegion, release.roundId, release.version, email]
    )
  );
  await recordAudit(tx, releaseEntry(release, { action: 'release_reader_removed', at }));
}

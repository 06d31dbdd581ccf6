import { randomUUID } from 'node:crypto';
import { releaseTurn, type ReleaseEvent, type ReleaseState, type StoredReleaseState } from '#lib/domain/release.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { ReleasePlan } from '#lib/domain/release-plan.ts';
import type { ReleaseChoice } from '#lib/domain/release-choice.ts';
import type { AuditAction } from '#lib/domain/audit.ts';
import type { Round } from '#lib/domain/round.ts';
import { recordAudit, type AuditEntry } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** A release as its advisers have it. `content` is null until it was sent to review; frozen from then on. */
export type Release = {
  id: string;
  korusRegion: string;
  roundId: string;
  version: number;
  state: StoredReleaseState;
  plan: ReleasePlan;
  title: { nb: string; nn: string };
  note: string | null;
  authorId: string;
  author: string | null;
  approverId: string | null;
  createdAt: Date;
  publishedAt: Date | null;
  embargoUntil: Date | null;
  content: ReleaseContent | null;
  contentHash: string | null;
  dataHash: string | null;
};

const columns = `
      release.id,
      release.korus_region as "korusRegion",
      release.round_id as "roundId",
      release.version,
      release.state,
      release.plan,
      jsonb_build_object('nb', release.title_nb, 'nn', release.title_nn) as title,
      release.note,
      release.author_id as "authorId",
      author.name as author,
      release.approver_id as "approverId",
      release.created_at as "createdAt",
      release.published_at as "publishedAt",
      release.embargo_until as "embargoUntil",
      release.content,
      release.content_hash as "contentHash",
      release.data_hash as "dataHash"`;

/** Every release of a round, the newest first; for advisers of its region. */
export function listReleases(tx: Tx, roundId: string): Promise<Release[]> {
  return tx.query<Release>(
    `select ${columns}
    from release
    left join app_release_people($1) as author on author.id = release.author_id
    where release.round_id = $1
    order by release.version desc`,
    [roundId]
  );
}

/** One release of a round, or null. */
export async function findRelease(tx: Tx, roundId: string, id: string): Promise<Release | null> {
  const [release] = await tx.query<Release>(
    `select ${columns}
    from release
    left join app_release_people($1) as author on author.id = release.author_id
    where release.round_id = $1 and release.id::text = $2`,
    [roundId, id]
  );
  return release ?? null;
}

/** Begins the next version of a round's release. One is made at a time: another that is under way is a conflict. */
export async function beginRelease(tx: Tx, round: Round, choice: ReleaseChoice, at: Date): Promise<string> {
  const id = randomUUID();
  const [made] = await tx.query<{ version: number }>(
    `insert into release (korus_region, round_id, version, id, state, plan, title_nb, title_nn, note, author_id, created_at)
    select
      $1, $2, 1 + (select coalesce(max(version), 0) from release where round_id = $2), $3, 'draft', $4, $5, $6, $7,
      app_person(), $8
    returning version`,
    [round.korusRegion, round.id, id, choice.plan, choice.title.nb, choice.title.nn, choice.note, at]
  );
  const detail = { version: made?.version, plan: choice.plan };
  await recordAudit(tx, { at, chain: round.korusRegion, action: 'release_begun', subject: round.id, detail });
  return id;
}

/** Changes plan, title and note of a draft. */
export async function changeRelease(tx: Tx, release: Release, choice: ReleaseChoice, at: Date): Promise<void> {
  requireTurn(release, 'change');
  await changed(
    tx.query(
      `update release
      set plan = $2, title_nb = $3, title_nn = $4, note = $5
      where id = $1 and state = 'draft'
      returning id`,
      [release.id, choice.plan, choice.title.nb, choice.title.nn, choice.note]
    )
  );
  await recordAudit(tx, releaseEntry(release, { action: 'release_changed', at, detail: { plan: choice.plan } }));
}

/** Removes a draft that nobody needs. */
export async function discardRelease(tx: Tx, release: Release, at: Date): Promise<void> {
  requireTurn(release, 'discard');
  await changed(tx.query(`delete from release where id = $1 and state = 'draft' returning id`, [release.id]));
  await recordAudit(tx, releaseEntry(release, { action: 'release_discarded', at }));
}

/** Refuses what the table of states does not let an adviser do with a release as it stands. */
export function requireTurn({ state }: { state: ReleaseState }, event: ReleaseEvent) {
  const turn = releaseTurn(state, event);
  if (!turn || turn.who !== 'adviser') throw Problem.conflict('release-state');
  return turn;
}

/** A row of the audit of a release's region. */
export function releaseEntry(
  { korusRegion, roundId, version }: Pick<Release, 'korusRegion' | 'roundId' | 'version'>,
  { action, at, detail = {} }: { action: AuditAction; at: Date; detail?: Record<string, unknown> }
): AuditEntry {
  return { at, chain: korusRegion, action, subject: roundId, detail: { version, ...detail } };
}

/** Refuses when nobody was let change the row, or somebody else was first. */
export async function changed(rows: Promise<unknown[]>): Promise<void> {
  if ((await rows).length === 0) throw Problem.conflict('try-again');
}

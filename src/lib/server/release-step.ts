import { randomUUID } from 'node:crypto';
import { checklistOf, isMet, isReleasable, type Checked, type ReleaseEvent } from '#lib/domain/release.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { AuditAction } from '#lib/domain/audit.ts';
import type { Round } from '#lib/domain/round.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';
import { earlierVersions, findCheck, gateOutcome, ledgerEntry, type GateCheck } from './release-gate.ts';
import { withParts, type MadeFile } from './release-part.ts';
import { contentOf, dataHashOf, hashOf, readSource, type ReleaseDesk } from './release-source.ts';
import { boundSentences, readReleaseText } from './release-text.ts';
import { changed, releaseEntry, requireTurn, type Release } from './release.ts';

/** Who does something with a release, and when. */
export type Step = { tx: Tx; desk: ReleaseDesk; round: Round; release: Release; at: Date };

/** A draft as it would go out now: nothing of it can be told before the gate has said what. */
export type ReleaseDraft = {
  content: ReleaseContent | null;
  check: GateCheck | null;
  dataHash: string;
  checklist: Checked[];
};

/** What a draft says as things stand, with its checklist; what was sent to review says what it said then. */
export async function readDraft({ tx, desk, round, release }: Omit<Step, 'at'>): Promise<ReleaseDraft> {
  const source = await readSource(tx, desk, round);
  const dataHash = dataHashOf(source, release, await versionsBefore(tx, release));
  const check = await findCheck(tx, release);
  const gate = gateOutcome(check, dataHash);
  if (release.content) {
    const { content } = release;
    return { content, check, dataHash, checklist: checklistOf(content, gate) };
  }
  const reasons = check?.finding.outcome === 'protected' && gate.isFresh ? check.finding.reasons : null;
  const hidden = { has: (key: string) => reasons === null || Object.hasOwn(reasons, key) };
  const bare = contentOf(release, round, { source, hidden, geography: desk.reference.geography });
  const { geography } = desk.reference;
  const whole = await withParts({ tx, release, round, geography, content: bare });
  const { sentences, wrong } = boundSentences(await readReleaseText(tx, release), {
    ...{ content: whole, questionnaire: source.questionnaire, write: desk.writeSentence }
  });
  const content = { ...whole, sentences };
  return { content: reasons === null ? null : content, check, dataHash, checklist: checklistOf(content, gate, wrong) };
}

/** Sends a draft to review. What it says is frozen here: who approves approves just this. */
export async function submitRelease(step: Step): Promise<void> {
  const { tx, round, release, at } = step;
  requireTurn(release, 'submit');
  if (!isReleasable(round, at)) throw Problem.conflict('release-too-early');
  const { content, checklist, dataHash } = await readDraft({ ...step, release: { ...release, content: null } });
  if (content === null || !isMet(checklist)) throw Problem.conflict('release-not-ready');
  await changed(
    tx.query(
      `update release
      set state = 'review', content = $2, content_hash = $3, data_hash = $4
      where id = $1 and state = 'draft'
      returning id`,
      [release.id, JSON.stringify(content), hashOf(content), dataHash]
    )
  );
  await told(step, 'submit', { to: 'review' });
}

/** Sends a release back to its author, with why. */
export async function returnRelease(step: Step, why: string): Promise<void> {
  const { tx, release } = step;
  requireTurn(release, 'return');
  await changed(
    tx.query(`update release set state = 'draft' where id = $1 and state = 'review' returning id`, [release.id])
  );
  await told(step, 'return', { to: 'draft', why });
}

/**
 * Approves and freezes a release: the ledger gets its table, and its files are kept as they were made. Refused when the
 * figures have changed since the gate ran, or when the author asks.
 */
export async function approveRelease(step: Step, files: readonly MadeFile[]): Promise<void> {
  const { tx, desk, round, release } = step;
  requireTurn(release, 'approve');
  const source = await readSource(tx, desk, round);
  const check = await findCheck(tx, release);
  const dataHash = dataHashOf(source, release, await versionsBefore(tx, release));
  const finding = check?.finding;
  const isSame = dataHash === release.dataHash && check?.dataHash === dataHash;
  if (!isSame || finding?.outcome !== 'protected') throw Problem.conflict('release-stale');
  await changed(
    tx.query(
      `update release
      set state = 'approved', approver_id = app_person()
      where id = $1 and state = 'review' and author_id <> app_person() and content_hash = $2
      returning id`,
      [release.id, release.contentHash]
    )
  );
  const { table, shown } = ledgerEntry(release, source, { has: (key) => Object.hasOwn(finding.reasons, key) });
  await tx.query(
    `insert into release_ledger (korus_region, round_id, version, engine_table, shown)
    values ($1, $2, $3, $4, $5)`,
    [release.korusRegion, release.roundId, release.version, JSON.stringify(table), JSON.stringify(shown)]
  );
  for (const { name, mediaType, bytes } of files) {
    await tx.query(
      `insert into release_file (korus_region, round_id, version, name, media_type, hash, bytes)
      values ($1, $2, $3, $4, $5, encode(sha256($6), 'hex'), $6)`,
      [release.korusRegion, release.roundId, release.version, name, mediaType, bytes]
    );
  }
  await told(step, 'approve', { to: 'approved' });
}

/** Sets from when everybody may see a release; null is at once when it is published. */
export async function setEmbargo(step: Step, until: Date | null): Promise<void> {
  const { tx, release, at } = step;
  requireTurn(release, 'set_embargo');
  await changed(tx.query(`update release set embargo_until = $2 where id = $1 returning id`, [release.id, until]));
  await recordAudit(tx, releaseEntry(release, { action: 'release_embargo_set', at, detail: { until } }));
}

/** Publishes what was approved; with an embargo everybody sees it when that has passed. */
export async function publishRelease(step: Step): Promise<void> {
  const { tx, release, at } = step;
  requireTurn(release, 'publish');
  await changed(
    tx.query(
      `update release set state = 'published', published_at = $2 where id = $1 and state = 'approved' returning id`,
      [release.id, at]
    )
  );
  await told(step, 'publish', { to: 'published' });
}

/** Takes a release back: its address tells so, and why. */
export async function withdrawRelease(step: Step, why: string): Promise<void> {
  const { tx, release } = step;
  requireTurn(release, 'withdraw');
  await changed(
    tx.query(`update release set state = 'withdrawn' where id = $1 and state = $2 returning id`, [
      release.id,
      release.state
    ])
  );
  await told(step, 'withdraw', { to: 'withdrawn', why });
}

type Told = { to: string; why?: string };
type Deed = Extract<ReleaseEvent, 'submit' | 'return' | 'approve' | 'publish' | 'withdraw'>;

async function told({ tx, release, at }: Step, event: Deed, { to, why }: Told): Promise<void> {
  await tx.query(
    `insert into release_event (korus_region, round_id, version, id, at, by_person, event, to_state, why)
    values ($1, $2, $3, $4, $5, app_person(), $6, $7, $8)`,
    [release.korusRegion, release.roundId, release.version, randomUUID(), at, event, to, why ?? null]
  );
  const action = (
    {
      submit: 'release_submitted',
      return: 'release_returned',
      approve: 'release_approved',
      publish: 'release_published',
      withdraw: 'release_withdrawn'
    } satisfies Record<Deed, AuditAction>
  )[event] as AuditAction;
  await recordAudit(tx, releaseEntry(release, { action, at }));
}

async function versionsBefore(tx: Tx, { roundId, version }: Release): Promise<number[]> {
  return (await earlierVersions(tx, roundId)).filter((other) => other < version);
}

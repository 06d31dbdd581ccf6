import type { Progress, Protection, Publication, Unprotected } from '#lib/domain/disclosure/protection.ts';
import type { Release as LedgerRelease } from '#lib/domain/disclosure/ledger.ts';
import type { Reason, Table } from '#lib/domain/disclosure/table.ts';
import type { GateOutcome } from '#lib/domain/release.ts';
import { releaseTable } from '#lib/domain/release-plan.ts';
import type { ReleaseSource } from '#lib/domain/released-figures.ts';
import type { Round } from '#lib/domain/round.ts';
import type { App } from './app.ts';
import { recordAudit } from './audit.ts';
import type { Actor, Tx } from './db.ts';
import { runDisclosure, type DisclosureRun } from './disclosure-thread.ts';
import { LongRuns } from './long-run.ts';
import { Problem } from './problem.ts';
import { dataHashOf, readSource, type ReleaseDesk } from './release-source.ts';
import { releaseEntry, requireTurn, type Release } from './release.ts';

/** What a run of the gate found. `reasons`: why each hidden figure is, by key. */
type GateFinding =
  | { outcome: 'protected'; rounds: number; reasons: Readonly<Record<string, Reason>> }
  | { outcome: 'refused'; unprotected: readonly Unprotected[] };
/** The last run on a release, and the hash of what it looked at. */
export type GateCheck = { at: Date; dataHash: string; finding: GateFinding };

const keeper: Actor = { kind: 'system', task: 'release' };

/** The last run, for advisers of the region; null when there was none. */
export async function findCheck(tx: Tx, release: Release): Promise<GateCheck | null> {
  const [check] = await tx.query<GateCheck>(
    `select at, data_hash as "dataHash", outcome as finding
    from release_check
    where korus_region = $1 and round_id = $2 and version = $3`,
    [release.korusRegion, release.roundId, release.version]
  );
  return check ?? null;
}

/** What the gate said, and whether the figures, the plan and what was approved before are still those it looked at. */
export function gateOutcome(check: GateCheck | null, dataHash: string): GateOutcome {
  if (!check) return { outcome: 'not_run', isFresh: false };
  return { outcome: check.finding.outcome, isFresh: check.dataHash === dataHash };
}

/** The versions of a round that were approved before: a draft is protected beside them. */
export async function earlierVersions(tx: Tx, roundId: string): Promise<number[]> {
  const rows = await tx.query<{ version: number }>(
    `select version
    from release
    where round_id = $1 and state in ('approved', 'published', 'withdrawn')
    order by version`,
    [roundId]
  );
  return rows.map(({ version }) => version);
}

/** Everything that was approved of a round, as it was protected. For system actors. */
export async function readLedger(tx: Tx, roundId: string): Promise<LedgerRelease[]> {
  const rows = await tx.query<{ version: number; table: Table; shown: string[] }>(
    `select version, engine_table as "table", shown
    from release_ledger
    where round_id = $1
    order by version`,
    [roundId]
  );
  return rows.map(({ version, table, shown }) => ({ id: `${roundId}.${version}`, table, shown }));
}

/** The frozen table of a release and which of its cells everybody gets. */
export function ledgerEntry(release: Release, source: ReleaseSource, hidden: { has: (key: string) => boolean }) {
  const table = releaseTable(release.roundId, source.entries, source.areas, release.plan);
  const shown = table.cells.filter(({ key, isWithheld }) => !isWithheld && !hidden.has(key)).map(({ key }) => key);
  return { table, shown };
}

/** The runs of the gate that are under way in this process, by release. */
export class ReleaseGate {
  private readonly runs = new LongRuns<Progress>();

  /** Where a run is; null when none is under way here. */
  progress(releaseId: string): Progress | null {
    return this.runs.progress(releaseId);
  }

  /** The code of why the last run came to nothing, or null. */
  failure(releaseId: string): string | null {
    return this.runs.failure(releaseId);
  }

  /** Stops a run; nothing is kept of it. */
  async stop(releaseId: string): Promise<void> {
    await this.runs.stop(releaseId);
  }

  /** Stops every run, when the server closes. */
  async close(): Promise<void> {
    await this.runs.close();
  }

  /**
   * Starts a run on a draft, unless one is under way; what it finds is kept in the store, as the person who asked. The
   * promise is of the end of it.
   */
  async start(app: Pick<App, 'db' | 'clock'> & ReleaseDesk, actor: Actor, { round, release }: Asked): Promise<void> {
    requireTurn(release, 'check');
    return this.runs.start(release.id, { phase: 'given', round: 0 }, async (tell) => {
      const { source, ledger, dataHash } = await app.db.transaction(keeper, async (tx) => {
        const source = await readSource(tx, app, round);
        const ledger = await readLedger(tx, round.id);
        return { source, ledger, dataHash: dataHashOf(source, release, await earlierVersions(tx, round.id)) };
      });
      const table = releaseTable(round.id, source.entries, source.areas, release.plan);
      const run = open(round, { table, ledger }, tell.progress);
      tell.stoppable(run.stop);
      const check = { dataHash, finding: findingOf(await run.result) };
      await app.db.transaction(actor, (tx) => saveCheck(tx, release, { ...check, at: app.clock() }));
    });
  }
}

type Asked = { round: Round; release: Release };

/** What others have published before is on record already: it is told as it was. */
function open(round: Round, publication: Publication, tell: (progress: Progress) => void): DisclosureRun {
  if (round.dataKind !== 'published') return runDisclosure(publication, tell);
  return {
    result: Promise.resolve({ outcome: 'protected', hidden: new Map(), rounds: 0 }),
    stop: async () => undefined
  };
}

function findingOf(protection: Protection): GateFinding {
  if (protection.outcome === 'refused') return protection;
  return { outcome: 'protected', rounds: protection.rounds, reasons: Object.fromEntries(protection.hidden) };
}

async function saveCheck(tx: Tx, release: Release, { at, dataHash, finding }: GateCheck): Promise<void> {
  const rows = await tx.query(
    `insert into release_check (korus_region, round_id, version, at, data_hash, outcome)
    select korus_region, round_id, version, $2, $3, $4
    from release
    where id = $1 and state = 'draft' and plan = $5
    on conflict (korus_region, round_id, version)
    do update set at = excluded.at, data_hash = excluded.data_hash, outcome = excluded.outcome
    returning version`,
    [release.id, at, dataHash, JSON.stringify(finding), release.plan]
  );
  if (rows.length === 0) throw Problem.conflict('try-again');
  await recordAudit(tx, releaseEntry(release, { action: 'release_checked', at, detail: { outcome: finding.outcome } }));
}

import { haveSameAnswers } from '#lib/domain/answer-import.ts';
import type { Answers } from '#lib/domain/answer.ts';
import type { StoredReasons } from '#lib/domain/reason.ts';
import { holdAnswer } from './answer-change.ts';
import type { Tx } from './db.ts';
import { readSetting } from './municipality-setting.ts';
import { submitReport } from './report-submission.ts';
import { listVersions, type Report } from './report.ts';

/** How an answer came to the adviser. `givenOn` is the day, as yyyy-mm-dd. */
type Origin =
  { way: 'phone' | 'writing'; givenBy: string; givenRole: string; givenOn: string } | { way: 'file'; source: string };

/** An answer that somebody else than the municipality registers. `registeredBy` is null for a file that an operator reads in. */
export type Registration = {
  roundId: string;
  municipalityNo: string;
  answers: Answers;
  reasons: StoredReasons;
  /** The soft questions that the answer raises, kept with it. */
  warnings: readonly string[];
  origin: Origin;
  registeredBy: string | null;
  at: Date;
  /** The version of the municipality's own answer that it may replace. */
  replaces: number | null;
};

/** What became of it: `asks` when it would replace an answer of the municipality's own that nobody agreed to replace. */
export type Registered =
  | { outcome: 'stored'; version: number }
  | { outcome: 'unchanged'; version: number }
  | { outcome: 'asks'; version: number }
  | { outcome: 'locked' };

/**
 * Adds a version for a municipality, unless the one that counts says the same already: the same file again stores nothing.
 * Everyone else waits, so that what the municipality sends at the same moment is never replaced unseen.
 */
export async function registerAnswer(tx: Tx, registration: Registration): Promise<Registered> {
  const { roundId, municipalityNo, origin } = registration;
  await holdAnswer(tx, { roundId, municipalityNo });
  const [latest] = await listVersions(tx, roundId, municipalityNo);
  if (latest && isSame(latest, registration)) return { outcome: 'unchanged', version: latest.version };
  if (latest?.channel === 'web' && latest.version !== registration.replaces) {
    return { outcome: 'asks', version: latest.version };
  }
  if ((await readSetting(tx, municipalityNo)).isReadOnly) return { outcome: 'locked' };
  const { version } = await submitReport(tx, {
    ...{ roundId, municipalityNo, answers: registration.answers, reasons: registration.reasons },
    submittedAt: registration.at,
    submittedBy: origin.way === 'file' ? origin.source : origin.givenBy,
    channel: origin.way === 'phone' ? 'phone' : 'import',
    coverage: coverageAfter(latest)
  });
  await addOrigin(tx, registration, version);
  return { outcome: 'stored', version };
}

/** Where the versions of an answer came from that an adviser registered, by version. */
export async function listOrigins(tx: Tx, roundId: string, municipalityNo: string): Promise<Map<number, StoredOrigin>> {
  const rows = await tx.query<StoredOrigin & { version: number }>(
    `select
      version,
      way,
      given_by as "givenBy",
      given_role as "givenRole",
      given_on::text as "givenOn",
      person.name as "registeredBy"
    from report_origin
    left join person on person.id = registered_by
    where municipality_no = $1
      and round_id = $2`,
    [municipalityNo, roundId]
  );
  return new Map(rows.map(({ version, ...origin }) => [version, origin]));
}

/** The same as it is read again; `registeredBy` is a name, or null when the reader may not know it. */
export type StoredOrigin = {
  way: Origin['way'];
  givenBy: string | null;
  givenRole: string | null;
  givenOn: string | null;
  registeredBy: string | null;
};

/** Whom a host speaks for is still so; what a municipality said of its host is not, now that there is an answer. */
function coverageAfter(latest: Report | undefined): Report['coverage'] {
  const coverage = latest?.coverage ?? null;
  return coverage?.kind === 'whole' || coverage?.kind === 'each' ? coverage : null;
}

function isSame(latest: Report, { answers, origin }: Registration): boolean {
  return haveSameAnswers(latest.answers, answers) && (origin.way !== 'phone' || latest.channel !== 'import');
}

async function addOrigin(
  tx: Tx,
  { municipalityNo, roundId, origin, warnings, registeredBy }: Registration,
  version: number
): Promise<void> {
  const given = origin.way === 'file' ? [null, null, null] : [origin.givenBy, origin.givenRole, origin.givenOn];
  await tx.query(
    `insert into report_origin (municipality_no, round_id, version, way, given_by, given_role, given_on, warnings,
      registered_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [municipalityNo, roundId, version, origin.way, ...given, warnings, registeredBy]
  );
}

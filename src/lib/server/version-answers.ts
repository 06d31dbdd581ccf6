import type { Answers } from '#lib/domain/answer.ts';
import type { Tx } from './db.ts';
import { Recent } from './recent.ts';
import type { Report } from './report.ts';

/** What tells one version from all others; its answers never change. */
export type VersionName = Pick<Report, 'municipalityNo' | 'roundId' | 'version' | 'hash'>;

/** Answers that were read before: a table of a region is opened again after each decision, and most of it is as it was. */
const known = new Recent<string, Answers>(3000);

/**
 * The answers of these versions, in their order. The store has just given their names to the same actor in the same
 * transaction, which is what decides that they may be read.
 */
export async function readAnswers(tx: Tx, names: readonly VersionName[]): Promise<Answers[]> {
  const missing = names.filter((name) => known.get(keyOf(name)) === undefined);
  const fresh = missing.length === 0 ? new Map<string, Answers>() : await fetchAnswers(tx, missing);
  const answers = names.map((name) => {
    const found = fresh.get(keyOf(name)) ?? known.get(keyOf(name));
    if (!found) throw new Error('no answers of ' + keyOf(name));
    return found;
  });
  for (const [key, one] of fresh) known.set(key, one);
  return answers;
}

async function fetchAnswers(tx: Tx, names: readonly VersionName[]): Promise<Map<string, Answers>> {
  const rows = await tx.query<VersionName & { answers: Answers }>(
    `select
      report.municipality_no as "municipalityNo",
      report.round_id as "roundId",
      report.version,
      report.hash,
      report.answers
    from unnest($1::text[], $2::text[], $3::integer[]) as wanted (municipality_no, round_id, version)
    join report
      on report.municipality_no = wanted.municipality_no
      and report.round_id = wanted.round_id
      and report.version = wanted.version`,
    [
      names.map(({ municipalityNo }) => municipalityNo),
      names.map(({ roundId }) => roundId),
      names.map(({ version }) => version)
    ]
  );
  return new Map(rows.map((row) => [keyOf(row), row.answers]));
}

function keyOf({ municipalityNo, roundId, version, hash }: VersionName): string {
  return `${roundId}/${municipalityNo}/${version}/${hash}`;
}

import { isAnswer, resolveCoverage, type Coverage, type Standing } from '#lib/domain/coverage.ts';
import { listAssignments, type Assignment } from './assignment.ts';
import type { Tx } from './db.ts';
import { listDraftsBegun } from './draft.ts';
import { listConfirmedVersions } from './report-confirmation.ts';
import { latestReports, type Report } from './report.ts';

/**
 * Where one expected municipality stands: its contact, its latest version if it has sent one, its draft if it has begun.
 * `said` is what its latest version says of others; `answered` is null when that is all it says.
 */
export type Progress = Pick<
  Assignment,
  | 'municipalityNo'
  | 'contactName'
  | 'contactEmail'
  | 'extendedUntil'
  | 'coveredBy'
  | 'coverRuling'
  | 'coverRulingHost'
  | 'coverRuledAt'
> & {
  standing: Standing;
  said: Coverage | null;
  answered: (Pick<Report, 'version' | 'submittedAt' | 'channel'> & { isConfirmed: boolean }) | null;
  draftSavedAt: Date | null;
};

/** Where every expected municipality of a round stands, by number. */
export async function listProgress(tx: Tx, roundId: string): Promise<Progress[]> {
  const assignments = await listAssignments(tx, roundId);
  const latest = await latestReports(tx, roundId);
  const reports = new Map(latest.map((report) => [report.municipalityNo, report]));
  const standings = new Map(resolveCoverage(assignments, latest).map((one) => [one.municipalityNo, one]));
  const drafts = await listDraftsBegun(tx, roundId);
  const confirmed = await listConfirmedVersions(tx, roundId);
  return assignments.map((assignment) => {
    const { municipalityNo, contactName, contactEmail, extendedUntil, coveredBy } = assignment;
    const { coverRuling, coverRulingHost, coverRuledAt } = assignment;
    const standing = standings.get(municipalityNo);
    if (!standing) throw new Error('no standing: ' + municipalityNo);
    const report = reports.get(municipalityNo);
    const answered = report && isAnswer(report) ? answeredBy(report, confirmed) : null;
    return {
      ...{ municipalityNo, contactName, contactEmail, extendedUntil, coveredBy },
      ...{ coverRuling, coverRulingHost, coverRuledAt },
      ...{ standing, answered, said: report?.coverage ?? null },
      draftSavedAt: drafts.get(municipalityNo) ?? null
    };
  });
}

/** What came by phone waits for the municipality; the rest confirms itself. */
function answeredBy(
  { municipalityNo, version, submittedAt, channel }: Report,
  confirmed: ReadonlyMap<string, number>
): Progress['answered'] {
  const isConfirmed = channel !== 'phone' || confirmed.get(municipalityNo) === version;
  return { version, submittedAt, channel, isConfirmed };
}

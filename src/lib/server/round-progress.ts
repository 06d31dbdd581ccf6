import { isAnswer, type Coverage } from '#lib/domain/coverage.ts';
import { placeOf, placesOf, type Place } from '#lib/domain/standing.ts';
import { listAssignments, type Assignment } from './assignment.ts';
import type { Tx } from './db.ts';
import { listDraftsBegun } from './draft.ts';
import { isConfirmed, listConfirmedVersions } from './report-confirmation.ts';
import { latestSaid, type SaidReport } from './report.ts';

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
  standing: Place;
  said: Coverage | null;
  answered: (Pick<SaidReport, 'version' | 'submittedAt' | 'channel'> & { isConfirmed: boolean }) | null;
  draftSavedAt: Date | null;
};

/** Where every expected municipality of a round stands, by number. */
export async function listProgress(tx: Tx, roundId: string): Promise<Progress[]> {
  const assignments = await listAssignments(tx, roundId);
  const latest = await latestSaid(tx, roundId);
  const reports = new Map(latest.map((report) => [report.municipalityNo, report]));
  const places = placesOf(assignments, latest);
  const drafts = await listDraftsBegun(tx, roundId);
  const confirmed = await listConfirmedVersions(tx, roundId);
  return assignments.map((assignment) => {
    const { municipalityNo, contactName, contactEmail, extendedUntil, coveredBy } = assignment;
    const { coverRuling, coverRulingHost, coverRuledAt } = assignment;
    const standing = placeOf(places, municipalityNo);
    const report = reports.get(municipalityNo);
    const answered = report && isAnswer(report) ? answeredBy(report, confirmed.get(municipalityNo)) : null;
    return {
      ...{ municipalityNo, contactName, contactEmail, extendedUntil, coveredBy },
      ...{ coverRuling, coverRulingHost, coverRuledAt },
      ...{ standing, answered, said: report?.coverage ?? null },
      draftSavedAt: drafts.get(municipalityNo) ?? null
    };
  });
}

function answeredBy(report: SaidReport, newestConfirmed: number | undefined): Progress['answered'] {
  const { version, submittedAt, channel } = report;
  return { version, submittedAt, channel, isConfirmed: isConfirmed(report, newestConfirmed) };
}

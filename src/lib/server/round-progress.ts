import { listAssignments, type Assignment } from './assignment.ts';
import type { Tx } from './db.ts';
import { listDraftsBegun } from './draft.ts';
import { latestReports } from './report.ts';

/** Where one expected municipality stands: its contact, its latest version if it has answered, its draft if it has begun. */
export type Progress = Pick<
  Assignment,
  'municipalityNo' | 'status' | 'contactName' | 'contactEmail' | 'extendedUntil'
> & {
  answered: { version: number; submittedAt: Date } | null;
  draftSavedAt: Date | null;
};

/** Where every expected municipality of a round stands, by number. */
export async function listProgress(tx: Tx, roundId: string): Promise<Progress[]> {
  const assignments = await listAssignments(tx, roundId);
  const reports = new Map((await latestReports(tx, roundId)).map((report) => [report.municipalityNo, report]));
  const drafts = await listDraftsBegun(tx, roundId);
  return assignments.map(({ municipalityNo, status, contactName, contactEmail, extendedUntil }) => {
    const report = reports.get(municipalityNo);
    const answered = report ? { version: report.version, submittedAt: report.submittedAt } : null;
    const draftSavedAt = drafts.get(municipalityNo) ?? null;
    return { municipalityNo, status, contactName, contactEmail, extendedUntil, answered, draftSavedAt };
  });
}

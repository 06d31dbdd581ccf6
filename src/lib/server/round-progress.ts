import { listAssignments, type Assignment } from './assignment.ts';
import type { Tx } from './db.ts';
import { latestReports } from './report.ts';

/** Where one expected municipality stands: its contact, and when its latest version came; null until it has answered. */
export type Progress = Pick<Assignment, 'municipalityNo' | 'status' | 'contactName' | 'contactEmail'> & {
  answered: { version: number; submittedAt: Date } | null;
};

/** Where every expected municipality of a round stands, by number. */
export async function listProgress(tx: Tx, roundId: string): Promise<Progress[]> {
  const assignments = await listAssignments(tx, roundId);
  const reports = new Map((await latestReports(tx, roundId)).map((report) => [report.municipalityNo, report]));
  return assignments.map(({ municipalityNo, status, contactName, contactEmail }) => {
    const report = reports.get(municipalityNo);
    const answered = report ? { version: report.version, submittedAt: report.submittedAt } : null;
    return { municipalityNo, status, contactName, contactEmail, answered };
  });
}

import type { Answers } from '#lib/domain/answer.ts';
import { municipalitiesAt, type Geography, type KorusRegionId } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import { addAssignments } from './assignment.ts';
import type { Tx } from './db.ts';
import { submitReport } from './report-submission.ts';
import { addRound } from './round.ts';
import { answerToken } from './token.ts';

/** Which municipalities a round expects: those of its region, or of one county in it, with whom to write to. */
export type Expected = {
  korusRegion: KorusRegionId;
  countyNumber: string | null;
  contacts?: readonly { municipalityNo: string; name: string; email: string }[];
};

/** Opens a round and freezes its list of expected municipalities, all or nothing. Returns their numbers. */
export async function openRound(
  tx: Tx,
  round: Round,
  { geography, secret, at }: { geography: Geography; secret: string; at: Date },
  expected: Expected
): Promise<string[]> {
  const municipalities = municipalitiesAt(geography, round.periodEnd).filter(
    (municipality) =>
      municipality.korusRegion === expected.korusRegion &&
      (expected.countyNumber === null || municipality.countyNumber === expected.countyNumber)
  );
  await addRound(tx, round, at);
  const contacts = new Map(expected.contacts?.map((contact) => [contact.municipalityNo, contact]));
  const assignments = municipalities.map(({ number }) => ({
    municipalityNo: number,
    contactName: contacts.get(number)?.name ?? null,
    contactEmail: contacts.get(number)?.email ?? null,
    token: answerToken(secret, round.id, number)
  }));
  await addAssignments(tx, round, assignments, at);
  return municipalities.map(({ number }) => number);
}

/** Adds an answer that came from a file, with where it came from as its sender. */
export async function importReport(
  tx: Tx,
  answer: { roundId: string; municipalityNo: string; answers: Answers; source: string },
  at: Date
): Promise<void> {
  const { source, ...report } = answer;
  await submitReport(tx, { ...report, reasons: {}, submittedAt: at, submittedBy: source, channel: 'import' });
}

import { ageBandOn } from '#lib/domain/case/case-file.ts';
import { differingFields, type CasePerson } from '#lib/domain/case/case-person.ts';
import { Problem } from '#lib/server/problem.ts';
import type { Register } from './data-key.ts';
import { changeCase, type StoredCase } from './file.ts';
import { changePerson, readPerson } from './person.ts';
import { listReadings } from './reading.ts';

/** A person as it is kept, and when it was last written: whoever changes it says which of them they saw. */
export type KeptPerson = { person: CasePerson; changedAt: Date };
/** What became of a change; `conflict` has what somebody else has written meanwhile, and their name. */
export type PersonChange =
  { kind: 'changed' | 'unchanged' | 'too_young' } | ({ kind: 'conflict'; by: string | null } & KeptPerson);

/** The person of an open case, to be changed; the reading stands in the audit. Not found for who may not read it. */
export async function openPerson(register: Register, file: StoredCase): Promise<KeptPerson> {
  const [row] = await register.tx.query<{ changedAt: Date }>(
    `select changed_at as "changedAt" from case_person where municipality_no = $1 and case_id = $2`,
    [file.municipalityNo, file.id]
  );
  const person = await readPerson(register, file, 'change');
  if (!person || !row) throw Problem.notFound();
  return { person, changedAt: row.changedAt };
}

/**
 * Writes the person of an open case as it was typed by who saw it as of `seenAt`, and the age band that follows; the prosecution's
 * reference stays. Somebody below 15 when the referral came is refused once the case is registered.
 */
export async function editPerson(
  register: Register,
  file: StoredCase,
  { typed, seenAt }: { typed: CasePerson; seenAt: string }
): Promise<PersonChange> {
  if (file.state === 'closed') throw Problem.conflict('try-again');
  await register.tx.query(`select 1 from case_person where municipality_no = $1 and case_id = $2 for update`, [
    file.municipalityNo,
    file.id
  ]);
  const kept = await openPerson(register, file);
  if (kept.changedAt.toISOString() !== seenAt)
    return { kind: 'conflict', by: await lastWriter(register, file), ...kept };
  const person = { ...typed, reference: kept.person.reference };
  const fields = differingFields(person, kept.person);
  if (fields.length === 0) return { kind: 'unchanged' };
  const ageBand = person.born === null ? null : ageBandOn(person.born, file.receivedOn);
  if (ageBand === null && file.state !== 'received') return { kind: 'too_young' };
  await changePerson(register, file, person, fields);
  if (ageBand !== file.ageBand) await changeCase(register.tx, file, { ageBand }, register.at);
  return { kind: 'changed' };
}

async function lastWriter({ tx }: Register, file: StoredCase): Promise<string | null> {
  const readings = await listReadings(tx, file);
  return readings.find(({ action }) => action === 'case_person_changed')?.actorName ?? null;
}

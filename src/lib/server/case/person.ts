import { personFields, type CasePerson, type PersonField } from '#lib/domain/case/case-person.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { Problem } from '#lib/server/problem.ts';
import { decrypt, digestOf, encrypt, type Belonging } from './cipher.ts';
import { currentKey, keyOf, type DataKey, type Register } from './data-key.ts';

/** A case in the register: its municipality comes first in every key. */
export type CaseKey = { municipalityNo: string; id: string };
/** Why a person is read; it stands in the audit. */
export type ReadingPurpose = 'page' | 'list' | 'letter' | 'step' | 'key' | 'archive' | 'change';
type Sealed = Record<PersonField, Buffer | null> & { keyEdition: number };

/** Adds the person of a new case. */
export async function addPerson(
  register: Register,
  { municipalityNo, id }: CaseKey,
  person: CasePerson
): Promise<void> {
  const { tx, at } = register;
  const key = await currentKey(register, municipalityNo);
  await tx.query(
    `insert into case_person (
      municipality_no, case_id, key_edition, reference, name, national_id, born, address, mobile, language, interpreter,
      guardian_name, guardian_address, guardian_mobile, changed_at
    ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [municipalityNo, id, key.edition, ...sealed(key, id, person), at]
  );
}

/**
 * The person of a case, as the store's own function gives it: to those who may read it now, with a row in the unit's audit.
 * Null for anybody else.
 */
export async function readPerson(
  register: Register,
  { municipalityNo, id }: CaseKey,
  purpose: ReadingPurpose
): Promise<CasePerson | null> {
  const { tx, at } = register;
  const [row] = await tx.query<Sealed>(
    `select
      key_edition as "keyEdition",
      reference,
      name,
      national_id as "nationalId",
      born,
      address,
      mobile,
      language,
      interpreter,
      guardian_name as "guardianName",
      guardian_address as "guardianAddress",
      guardian_mobile as "guardianMobile"
    from app_read_case_person($1, $2, $3, $4)`,
    [municipalityNo, id, purpose, at]
  );
  if (!row) return null;
  const { key } = await keyOf(register, municipalityNo, row.keyEdition);
  const open = (field: PersonField) => {
    const value = row[field];
    return value && decrypt(key, belongingOf({ municipalityNo, id }, field), value).toString('utf8');
  };
  return Object.fromEntries(personFields.map((field) => [field, open(field)])) as CasePerson;
}

/** Writes the person of a case anew with the newest key; the chain of its unit tells of it, and which `fields` are new. */
export async function changePerson(
  register: Register,
  { municipalityNo, id, unitNo }: CaseKey & { unitNo: string },
  person: CasePerson,
  fields: readonly PersonField[] = []
): Promise<void> {
  const { tx, at } = register;
  const key = await currentKey(register, municipalityNo);
  const changed = await tx.query(
    `update case_person
    set key_edition = $3, reference = $4, name = $5, national_id = $6, born = $7, address = $8, mobile = $9,
      language = $10, interpreter = $11, guardian_name = $12, guardian_address = $13, guardian_mobile = $14,
      changed_at = $15
    where municipality_no = $1 and case_id = $2
    returning case_id`,
    [municipalityNo, id, key.edition, ...sealed(key, id, person), at]
  );
  if (changed.length === 0) throw Problem.notFound();
  const detail = { key: key.edition, fields };
  await recordAudit(tx, { at, chain: `unit-${unitNo}`, action: 'case_person_changed', subject: `case/${id}`, detail });
}

/** Seals the person of a case, and the digest of the reference, anew with the newest key; nothing else changes. */
export async function resealPerson(register: Register, { municipalityNo, id }: CaseKey): Promise<void> {
  const { tx } = register;
  const person = await readPerson(register, { municipalityNo, id }, 'key');
  if (!person) throw new Error('a person is gone while their key was changed: ' + id);
  const key = await currentKey(register, municipalityNo);
  await tx.query(
    `update case_person
    set key_edition = $3, reference = $4, name = $5, national_id = $6, born = $7, address = $8, mobile = $9,
      language = $10, interpreter = $11, guardian_name = $12, guardian_address = $13, guardian_mobile = $14
    where municipality_no = $1 and case_id = $2`,
    [municipalityNo, id, key.edition, ...sealed(key, id, person)]
  );
  const digest = digestOf(key.key, person.reference);
  await tx.query(`select app_redigest_case($1, $2, $3, $4)`, [municipalityNo, id, digest, key.edition]);
}

function sealed({ municipalityNo, key }: DataKey, id: string, person: CasePerson): (Buffer | null)[] {
  return personFields.map((field) => {
    const value = person[field];
    return value === null ? null : encrypt(key, belongingOf({ municipalityNo, id }, field), Buffer.from(value, 'utf8'));
  });
}

function belongingOf({ municipalityNo, id }: CaseKey, column: PersonField): Belonging {
  return { table: 'case_person', column, municipalityNo, id };
}

import { randomUUID } from 'node:crypto';
import { ageBandOn, type CaseFile, type referralChannels } from '#lib/domain/case/case-file.ts';
import { decide, newCase, type Doer } from '#lib/domain/case/case-flow.ts';
import type { CasePerson } from '#lib/domain/case/case-person.ts';
import { settingOn } from '#lib/domain/case/case-setting.ts';
import { dayOf } from '#lib/domain/day.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { digestOf } from './cipher.ts';
import { currentKey, keysOf, type Register } from './data-key.ts';
import { addPerson, type CaseKey } from './person.ts';
import { appendEvent, type StepResult } from './step.ts';
import { listSettings, listUnits } from './unit.ts';

/** A referral as it came from the prosecution. */
export type Referral = Pick<CaseFile, 'receivedOn' | 'decidedOn' | 'probationUntil'> & {
  unitNo: string;
  municipalityNo: string;
  channel: (typeof referralChannels)[number];
  legalGround: string;
  policeDistrict: string;
  person: CasePerson;
};

/** Adds a case from a referral and returns its key, or why it is refused: the reference is open already. */
export async function addReferral(
  register: Register,
  referral: Referral,
  doer: Doer
): Promise<({ kind: 'added' } & CaseKey) | Extract<StepResult, { kind: 'refused' }>> {
  const { tx, at } = register;
  const { unitNo, municipalityNo, person, receivedOn } = referral;
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('case ' || $1, 0))`, [unitNo]);
  const setting = settingOn(await listSettings(tx, unitNo), dayOf(at));
  const given = { isReferenceOpen: await isOpen(register, referral), receivedOn };
  const scene = { file: null, conditions: [], given, setting, now: at, proposal: null };
  const outcome = decide('referral_received', scene, doer);
  if (outcome.kind !== 'moved') return { kind: 'refused', reason: 'reference_not_open' };
  const file = { ...newCase(referral), ...outcome.change, ageBand: bandOf(person, referral) };
  const key = { municipalityNo, id: randomUUID() };
  await insertCase(register, { ...referral, ...key, registerBy: file.registerBy, ageBand: file.ageBand });
  await addPerson(register, key, person);
  const first = { event: 'referral_received', given, doer, proposer: null, toState: file.state } as const;
  await appendEvent(tx, key, first, at);
  const detail = { channel: referral.channel };
  await recordAudit(tx, { at, chain: `unit-${unitNo}`, action: 'case_added', subject: `case/${key.id}`, detail });
  return { kind: 'added', ...key };
}

function bandOf({ born }: CasePerson, { receivedOn }: Referral): CaseFile['ageBand'] {
  return born === null ? null : ageBandOn(born, receivedOn);
}

/** Whether the prosecution's reference has an open case in any municipality of the unit. */
async function isOpen(register: Register, { unitNo, municipalityNo, person }: Referral): Promise<boolean> {
  const { tx } = register;
  const unit = (await listUnits(tx, dayOf(register.at))).find((one) => one.unitNo === unitNo);
  for (const served of new Set([municipalityNo, ...(unit?.municipalities ?? [])])) {
    const digests = (await keysOf(register, served)).map(({ key }) => digestOf(key, person.reference));
    const found = await tx.query(
      `select id from case_file where municipality_no = $1 and reference_digest = any($2) and state <> 'closed'`,
      [served, digests]
    );
    if (found.length > 0) return true;
  }
  return false;
}

type NewFile = Referral & CaseKey & Pick<CaseFile, 'registerBy' | 'ageBand'>;

async function insertCase(register: Register, file: NewFile): Promise<void> {
  const { tx, at } = register;
  const { key, edition } = await currentKey(register, file.municipalityNo);
  await tx.query(
    `insert into case_file (
      municipality_no, id, unit_no, number, year, state, attendance, testing, reference_digest, police_district,
      legal_ground, decided_on, probation_until, received_on, channel, age_band, register_by, created_at, changed_at, digest_edition
    )
    select $1, $2, $3, coalesce(max(number), 0) + 1, $4, 'received', 'not_required', 'not_required', $5, $6,
      $7, $8, $9, $10, $11, $12, $13, $14, $14, $15
    from case_file
    where unit_no = $3 and year = $4`,
    [
      ...[file.municipalityNo, file.id, file.unitNo, Number(dayOf(at).slice(0, 4))],
      ...[digestOf(key, file.person.reference), file.policeDistrict, file.legalGround, file.decidedOn],
      ...[file.probationUntil, file.receivedOn, file.channel, file.ageBand, file.registerBy, at, edition]
    ]
  );
}

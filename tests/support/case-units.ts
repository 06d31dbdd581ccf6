import type { Role } from '#lib/domain/role.ts';
import type { CasePerson } from '#lib/domain/case/case-person.ts';
import type { CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { CaseGiven } from '#lib/domain/case/case-given.ts';
import type { Outgoing } from '#lib/domain/case/dispatch.ts';
import { addDocuments } from '#lib/server/case/document.ts';
import type { CaseKey } from '#lib/server/case/person.ts';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import { addReferral } from '#lib/server/case/referral.ts';
import { takeStep } from '#lib/server/case/step.ts';
import { openUnit } from '#lib/server/case/unit.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { queueDispatch } from '#lib/server/dispatch/outbox.ts';
import { caseVault } from '#lib/server/dispatch/vault.ts';
import { addWith } from './people.ts';

/** The units of Kristiansand and of Trondheim, far from each other. */
export const caseUnits = ['4204', '5001'] as const;
export type UnitNo = (typeof caseUnits)[number];
export const caseRoles = ['case_officer', 'unit_leader', 'sampler', 'archivist'] as const satisfies readonly Role[];
export type CaseRole = (typeof caseRoles)[number];
export const at = new Date('2024-03-06T10:00:00Z');
export const masters = parseMasterKeys(`first ${Buffer.alloc(32, 1).toString('base64')}\n`);
export const vault = caseVault(masters, () => at);

/** Somebody who does not exist, with every field there is; the month of the number is one only made-up persons have. */
export const fictitious: CasePerson = {
  ...{ reference: 'DEMO 7002/24', name: 'Oppdiktet Vandrer', nationalId: '15850450150', born: '2004-05-15' },
  ...{ address: 'Oppdiktveien 77, 0000 Ingensteds', mobile: '00 12 34 56', language: 'nn', interpreter: 'klingonsk' },
  ...{
    guardianName: 'Oppdiktet Verge',
    guardianAddress: 'Vergeveien 8, 0000 Ingensteds',
    guardianMobile: '00 65 43 21'
  }
};
/** What must not be found in clear text, whole or in part, and as the letters below write it. */
export const personWords = [
  ...Object.entries(fictitious).flatMap(([field, value]) => (value && field !== 'language' ? [value] : [])),
  ...[
    'Vandrer',
    'Oppdiktveien',
    'Verge',
    'DEMO7002',
    'demo7002',
    '+4700123456',
    '00123456',
    '15.05.2004',
    '15. mai 2004'
  ]
];

const file = {
  name: 'brev.pdf',
  mimeType: 'application/pdf',
  content: Buffer.from(fictitious.name).toString('base64')
};
const messages: readonly Outgoing[] = [
  {
    ...{ channel: 'letter', title: 'Brev fra Kristiansand kommune', files: [file] },
    to: { name: fictitious.name, nationalId: fictitious.nationalId, address: null }
  },
  { channel: 'sms', to: { phone: '+4700123456' }, text: 'Du har en avtale, Vandrer.' }
];

export type CaseScene = {
  people: ReadonlyMap<string, { actor: Actor; personId: string }>;
  /** With tests as a condition, and without. */
  cases: Record<UnitNo, { tested: CaseKey; plain: CaseKey }>;
};

/** Two units with everybody who works there; each has a case with something in every table, and one just received. */
export async function openCaseUnits(db: Store): Promise<CaseScene> {
  const people = new Map<string, { actor: Actor; personId: string }>();
  const cases: Partial<CaseScene['cases']> = {};
  for (const unitNo of caseUnits) {
    for (const role of caseRoles) {
      const grant = { role, unitType: 'advisory_unit', unitId: unitNo } as const;
      const { actor, personId } = await addWith(db, `${role} ${words[unitNo]}`, [grant], at);
      people.set(`${role} ${unitNo}`, { actor: { ...actor, scope: 'everything' }, personId });
    }
    await db.transaction({ kind: 'system', task: 'case_demonstration' }, (tx) => openUnit(tx, { unitNo }, at));
    const officer = people.get(`case_officer ${unitNo}`);
    if (!officer) throw new Error('no officer');
    cases[unitNo] = { tested: await addTested(db, unitNo, officer), plain: await refer(db, unitNo, officer, '-B') };
  }
  return { people, cases: cases as CaseScene['cases'] };
}

const words: Record<UnitNo, string> = { '4204': 'sør', '5001': 'midt' };
type Officer = { actor: Actor; personId: string };

async function refer(db: Store, unitNo: UnitNo, { actor, personId }: Officer, part: string): Promise<CaseKey> {
  const referral = {
    ...{ unitNo, municipalityNo: unitNo, receivedOn: '2024-03-05', decidedOn: '2024-02-20' },
    ...({ probationUntil: '2026-02-20', channel: 'letter', legalGround: 'conditional_waiver' } as const),
    ...{ policeDistrict: 'agder', person: { ...fictitious, reference: fictitious.reference + part } }
  };
  const added = await db.transaction(actor, (tx) =>
    addReferral({ tx, masters, at }, referral, { part: 'case_officer', personId })
  );
  if (added.kind !== 'added') throw new Error(added.reason);
  return { municipalityNo: added.municipalityNo, id: added.id };
}

async function addTested(db: Store, unitNo: UnitNo, officer: Officer): Promise<CaseKey> {
  const key = await refer(db, unitNo, officer, '');
  const condition = { required: 1, from: '2024-02-20', until: '2026-02-20', isWithdrawn: false };
  const conditions = (['attendance', 'testing'] as const).map((kind) => ({ kind, ...condition }));
  const moment = new Date('2024-03-20T11:00:00Z');
  const steps: [CaseEvent, CaseGiven][] = [
    ['register', { conditions, meetingBy: '2024-03-26', staysHere: true, isIdentified: true, age: 19 }],
    ['summon', { channel: 'post', place: 'office', meetingAt: moment }],
    ['test_planned', { testAt: moment, channel: 'handed_over', isNotTreating: true }]
  ];
  await db.transaction(officer.actor, async (tx) => {
    for (const [event, given] of steps) {
      const doer = { part: 'case_officer', personId: officer.personId } as const;
      const done = await takeStep(tx, key, { event, given: { ...given, responsibleId: officer.personId }, doer }, at);
      if (done.kind === 'refused') throw new Error(`${event}: ${done.reason}`);
    }
    const document = { ending: 'pdf', content: Buffer.from(`%PDF-1.7\n${fictitious.name}`) };
    const place = { ...key, unitNo, of: 'case' } as const;
    await addDocuments({ tx, masters, at }, place, { kind: 'referral', files: [document], by: officer.personId });
    for (const message of messages) {
      const kind = message.channel === 'sms' ? 'reminder' : 'summons';
      const about = { municipalityNo: key.municipalityNo, caseId: key.id, kind, message } as const;
      await queueDispatch(tx, vault, about, { at, by: officer.personId });
    }
  });
  await addByOwner(db, unitNo, key);
  return key;
}

/** What takes months or others to come about: a notice, a decision, what came in, and what is left of a case that is gone. */
async function addByOwner({ owner }: Store, unitNo: UnitNo, { id }: CaseKey): Promise<void> {
  const statements = [
    `insert into case_notice (municipality_no, case_id, number, kind, due_on, made_at)
    values ('${unitNo}', '${id}', 1, 'test_not_given', '2024-03-08', now())`,
    `insert into case_unit_setting (
      unit_no, valid_from, register_days, summon_days, meeting_days, notice_days, least_warning_days, reminder_hours,
      retention_months, least_attempts, attendances, decided_at
    ) values ('${unitNo}', '2024-04-01', 2, 5, 15, 2, 3, 24, 12, 2, 1, now())`,
    `insert into case_count (
      municipality_no, received_month, met_month, closed_month, is_under_18, is_met, is_missed, days_to_meeting, closing_code
    ) values ('${unitNo}', '2023-01-01', '2023-01-01', '2023-02-01', false, true, false, 9, 'fulfilled')`,
    `insert into case_incoming (municipality_no, id, unit_no, external_id, state, fetched_at, tried_at)
    values ('${unitNo}', gen_random_uuid(), '${unitNo}', gen_random_uuid()::text, 'waiting', now(), now())`,
    `insert into case_export (municipality_no, case_id, number, made_at, made_by, documents, sha256)
    select '${unitNo}', '${id}', 1, now(), id, 1, '${'0'.repeat(64)}' from person limit 1`,
    `insert into self_referral (municipality_no, month, source, count, changed_at)
    values ('${unitNo}', '2024-01-01', 'self', 1, now())`,
    `insert into case_tombstone (municipality_no, case_id, purged_month, closing_code, backups_until)
    values ('${unitNo}', gen_random_uuid(), '2024-01-01', 'fulfilled', '2024-04-01')`
  ];
  for (const statement of statements) await owner.query(statement);
}

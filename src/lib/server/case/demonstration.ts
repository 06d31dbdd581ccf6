import type { CasePart, Condition } from '#lib/domain/case/case-file.ts';
import type { CaseGiven } from '#lib/domain/case/case-given.ts';
import type { CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { Letterhead, ProsecutionOffice } from '#lib/domain/case/letterhead.ts';
import { isWorkingDay, workingDaysAfter } from '#lib/domain/case/working-day.ts';
import { dayOf, daysAfter, momentAt } from '#lib/domain/day.ts';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import type { Db } from '#lib/server/db.ts';
import { findPersonByEmail } from '#lib/server/person.ts';
import { seedPastCases } from './demonstration-past.ts';
import { seedIncoming } from './demonstration-incoming.ts';
import { decideLetterhead, decideProsecutionOffice } from './letterhead.ts';
import type { MasterKeys } from './master-key.ts';
import type { CaseKey } from './person.ts';
import { addReferral } from './referral.ts';
import { takeStep } from './step.ts';
import { listUnits, openUnit } from './unit.ts';

const unitNo = '4204';
const openedAt = new Date('2022-01-10T08:00:00Z');
const task = { kind: 'system', task: 'case_demonstration' } as const;

/** A made-up case: how many days ago it came, when its person was born, and what has happened since. */
type Story = { daysAgo: number; age: number; steps: readonly Happening[] };
type Happening = { days: number; event: CaseEvent; part?: CasePart; given?: (day: string) => CaseGiven };

const conditions = (day: string, testing = false): Condition[] =>
  (testing ? (['attendance', 'testing'] as const) : (['attendance'] as const)).map((kind) => ({
    ...{ kind, required: 1, from: daysAfter(day, -30), until: daysAfter(day, 300), isWithdrawn: false }
  }));
const registered =
  (testing = false) =>
  (day: string) => ({
    ...{ conditions: conditions(day, testing), meetingBy: workingDaysAfter(day, 14), staysHere: true },
    ...{ isIdentified: true, age: 20 }
  });
const meetingIn = (days: number) => (day: string) => ({
  ...({ channel: 'post', place: 'office' } as const),
  meetingAt: momentAt(workday(daysAfter(day, days)), '12:00')
});

const stories: readonly Story[] = [
  { daysAgo: 0, age: 19, steps: [] },
  { daysAgo: 6, age: 22, steps: [] },
  { daysAgo: 12, age: 17, steps: [{ days: 11, event: 'register', given: registered() }] },
  {
    ...{ daysAgo: 14, age: 24 },
    steps: [
      { days: 13, event: 'register', given: registered() },
      { days: 10, event: 'summon', given: meetingIn(12) }
    ]
  },
  {
    ...{ daysAgo: 60, age: 16 },
    steps: [
      { days: 58, event: 'register', given: registered() },
      { days: 55, event: 'summon', given: meetingIn(8) },
      { days: 40, event: 'no_show' },
      { days: 39, event: 'summon', given: meetingIn(10) },
      { days: 20, event: 'no_show' }
    ]
  },
  {
    ...{ daysAgo: 60, age: 27 },
    steps: [
      { days: 58, event: 'register', given: registered() },
      { days: 55, event: 'summon', given: meetingIn(8) },
      { days: 40, event: 'no_show' },
      { days: 39, event: 'summon', given: meetingIn(10) },
      { days: 3, event: 'no_show' },
      { days: 1, event: 'notify_no_show' }
    ]
  },
  {
    ...{ daysAgo: 40, age: 18 },
    steps: [
      { days: 39, event: 'register', given: registered(true) },
      { days: 37, event: 'summon', given: meetingIn(8) },
      { days: 20, event: 'attended', given: () => ({ identityChecked: true, informed: true }) },
      {
        ...{ days: 2, event: 'test_planned' },
        given: (day) => ({
          testAt: momentAt(workday(daysAfter(day, 4)), '09:00'),
          channel: 'handed_over',
          isNotTreating: true
        })
      }
    ]
  },
  {
    ...{ daysAgo: 430, age: 21 },
    steps: [
      { days: 429, event: 'register', given: registered() },
      { days: 425, event: 'summon', given: meetingIn(8) },
      { days: 410, event: 'attended', given: () => ({ identityChecked: true, informed: true }) },
      { days: 409, event: 'close', given: () => ({ closingCode: 'fulfilled' }) },
      {
        ...{ days: 20, event: 'archived', part: 'archivist' },
        given: (day) => ({ archiveWay: 'exported', archiveReference: 'DEMO-1', archiveDay: day })
      }
    ]
  }
];

const letterhead: Omit<Letterhead, 'validFrom'> = {
  ...{ unit: 'rådgivende enhet for russaker', street: 'Eksempelgata 1', postcode: '0000', town: 'Ingensteds' },
  ...{ phone: '00 00 00 00', office: 'Eksempelgata 1, rom 2', neutral: 'Biblioteket i Ingensteds, grupperom 1' },
  ...{ digital: 'lenken kommer på SMS rett før møtet', minutes: 45 }
};
/** A made-up office; its number has the right check digit and begins as no real one does. */
const prosecution: Omit<ProsecutionOffice, 'validFrom'> = {
  ...{ policeDistrict: 'Agder', organisationNo: '310000019', office: 'Eksempel påtaleenhet' },
  ...{ street: 'Postboks 1', postcode: '0000', town: 'Ingensteds' }
};

/** The first working day from a day on. */
function workday(day: string): string {
  return isWorkingDay(day) ? day : workingDaysAfter(day, 1);
}

/** Fills the register of the demonstration's unit with made-up persons, once; true when it did. */
export async function seedCases(db: Db, masters: MasterKeys, at: Date): Promise<boolean> {
  const isNew = await db.transaction(task, async (tx) => {
    if ((await listUnits(tx)).length > 0) return false;
    await openUnit(tx, { unitNo }, openedAt);
    const deciding = { unitNo, by: null };
    await decideLetterhead(tx, deciding, { ...letterhead, validFrom: dayOf(openedAt) }, openedAt);
    await decideProsecutionOffice(tx, deciding, { ...prosecution, validFrom: dayOf(openedAt) }, openedAt);
    return true;
  });
  if (!isNew) return false;
  const doers = await findDoers(db);
  await seedPastCases({ db, masters, unitNo, doers });
  for (const [index, story] of stories.entries()) {
    const key = await refer(db, masters, { index, story, officer: doers.case_officer }, at);
    for (const happening of story.steps) await happen(db, key, { happening, doers }, at);
  }
  await db.transaction(task, (tx) => seedIncoming(tx, masters, unitNo, at));
  return true;
}

type Doers = Record<'case_officer' | 'unit_leader' | 'archivist' | 'sampler', string>;

async function findDoers(db: Db): Promise<Doers> {
  return db.transaction(task, async (tx) => {
    const idOf = async (part: keyof Doers) => {
      const person = await findPersonByEmail(tx, demonstrationPerson(part).email);
      if (!person) throw new Error('the demonstration has nobody who is ' + part);
      return person.id;
    };
    return {
      case_officer: await idOf('case_officer'),
      unit_leader: await idOf('unit_leader'),
      archivist: await idOf('archivist'),
      sampler: await idOf('sampler')
    };
  });
}

async function refer(
  db: Db,
  masters: MasterKeys,
  { index, story, officer }: { index: number; story: Story; officer: string },
  at: Date
): Promise<CaseKey> {
  const received = daysBefore(at, story.daysAgo);
  const receivedOn = dayOf(received);
  const person = {
    ...{ reference: `DEMO ${1000 + index}/26`, name: `Oppdiktet Person ${index + 1}`, nationalId: null },
    born: `${Number(receivedOn.slice(0, 4)) - story.age}-01-0${index + 1}`,
    ...{ address: `Oppdiktveien ${index + 1}, 0000 Ingensteds`, mobile: null, language: 'nb', interpreter: null },
    ...{ guardianName: story.age < 18 ? `Oppdiktet Foresatt ${index + 1}` : null, guardianAddress: null },
    guardianMobile: null
  };
  const referral = {
    ...({ unitNo, municipalityNo: unitNo, receivedOn, channel: 'letter', person } as const),
    ...{
      decidedOn: daysAfter(receivedOn, -10),
      probationUntil: story.daysAgo > 400 ? null : daysAfter(receivedOn, 720)
    },
    ...{ legalGround: 'conditional_waiver', policeDistrict: 'Agder' }
  };
  const added = await db.transaction({ kind: 'person', personId: officer, scope: 'everything' }, (tx) =>
    addReferral({ tx, masters, at: received }, referral, { part: 'case_officer', personId: officer })
  );
  if (added.kind !== 'added') throw new Error('the demonstration has a reference twice: ' + index);
  return added;
}

async function happen(
  db: Db,
  key: CaseKey,
  { happening, doers }: { happening: Happening; doers: Doers },
  at: Date
): Promise<void> {
  const { event, given, days } = happening;
  const part = happening.part === undefined || happening.part === 'system' ? 'case_officer' : happening.part;
  const now = daysBefore(at, days);
  const personId = doers[part];
  await db.transaction({ kind: 'person', personId, scope: 'everything' }, async (tx) => {
    const step = { event, given: { responsibleId: personId, ...given?.(dayOf(now)) }, doer: { part, personId } };
    const result = await takeStep(tx, key, step, now);
    if (result.kind === 'refused') throw new Error(`the demonstration cannot ${event}: ${result.reason}`);
  });
}

function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * 86_400_000);
}

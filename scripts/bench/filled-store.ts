import { korusRegionIds, municipalitiesAt } from '#lib/domain/geography.ts';
import { withAddon, type Question, type Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Store } from '#lib/server/db.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { migrate } from '#lib/server/migrate.ts';
import { addPerson } from '#lib/server/person.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { addRound } from '#lib/server/round.ts';
import { placeUnits } from '#lib/server/unit-within.ts';

const rounds = 40;
const questions = 60;
/** Of the county governor with the most: Oslo, Østfold, Akershus and Buskerud. */
export const mostCounties = ['03', '31', '32', '33'];
const auditRows = 20_000;
const system = { kind: 'system', task: 'bench' } as const;
export const at = new Date('2026-01-10T12:00:00Z');
export const { geography } = loadReference('data');
const municipalities = municipalitiesAt(geography, '2024-03-31');
const numbers = municipalities.map(({ number }) => number);
const core = readCore();
const addon = moreQuestions();
export const questionnaire = withAddon(core, addon);
export const adviserEmail = 'maaling@korus.example';

/** The last round that all have answered, and one after it that nobody has answered. */
export const answered = roundOf(rounds);
export const silent = roundOf(rounds + 1);

/** Fills a new store with 40 rounds of 60 questions that 357 municipalities have answered, and one that none has. */
export async function fillStore(store: Store) {
  await migrate(store.owner);
  await placeUnits(store.owner, geography);
  for (let number = 1; number <= rounds + 1; number += 1) await addExpected(store, roundOf(number));
  for (let number = 1; number <= rounds; number += 1) await addReports(store, roundOf(number));
  const adviser = await store.transaction(system, async (tx) => {
    const { id } = await addPerson(tx, { name: 'Måling', email: adviserEmail }, at);
    // The round stands in one region and asks the whole country, so whoever reads it advises every region.
    for (const unitId of korusRegionIds) {
      await giveGrant(tx, { personId: id, role: 'adviser', unitType: 'korus_region', unitId }, at);
    }
    return { kind: 'person', personId: id } as const;
  });
  const governor = await store.transaction(system, async (tx) => {
    const { id } = await addPerson(tx, { name: 'Fylke', email: 'fylke@statsforvalter.example' }, at);
    for (const unitId of mostCounties)
      await giveGrant(tx, { personId: id, role: 'governor', unitType: 'county', unitId }, at);
    return { kind: 'person', personId: id } as const;
  });
  await addReview(store, adviser.personId);
  await addFollowUp(store, adviser.personId);
  await addAudit(store);
  await store.owner.query('analyze');
  return { adviser, governor, numbers };
}

function readCore(): Questionnaire {
  const [known] = loadQuestionnaires('data/questionnaires');
  if (!known) throw new Error('no questionnaire to make longer');
  return known;
}

/** As many as make the questionnaire as long as the scale that the lists are made for. */
function moreQuestions(): Question[] {
  const [first] = core.questions;
  if (!first) throw new Error('the questionnaire asks nothing');
  return Array.from({ length: questions - core.questions.length }, (_, index): Question => ({
    ...first,
    key: `extra_${index}`,
    group: 'regional'
  }));
}

function roundOf(number: number): Round {
  const day = (month: number) => new Date(Date.UTC(1985 + number, month, 1));
  return {
    ...{ id: `maaling-${number}`, slug: `maaling-${number}`, name: `Måling ${number}`, korusRegion: 'sor' },
    ...{ questionnaireId: 'rer-core', questionnaireVersion: 1, dataKind: 'synthetic' },
    // A week each of 2024, so that the same municipalities are asked in all.
    periodStart: new Date(Date.UTC(2024, 0, 1 + 7 * number)).toISOString().slice(0, 10),
    periodEnd: new Date(Date.UTC(2024, 0, 7 + 7 * number)).toISOString().slice(0, 10),
    ...{ opensAt: day(1), deadlineAt: day(2), closesAt: day(3), freezesAt: day(4) },
    ...{ openedAt: day(1), copiedFrom: null, addon }
  };
}

async function addExpected(store: Store, one: Round): Promise<void> {
  await store.transaction(system, (tx) => addRound(tx, one, at));
  await store.owner.query(
    `insert into assignment (municipality_no, round_id, korus_region, contact_name, contact_email, link_hash)
    select number, $1, 'sor', 'Kontakt', 'kontakt@' || number || '.example', sha256(convert_to($1 || number, 'UTF8'))
    from unnest($2::text[]) as number`,
    [one.id, numbers]
  );
}

/** Two in five have corrected their answer. */
async function addReports(store: Store, one: Round): Promise<void> {
  await store.owner.query(
    `insert into report (municipality_no, round_id, version, answers, reasons, hash, submitted_at, submitted_by, channel)
    select number, $1, version, (
      select jsonb_object_agg(key, jsonb_build_object('status', 'reported', 'value', (place * number::int + version) % 17))
      from unnest($3::text[]) with ordinality as question (key, place)
    ), '{}', 'x', $4, 'Måling', 'import'
    from generate_series(1, 2) as version, unnest($2::text[]) as number
    where version = 1 or number::int % 5 < 2
    order by version`,
    [one.id, numbers, questionnaire.questions.map(({ key }) => key), one.opensAt]
  );
}

/** Five questions to each municipality in the last round, and a review of each answer. */
async function addReview(store: Store, personId: string): Promise<void> {
  await store.owner.query(
    `insert into query_thread (municipality_no, round_id, id, question_key, version, state, opened_by, opened_at)
    select number, $1, gen_random_uuid(), 'extra_' || place, 1, 'asked', $3, $4
    from unnest($2::text[]) as number, generate_series(1, 5) as place`,
    [answered.id, numbers, personId, at]
  );
  await store.owner.query(
    `insert into query_message (municipality_no, round_id, thread_id, position, event, at, by_name, text)
    select municipality_no, round_id, id, place, case place when 1 then 'ask' else 'answer' end, $1, 'Måling', 'Stemmer det?'
    from query_thread, generate_series(1, 3) as place`,
    [at]
  );
  await store.owner.query(
    `insert into report_review (municipality_no, round_id, version, state, reviewed_by, reviewed_by_name, at)
    select municipality_no, round_id, version, 'accepted', $1, 'Måling', $2
    from report`,
    [personId, at]
  );
}

/** In the silent round a contact, a draft, three letters and three notes of each municipality; letters of the others too. */
async function addFollowUp(store: Store, personId: string): Promise<void> {
  await store.owner.query(
    `insert into contact (municipality_no, id, kind, name, email, valid_from)
    select number, gen_random_uuid(), 'person', 'Kontakt', 'kontakt@' || number || '.example', $2
    from unnest($1::text[]) as number
    on conflict do nothing`,
    [numbers, at]
  );
  await store.owner.query(
    `insert into draft (municipality_no, round_id, fields, saved_at)
    select number, $1, '{}', $3
    from unnest($2::text[]) as number`,
    [silent.id, numbers, at]
  );
  await store.owner.query(
    `insert into mail_plan (round_id, id, kind, planned_on, status, created_at, changed_at, started_at)
    select round.id, gen_random_uuid(), kind, $1::timestamptz::date, 'sent', $1, $1, $1
    from round, unnest(array['invitation', 'reminder', 'last_reminder']) as kind`,
    [at]
  );
  await store.owner.query(
    `insert into message (id, recipient, subject, status, created_at, due_at, sent_at, round_id, municipality_no, plan_id, kind)
    select gen_random_uuid(), 'kontakt@' || number || '.example', 'Brev', 'sent', $2, $2, $2, plan.round_id, number,
      plan.id, plan.kind
    from mail_plan as plan, unnest($1::text[]) as number`,
    [numbers, at]
  );
  await store.owner.query(
    `insert into contact_note (municipality_no, round_id, id, at, written_by, text, outcome)
    select number, $1, gen_random_uuid(), $4, $3, 'Ringte', 'talked'
    from unnest($2::text[]) as number, generate_series(1, 3)`,
    [silent.id, numbers, personId, at]
  );
}

async function addAudit(store: Store): Promise<void> {
  await store.owner.query(
    `insert into audit (at, chain, action, subject, detail)
    select $1, 'sor', 'answers_seen', $2, '{}'
    from generate_series(1, $3::integer)`,
    [at, answered.id, auditRows]
  );
}

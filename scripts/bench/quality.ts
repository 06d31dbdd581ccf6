import { PGlite } from '@electric-sql/pglite';
import { performance } from 'node:perf_hooks';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import type { Question, Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Round } from '#lib/domain/round.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { migrate } from '#lib/server/migrate.ts';
import { addPerson } from '#lib/server/person.ts';
import { pgliteStore } from '#lib/server/pglite.ts';
import { listQualityHistories } from '#lib/server/quality-history.ts';
import { readQuality } from '#lib/server/quality.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { readConversations } from '#lib/server/query-thread.ts';
import { loadReference } from '#lib/server/reference.ts';
import { recordGridRead } from '#lib/server/report-reading.ts';
import { addRound } from '#lib/server/round.ts';
import { placeUnits } from '#lib/server/unit-within.ts';
import { qualityTables } from '#lib/ui/quality/figures.ts';
import { gridOf, unremarkableOf } from '#lib/ui/quality/grid.ts';

/**
 * How long the lists of quality take on the server with 357 municipalities, 60 questions and 40 rounds in one region, on
 * the embedded engine in memory; the budget of each is 100 ms.
 *
 *   tsx scripts/bench/quality.ts
 */
const rounds = 40;
const runs = 9;
let days = 0;
const system = { kind: 'system', task: 'bench' } as const;
const { geography } = loadReference('data');
const numbers = municipalitiesAt(geography, '2024-03-31').map(({ number }) => number);
const questionnaire = longQuestionnaire();
const store = pgliteStore(await PGlite.create());
await migrate(store.owner);
await placeUnits(store.owner, geography);
const at = new Date('2026-01-10T12:00:00Z');
for (let number = 1; number <= rounds; number += 1) await fillRound(roundOf(number));
const adviser = await store.transaction(system, async (tx) => {
  const { id } = await addPerson(tx, { name: 'Måling', email: 'maaling@korus.example' }, at);
  await giveGrant(tx, { personId: id, role: 'adviser', unitType: 'korus_region', unitId: 'sor' }, at);
  return { kind: 'person', personId: id } as const;
});
await fillReview(adviser.personId);

const round = roundOf(rounds);
const named = (entries: Awaited<ReturnType<typeof readQuality>>) =>
  entries.map((entry) => ({ ...entry, name: entry.municipalityNo }));
const read = () => store.transaction(adviser, (tx) => readQuality(tx, round));
await measure('tabellen leses', read);
const entries = await read();
await measure('tabellen i ord og tegn', () => gridOf(questionnaire, named(entries), 'nb'));
await measure('svar uten merknader', () => unremarkableOf(questionnaire, entries));
await measure('kvaliteten i tall leses', () => store.transaction(adviser, (tx) => listQualityHistories(tx, round.id)));
const histories = (await store.transaction(adviser, (tx) => listQualityHistories(tx, round.id))).map((one) => ({
  ...one,
  countyNo: one.municipalityNo.slice(0, 2)
}));
await measure('kvaliteten i tall regnes ut', () =>
  qualityTables({ language: 'nb', questionnaire, deadlineAt: at, counties: [], county: null, histories })
);
const one = { roundId: round.id, municipalityNo: numbers[0] ?? '' };
await measure('spørsmålene til en kommune', () => store.transaction(adviser, (tx) => readConversations(tx, one)));
const own = new Set(
  municipalitiesAt(geography, '2024-03-31').flatMap(({ number, korusRegion }) =>
    korusRegion === 'sor' ? [number] : []
  )
);
const seen = entries.flatMap(({ municipalityNo }) => (own.has(municipalityNo) ? [{ municipalityNo, version: 1 }] : []));
await measure('besøket skrives', () => store.transaction(adviser, (tx) => recordGridRead(tx, round, seen, nextDay())));
await measure('besøket i dag er kjent', () => store.transaction(adviser, (tx) => recordGridRead(tx, round, seen, at)));
await store.close();

/** A day and more after the one before, so that every answer is told of again. */
function nextDay(): Date {
  days += 2;
  return new Date(at.getTime() + days * 86_400_000);
}

/** Processor time too: the engine runs in this process, so it tells the cost also on a machine that does other things. */
async function measure(name: string, work: () => unknown): Promise<void> {
  const wall: number[] = [];
  const busy: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const used = process.cpuUsage();
    await work();
    const { user, system: kernel } = process.cpuUsage(used);
    wall.push(performance.now() - start);
    busy.push((user + kernel) / 1000);
  }
  const [took, cost] = [medianOf(wall), medianOf(busy)];
  console.log(`${name.padEnd(32)} ${took.toFixed(0).padStart(6)} ms, ${cost.toFixed(0).padStart(6)} ms av prosessoren`);
}

function medianOf(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function longQuestionnaire(): Questionnaire {
  const [known] = loadQuestionnaires('data/questionnaires');
  const [first] = known?.questions ?? [];
  if (!known || !first) throw new Error('no questionnaire to make longer');
  const more = Array.from({ length: 60 - known.questions.length }, (_, index): Question => ({
    ...first,
    key: `extra_${index}`,
    group: 'unit'
  }));
  return { ...known, questions: [...known.questions, ...more] };
}

function roundOf(number: number): Round {
  const day = (month: number) => new Date(Date.UTC(1985 + number, month, 1));
  return {
    ...{ id: `maaling-${number}`, slug: `maaling-${number}`, name: `Måling ${number}`, korusRegion: 'sor' },
    ...{ questionnaireId: 'rer-core', questionnaireVersion: 1, dataKind: 'synthetic' },
    periodStart: `${1984 + number}-01-01`,
    periodEnd: `${1984 + number}-12-31`,
    ...{ opensAt: day(1), deadlineAt: day(2), closesAt: day(3), freezesAt: day(4) },
    ...{ openedAt: day(1), copiedFrom: null, addon: [] }
  };
}

/** Two in five have corrected their answer. */
async function fillRound(one: Round): Promise<void> {
  await store.transaction(system, (tx) => addRound(tx, one, at));
  await store.owner.query(
    `insert into assignment (municipality_no, round_id, korus_region, link_hash)
    select number, $1, 'sor', sha256(convert_to($1 || number, 'UTF8'))
    from unnest($2::text[]) as number`,
    [one.id, numbers]
  );
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

/** Five questions to each municipality in the last round, and a review of each. */
async function fillReview(personId: string): Promise<void> {
  await store.owner.query(
    `insert into query_thread (municipality_no, round_id, id, question_key, version, state, opened_by, opened_at)
    select number, $1, gen_random_uuid(), 'extra_' || place, 1, 'asked', $3, $4
    from unnest($2::text[]) as number, generate_series(1, 5) as place`,
    [roundOf(rounds).id, numbers, personId, at]
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
  await store.owner.query('analyze');
}

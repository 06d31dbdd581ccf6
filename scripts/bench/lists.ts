import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { AuditFilter } from '#lib/domain/audit.ts';
import { readAuditPage } from '#lib/server/audit-log.ts';
import { listSilent } from '#lib/server/follow-up.ts';
import { listQualityHistories } from '#lib/server/quality-history.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { readDesk } from '#lib/server/desk.ts';
import type { PersonUser } from '#lib/server/person.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { readQuality } from '#lib/server/quality.ts';
import { readConversations } from '#lib/server/query-thread.ts';
import { recordGridRead } from '#lib/server/report-reading.ts';
import { listProgress } from '#lib/server/round-progress.ts';
import { listRounds } from '#lib/server/round.ts';
import type { Tx } from '#lib/server/db.ts';
import { qualityTables } from '#lib/ui/quality/figures.ts';
import { gridOf, unremarkableOf } from '#lib/ui/quality/grid.ts';
import { answered, at, mostCounties, fillStore, geography, questionnaire, silent } from './filled-store.ts';

/** How long the lists take on the server; the budget of each is 100 ms. Run by `npm run bench -- lists`. */
const runs = 9;
/** Milliseconds. */
type Time = { wall: number; busy: number };
const everything: AuditFilter = { group: null, person: '', from: null, to: null };
const newest = { before: null, after: null, most: 50 };
/** Cases a person and day, about eight for a municipality in a year. */
const usualRate = 1.5e-6;
const background = {
  ...{ geography, period: answered },
  rates: Object.fromEntries(questionnaire.questions.map(({ key }) => [key, usualRate]))
};
let days = 0;
const store = await openPglite(null);
const { adviser, governor, numbers } = await fillStore(store);
const inStore = <T>(work: (tx: Tx) => Promise<T>) => store.transaction(adviser, work);

await measure('listen over runder', () => inStore(listRounds));
await measure('runden, alle har svart', () => inStore((tx) => listProgress(tx, answered.id)));
await measure('runden, ingen har svart', () => inStore((tx) => listProgress(tx, silent.id)));
await measure('oppfølging, ingen har svart', () => inStore((tx) => listSilent(tx, silent.id, '2026-01-10')));
await measure('oppfølging, alle har svart', () => inStore((tx) => listSilent(tx, answered.id, '2026-01-10')));
await measure('revisjon, en side', () => inStore((tx) => readAuditPage(tx, 'sor', everything, newest)));
const seldom = { ...everything, group: 'mail' } as const;
await measure('revisjon, filter uten treff', () => inStore((tx) => readAuditPage(tx, 'sor', seldom, newest)));

const followed: PersonUser = {
  ...{ kind: 'person', personId: governor.personId, name: 'Fylke', scope: 'everything' },
  grants: mostCounties.map((unitId) => ({ role: 'governor', unitType: 'county', unitId }))
};
const desk = {
  db: store,
  reference: { geography },
  questionnaires: loadQuestionnaires('data/questionnaires'),
  clock: () => at
};
const readFollowed = () => readDesk(desk, followed);
await measureOnce('statsforvalterens liste, første', readFollowed);
await measure('statsforvalterens liste, 52 × 40', readFollowed);

const read = () => inStore((tx) => readQuality(tx, answered, background));
await measureOnce('tabellen leses første gang', read);
await measure('tabellen leses', read);
const entries = (await read()).map((entry) => ({ ...entry, name: entry.municipalityNo, hostName: null }));
await measure('tabellen i ord og tegn', () => gridOf(questionnaire, entries, { language: 'nb' }));
await measure('svar uten merknader', () => unremarkableOf(questionnaire, entries));
const readHistories = () => inStore((tx) => listQualityHistories(tx, answered.id));
await measure('kvaliteten i tall leses', readHistories);
const histories = (await readHistories()).map((one) => ({ ...one, countyNo: one.municipalityNo.slice(0, 2) }));
await measure('kvaliteten i tall regnes ut', () =>
  qualityTables({ language: 'nb', questionnaire, deadlineAt: at, counties: [], county: null, histories })
);
const one = { roundId: answered.id, municipalityNo: numbers[0] ?? '' };
await measure('spørsmålene til en kommune', () => inStore((tx) => readConversations(tx, one)));
const seen = entries.map(({ municipalityNo }) => ({ municipalityNo, version: 1 }));
await measure('besøket skrives', () => inStore((tx) => recordGridRead(tx, answered, seen, nextDay())));
await measure('besøket i dag er kjent', () => inStore((tx) => recordGridRead(tx, answered, seen, at)));
console.log(`${cpus().length} kjerner; belastning ${loadavg()[0]?.toFixed(1)}`);
await store.close();

/** A day and more after the one before, so that every answer is told of again. */
function nextDay(): Date {
  days += 2;
  return new Date(at.getTime() + days * 86_400_000);
}

/** What later readings find already done is told by itself. */
async function measureOnce(name: string, work: () => unknown): Promise<void> {
  const { wall, busy } = await timeOf(work);
  tell(name, wall, busy);
}

/** Processor time too: the engine runs in this process, so it tells the cost also on a machine that does other things. */
async function measure(name: string, work: () => unknown): Promise<void> {
  const times: Time[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timeOf(work));
  tell(name, medianOf(times.map(({ wall }) => wall)), medianOf(times.map(({ busy }) => busy)));
}

async function timeOf(work: () => unknown): Promise<Time> {
  const start = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system: kernel } = process.cpuUsage(used);
  return { wall: performance.now() - start, busy: (user + kernel) / 1000 };
}

function tell(name: string, wall: number, busy: number) {
  console.log(`${name.padEnd(32)} ${wall.toFixed(0).padStart(6)} ms, ${busy.toFixed(0).padStart(6)} ms av prosessoren`);
}

function medianOf(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

import { writeSentence } from '#lib/i18n/bound-figure.ts';
import type { Actor, Store, Tx } from '#lib/server/db.ts';
import { seedDemonstration } from '#lib/server/demonstration.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { ReleaseGate } from '#lib/server/release-gate.ts';
import { approveRelease, publishRelease, submitRelease, type Step } from '#lib/server/release-step.ts';
import { beginRelease, findRelease, type Release } from '#lib/server/release.ts';
import type { ReleaseChoice } from '#lib/domain/release-choice.ts';
import { findRound } from '#lib/server/round.ts';
import { addAdviser } from './rounds.ts';
import { openTestDb } from './test-db.ts';

export type Person = Extract<Actor, { kind: 'person' }>;
export const at = new Date('2024-10-01T12:00:00Z');
export const choice: ReleaseChoice = {
  plan: 'region',
  title: { nb: 'Region Sør 2024', nn: 'Region Sør 2024' },
  note: null
};

/** The demonstration's rounds with two advisers of Region Sør, and what is done with its releases. */
export async function openReleaseDesk() {
  const db: Store = await openTestDb();
  const reference = loadReference('data');
  const { geography, facts } = reference;
  await seedDemonstration({ db, geography, facts, secret: 'only in tests', at, directory: 'data' });
  return releaseDesk(db, 'sor-2024');
}

/** What two advisers of a round's region do with its releases. */
export async function releaseDesk(db: Store, roundId: string) {
  const round = await db.transaction({ kind: 'public' }, (tx) => findRound(tx, roundId));
  if (!round) throw new Error(`no round ${roundId}`);
  const ada = (await addAdviser(db, 'Ada', round.korusRegion)) as Person;
  const odd = (await addAdviser(db, 'Odd', round.korusRegion)) as Person;
  const reference = loadReference('data');
  const desk = { reference, questionnaires: loadQuestionnaires('data/questionnaires'), writeSentence };
  const app = { ...desk, db, clock: () => at };
  const gate = new ReleaseGate();

  const find = async (id: string): Promise<Release> => {
    const release = await db.transaction(ada, (tx) => findRelease(tx, round.id, id));
    if (!release) throw new Error(`no release ${id}`);
    return release;
  };
  const step = async (actor: Actor, id: string, work: (step: Step) => Promise<void>) => {
    const release = await find(id);
    await db.transaction(actor, (tx: Tx) => work({ tx, desk, round, release, at }));
  };
  const begin = (wanted: Partial<ReleaseChoice> = {}) =>
    db.transaction(ada, (tx) => beginRelease(tx, round, { ...choice, ...wanted }, at));
  const check = async (id: string) => gate.start(app, ada, { round, release: await find(id) });
  const submit = (id: string) => step(ada, id, submitRelease);
  const approve = async (id: string, by: Actor = odd) => {
    const { content } = await find(id);
    const bytes = new TextEncoder().encode(JSON.stringify(content));
    const files = [{ name: 'sor-2024-v1-nb-innhold.json', mediaType: 'application/json', bytes }];
    await step(by, id, (one) => approveRelease(one, files));
  };
  const publish = (id: string) => step(ada, id, publishRelease);
  /** A release from draft to published. */
  const release = async (wanted: Partial<ReleaseChoice> = {}) => {
    const id = await begin(wanted);
    await check(id);
    await submit(id);
    await approve(id);
    await publish(id);
    return id;
  };
  return { db, desk, app, gate, round, ada, odd, find, step, begin, check, submit, approve, publish, release };
}

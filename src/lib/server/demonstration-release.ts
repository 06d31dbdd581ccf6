import type { Round } from '#lib/domain/round.ts';
import type { App } from './app.ts';
import type { Actor } from './db.ts';
import { demonstrationPeople } from './demonstration.ts';
import { findPersonByEmail } from './person.ts';
import { publishRelease, submitRelease, type Step } from './release-step.ts';
import { beginRelease, findRelease } from './release.ts';
import { findRound } from './round.ts';

/** A round of the demonstration that is over. */
const released = { roundId: 'sor-2023', plan: 'counties' } as const;

/**
 * Takes the earlier round of Region Sør from a draft to everybody, as its two advisers would: one makes it, the other
 * approves and publishes it. It stays where it was when the server closes before the end.
 */
export async function releaseDemonstration(app: App): Promise<void> {
  const [author, approver] = await demonstrationAdvisers(app);
  const round = await app.db.transaction({ kind: 'public' }, (tx) => findRound(tx, released.roundId));
  if (!round || !author || !approver)
    throw new Error('the demonstration has no round or no two advisers to release it');
  const title = { nb: round.name, nn: round.name };
  const choice = { plan: released.plan, title, note: null };
  const id = await app.db.transaction(author, (tx) => beginRelease(tx, round, choice, app.clock()));
  await app.releaseGate.start(app, author, { round, release: await find(app, author, round, id) });
  await step(app, author, { round, id }, submitRelease);
  const release = await find(app, approver, round, id);
  await app.releaseFreezer.start(app, approver, { round, release, at: app.clock() });
  await step(app, approver, { round, id }, publishRelease);
  app.statistics.changed();
}

async function demonstrationAdvisers({ db }: App): Promise<Actor[]> {
  const advisers = demonstrationPeople.filter(({ role }) => role === 'adviser');
  const found = await db.transaction({ kind: 'system', task: 'demonstration' }, (tx) =>
    Promise.all(advisers.map(({ email }) => findPersonByEmail(tx, email)))
  );
  return found.flatMap((person) => (person ? [{ kind: 'person', personId: person.id } as const] : []));
}

async function find({ db }: App, actor: Actor, { id: roundId }: Round, id: string) {
  const release = await db.transaction(actor, (tx) => findRelease(tx, roundId, id));
  if (!release) throw new Error(`the release ${id} of the demonstration is gone`);
  return release;
}

type Of = { round: Round; id: string };

async function step(app: App, actor: Actor, { round, id }: Of, work: (step: Step) => Promise<void>): Promise<void> {
  const release = await find(app, actor, round, id);
  await app.db.transaction(actor, (tx) => work({ tx, desk: app, round, release, at: app.clock() }));
}

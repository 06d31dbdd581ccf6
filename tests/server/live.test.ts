import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { saveDraft } from '#lib/server/draft.ts';
import { Live } from '#lib/server/live.ts';
import { answerTopic, roundTopic, talkTopic } from '#lib/server/live-sources.ts';
import { askQuestion, moveThread } from '#lib/server/query-thread.ts';
import { reviewReport } from '#lib/server/report-review.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { addAdviser, day, openRounds, respondentOf, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const vennesla = respondentOf('4223');
const monday = day('2025-01-06');
const nothing = async () => undefined;
const never = 2_000_000_000;
const editor = { name: null, window: 'a' };
const topic = roundTopic(round.id);

let db: Store;
let live: Live;
let adviser: Extract<Actor, { kind: 'person' }>;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = (await addAdviser(db, 'Ragnhild', 'sor')) as typeof adviser;
});
beforeEach(() => {
  live = newLive();
});
afterAll(() => db.close());

const newLive = () => new Live({ db, secret, clock: () => monday, log: { error: () => undefined } }, never);
const answer = () =>
  db.transaction(vennesla, (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo: '4223', answers: {}, reasons: {}, submittedBy: 'Kari' },
      ...{ submittedAt: monday, channel: 'web' }
    })
  );
const begin = () =>
  db.transaction(vennesla, (tx) =>
    saveDraft(tx, vennesla, { base: {}, typed: {}, basedOn: null, editor }, { at: monday })
  );

function listen(at = topic, by = live) {
  const heard: string[] = [];
  return { heard, leave: by.listen(at, (mark) => heard.push(mark)) };
}

describe('who listens to a round', () => {
  it('hears a mark at once, and another when a draft is begun or an answer is sent', async () => {
    const { heard } = listen();
    await live.look();
    await live.look();
    expect(heard).toHaveLength(1);
    await begin();
    await live.look();
    await answer();
    await live.look();
    expect(new Set(heard).size).toBe(3);
    await live.close();
  });

  it('hears nothing of another round, and nothing after leaving', async () => {
    const other = listen(roundTopic('vest-2024'));
    const gone = listen();
    await live.look();
    gone.leave();
    await answer();
    await live.look();
    expect([other.heard.length, gone.heard.length]).toEqual([1, 1]);
    await live.close();
  });

  it('hears the same mark through every replica, and it tells nothing of the figures', async () => {
    const replica = newLive();
    const [here, there] = [listen(), listen(topic, replica)];
    await Promise.all([live.look(), replica.look()]);
    expect(here.heard).toEqual(there.heard);
    expect(here.heard[0]).toMatch(/^[\w-]{22}$/);
    await Promise.all([live.close(), replica.close()]);
  });
});

it('nobody is asked about when nobody listens', async () => {
  let asked = 0;
  const counting = { ...db, transaction: () => Promise.reject(new Error(`asked ${(asked += 1)}`)) };
  const idle = new Live({ db: counting, secret, clock: () => monday, log: { error: () => undefined } }, never);
  await idle.look();
  listen(topic, idle).leave();
  await idle.look();
  expect(asked).toBe(0);
  await idle.close();
});

describe('what is said of an answer', () => {
  const talk = talkTopic(vennesla);
  const question = {
    ...{
      roundId: round.id,
      municipalityNo: '4223',
      questionKey: null,
      version: 1,
      name: 'Ragnhild',
      text: 'Stemmer det?'
    }
  };

  it('is heard by who answers and by the adviser, and by nobody else', async () => {
    await db.owner.query('delete from report');
    await answer();
    const heardAt = [talk, answerTopic(vennesla), topic, talkTopic(respondentOf('4204'))];
    const marks = async () => Promise.all(heardAt.map((one) => live.mark(one)));
    const before = await marks();
    const { personId } = adviser;
    const thread = await db.transaction(adviser, (tx) => askQuestion(tx, { ...question, personId }, monday));
    const asked = await marks();
    expect(asked.map((mark, index) => mark === before[index])).toEqual([false, false, false, true]);
    const reply = { event: 'answer', at: monday, byName: 'Kari', text: 'Ja.' } as const;
    await db.transaction(vennesla, (tx) => moveThread(tx, thread, 'municipality', reply));
    const answered = await marks();
    expect(answered.map((mark, index) => mark === asked[index])).toEqual([false, false, false, true]);
    const version = { roundId: round.id, municipalityNo: '4223', version: 1 };
    const decision = { event: 'return', note: 'Rett antallet' } as const;
    await db.transaction(adviser, (tx) =>
      reviewReport(tx, version, decision, { personId, name: 'Ragnhild', at: monday })
    );
    expect((await marks()).map((mark, index) => mark === answered[index])).toEqual([false, false, false, true]);
  });

  it('has a mark that a listener then hears, so that a page is read anew only when something has changed', async () => {
    const mark = await live.mark(talk);
    const { heard } = listen(talk);
    await live.look();
    expect(heard).toEqual([mark]);
    await live.close();
  });
});

describe('the connections of one holder', () => {
  it('are limited, and given back when they end', () => {
    const held = Array.from({ length: 30 }, () => live.hold('kari', nothing));
    expect(() => live.hold('kari', nothing)).toThrow(expect.objectContaining({ status: 429 }));
    expect(() => live.hold('ola', nothing)()).not.toThrow('too many');
    held[0]?.();
    held[0]?.();
    live.hold('kari', nothing);
    expect(() => live.hold('kari', nothing)).toThrow(expect.objectContaining({ status: 429 }));
  });

  it('end when the server stops, and no new ones begin', async () => {
    let ended = 0;
    live.hold('kari', async () => {
      ended += 1;
    });
    await live.close();
    expect(ended).toBe(1);
    expect(() => live.hold('kari', nothing)).toThrow(expect.objectContaining({ status: 429 }));
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/db.ts';
import { readDraft } from '#lib/server/release-step.ts';
import { readReleaseText, writeReleaseText } from '#lib/server/release-text.ts';
import { addAdviser } from '../support/rounds.ts';
import { at, openReleaseDesk } from '../support/release-desk.ts';

let open: Awaited<ReturnType<typeof openReleaseDesk>>;
beforeAll(async () => {
  open = await openReleaseDesk();
});
afterAll(() => open.db.close());

describe('the sentences of a release', () => {
  it('are written with its figures, stop it while they are wrong, and are frozen with it', async () => {
    const { db, ada, desk, round, begin, check, find, submit } = open;
    const id = await begin();
    await check(id);
    const write = async (nb: string, nn: string) => {
      const release = await find(id);
      await db.transaction(ada, (tx) => writeReleaseText(tx, release, { nb, nn }, at));
      return db.transaction(ada, (tx) => readDraft({ tx, desk, round, release }));
    };
    const item = (draft: Awaited<ReturnType<typeof write>>) => draft.checklist.find((one) => one.item === 'sentences');

    const wrong = await write('Av 66 kommuner har 42 svart, og 22 har ikke svart.', 'Dei tok imot {mottekne saker}.');
    expect(item(wrong)).toMatchObject({ isDone: false, isRequired: true });
    await expect(submit(id)).rejects.toMatchObject({ code: 'release-not-ready' });

    const right = await write('De mottok {mottatte saker}.', 'Dei tok imot {mottekne saker}.');
    expect(item(right)).toMatchObject({ isDone: true });
    expect(right.content?.sentences.nb).toEqual([
      { text: 'De mottok 71 saker.', figures: ['cases_received|korus_region:sor|count'] }
    ]);
    expect(right.content?.sentences.nn[0]?.text).toBe('Dei tok imot 71 saker.');

    await submit(id);
    const sent = await find(id);
    expect(sent.content?.sentences).toEqual(right.content?.sentences);
    const late = db.transaction(ada, (tx) => writeReleaseText(tx, sent, { nb: 'Noe annet.', nn: '' }, at));
    await expect(late).rejects.toThrow();
  });

  it('are read by the advisers of the region, and by nobody else', async () => {
    const { db, odd, find } = open;
    const [made] = await db.transaction(odd, (tx) => tx.query<{ id: string }>('select id from release'));
    const release = await find(made?.id ?? '');
    const read = (actor: Actor) => db.transaction(actor, (tx) => readReleaseText(tx, release));
    expect((await read(odd)).nb).toBe('De mottok {mottatte saker}.');
    expect(await read(await addAdviser(db, 'Mia', 'midt'))).toEqual({ nb: '', nn: '' });
    expect(await read({ kind: 'public' })).toEqual({ nb: '', nn: '' });
  });
});

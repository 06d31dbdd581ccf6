import { render } from 'svelte/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { App } from '#lib/server/app.ts';
import { readUser, type PersonUser } from '#lib/server/person.ts';
import { ReleaseFreezer, type MakeFiles } from '#lib/server/release-freezing.ts';
import { Problem } from '#lib/server/problem.ts';
import { findPublicRelease } from '#lib/server/public-release.ts';
import { actions, load } from '../../src/routes/kartlegging/[round]/utgivelse/[id]/+page.server.ts';
import Page from '../../src/routes/kartlegging/[round]/utgivelse/[id]/+page.svelte';
import { at, openReleaseDesk, type Person } from '../support/release-desk.ts';
import { system } from '../support/people.ts';

const file = { name: 'a.json', mediaType: 'application/json', bytes: Buffer.from('{}') };
const stop = () => Promise.resolve();
const made: MakeFiles = () => ({ result: Promise.resolve([file]), stop });
const broken: MakeFiles = () => ({ result: Promise.reject(new Problem(500, 'release-files-broke', 'broke')), stop });
type Scene = Awaited<ReturnType<typeof openReleaseDesk>>;
let scene: Scene;
let app: App;
let ada: PersonUser;
let odd: PersonUser;
beforeAll(async () => {
  scene = await openReleaseDesk();
  const userOf = ({ personId }: Person) =>
    scene.db.transaction(system, async (tx) => (await readUser(tx, personId, 'everything', at))!);
  ada = await userOf(scene.ada);
  odd = await userOf(scene.odd);
});
beforeEach(async () => {
  await scene.db.owner.query('truncate release cascade');
  app = {
    ...scene.app,
    ...{ releaseGate: scene.gate, releaseFreezer: new ReleaseFreezer(), makeFiles: made, origin: 'https://a.example' },
    statistics: { changed: () => undefined },
    log: { error: () => undefined }
  } as unknown as App; // the rest of it plays no part in a release
});
afterAll(async () => {
  await scene.gate.close();
  await scene.db.close();
});

type Asked = { id: string; user: PersonUser; language?: 'nb' | 'nn' };
const eventOf = ({ id, user, language = 'nb' }: Asked, form: Record<string, string> = {}) => {
  const url = new URL(`http://localhost/kartlegging/sor-2024/utgivelse/${id}`);
  const request = new Request(url, { method: 'POST', body: new URLSearchParams(form) });
  return { locals: { app, user, language }, params: { round: 'sor-2024', id }, url, request } as never;
};
const act = (name: keyof typeof actions, asked: Asked, form: Record<string, string> = {}) =>
  (actions[name] as (event: never) => Promise<unknown>)(eventOf(asked, form));

async function pageOf(asked: Asked) {
  const data = { ...(await load(eventOf(asked))), language: asked.language ?? 'nb' };
  const url = new URL(`http://localhost/kartlegging/sor-2024/utgivelse/${asked.id}`);
  // The links of the round mark the page one is on, which SvelteKit puts there.
  const context = new Map([['__request__', { page: { url } }]]);
  const props = { data, form: null, params: { round: 'sor-2024', id: asked.id } } as never;
  const { body } = render(Page, { props, context });
  return body.replaceAll(/<!--.*?-->/g, '').replaceAll(/\s+/g, ' ');
}

async function inReview() {
  const id = await scene.begin();
  await scene.check(id);
  await scene.submit(id);
  return id;
}

describe('what an adviser reads of a release on its way', () => {
  it('names in words each figure that could not be protected, who could work it out, and from what', async () => {
    const id = await scene.begin();
    await scene.check(id);
    const unprotected = [
      {
        ...{ keys: ['cases_under_18|county:42|count'], reason: 'few_cases', insider: null, least: 2, greatest: 2 },
        heldBy: ['sor-2024.1/cases_received|korus_region:sor|count', 'sor-2024.1/cases_under_18|county:42|share part']
      },
      { keys: ['m4204'], reason: 'one_dominates', insider: '4203', least: 1, greatest: 3, heldBy: [] }
    ];
    await scene.db.owner.query('update release_check set outcome = $1', [
      JSON.stringify({ outcome: 'refused', unprotected })
    ]);
    for (const language of ['nb', 'nn'] as const) {
      const text = messagesIn(language).release;
      const page = await pageOf({ id, user: ada, language });
      expect(page).toContain(text.gate.refused);
      expect(page).toContain(text.gate.exactly(2));
      expect(page).toContain(text.gate.between(1, 3));
      expect(page).toContain(', Agder (');
      expect(page).toContain('Arendal');
      expect(page).toContain(text.gate.refusedHelp);
      expect(page).not.toMatch(/few_cases|one_dominates|county:42|korus_region|release-/);
      expect(page).not.toContain(text.steps.submit);
    }
  });

  it('is sent back by the other with why, which stands there; without why the field says so', async () => {
    const id = await inReview();
    const { steps, events } = messagesIn('nb').release;
    expect(await act('returner', { id, user: odd }, { why: ' ' })).toMatchObject({
      status: 400,
      data: { problems: [{ field: 'why-return', sentence: steps.whyMissing }] }
    });
    await act('returner', { id, user: odd }, { why: 'Tittelen må si året.' });
    const page = await pageOf({ id, user: ada });
    expect(page).toContain(`${events.by(events.kinds.return, 'Odd')}. Tittelen må si året.`);
    expect(page).toContain(steps.discard);
  });

  it('is not approved by who made it, and is frozen at once for the other', async () => {
    const id = await inReview();
    await expect(act('godkjenn', { id, user: ada })).rejects.toMatchObject({ status: 404 });
    expect(await act('godkjenn', { id, user: odd })).toEqual({ done: 'approved' });
    expect(await pageOf({ id, user: odd })).toContain(messagesIn('nb').release.steps.publish);
  });

  it('says in words that the files could not be made, and can be approved again', async () => {
    const id = await inReview();
    app.makeFiles = broken;
    await expect(act('godkjenn', { id, user: odd })).rejects.toMatchObject({ code: 'release-files-broke' });
    const { errors, steps } = messagesIn('nb').release;
    const page = await pageOf({ id, user: odd });
    expect(page).toContain(`${steps.notApproved} ${errors.filesBroke}`);
    expect(page).toContain(steps.approve);
  });

  it('is held back by an embargo and shown to those who were invited, taken back with why, and corrected by a version with a note', async () => {
    const id = await inReview();
    await act('godkjenn', { id, user: odd });
    await act('sperrefrist', { id, user: odd }, { embargo: '4.9.2998' });
    await act('leser', { id, user: odd }, { email: 'leser@kommune.example', until: '5.9.2998' });
    await act('giut', { id, user: odd });
    const page = await pageOf({ id, user: odd });
    expect(page).toContain('leser@kommune.example');
    expect(page).toContain('4. september 2998');
    const address = { region: 'sor', round: '2024', version: 1 };
    const read = () => scene.db.transaction({ kind: 'public' }, (tx) => findPublicRelease(tx, address));
    expect(await read()).toBeNull();

    expect(await act('trekk', { id, user: odd }, { why: '' })).toMatchObject({ status: 400 });
    await act('trekk', { id, user: odd }, { why: 'Feil tall fra en kommune.' });
    expect(await pageOf({ id, user: ada })).toContain('Feil tall fra en kommune.');
    expect((await scene.find(id)).state).toBe('withdrawn');

    const next = await scene.begin({ note: 'Tallet fra kommunen er rettet.' });
    const draft = await pageOf({ id: next, user: ada });
    expect(draft).toContain(messagesIn('nb').release.versionOf(2));
    expect(draft).toContain('Tallet fra kommunen er rettet.');
  });
});

import { render } from 'svelte/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { App } from '#lib/server/app.ts';
import type { Store } from '#lib/server/db.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { load as loadFront } from '../../src/routes/+page.server.ts';
import Publication from '../../src/routes/utgivelser/[region]/[round]/Publication.svelte';
import { publicationPage } from '../../src/routes/utgivelser/[region]/[round]/publication.ts';
import { origin, openPublishedStore } from '../support/published-store.ts';
import { releaseContent } from '../support/release-content.ts';

const { publication: text } = messagesIn('nb');
const people = { early: '00000000-0000-4000-8000-000000000001', other: '00000000-0000-4000-8000-000000000002' };
let db: Store;
let app: App;
beforeAll(async () => {
  const noSentences = { sentences: { nb: [], nn: [] } };
  const twice = { text: 'Vi takker for svarene.', figures: [] };
  db = await openPublishedStore([
    { slug: '2024', version: 1, standing: 'published' },
    { slug: '2024', version: 2, standing: 'published', content: releaseContent(noSentences) },
    { slug: '2025', version: 1, standing: 'embargoed' },
    { slug: '2026', version: 1, standing: 'withdrawn' },
    { slug: '2027', version: 1, standing: 'draft' },
    {
      slug: '2028',
      version: 1,
      standing: 'published',
      content: releaseContent({ sentences: { nb: [twice, twice], nn: [twice, twice] } })
    }
  ]);
  const invited = `insert into release_reader (korus_region, round_id, version, email, until, added_at)
    values ('sor', 'sor-2025', 1, 'person0@korus.example', '2998-01-01', now())`;
  await db.owner.query(invited);
  app = { db, origin, questionnaires: loadQuestionnaires('data/questionnaires') } as unknown as App;
});
afterAll(() => db.close());

const nobody = { kind: 'public' };
const personOf = (personId: string) => ({ kind: 'person', personId, name: 'Leser', scope: 'everything', grants: [] });
type Asked = { round: string; version?: string; search?: string; user?: object; language?: 'nb' | 'nn' };

async function pageOf({ round, version, search = '', user = nobody, language = 'nb' }: Asked) {
  const locals = { app, user, language } as unknown as App.Locals;
  const address = { region: 'sor', round, ...(version && { version }) };
  const data = await publicationPage(locals, address, new URL(`${origin}/utgivelser/sor/${round}${search}`));
  return { data, html: render(Publication, { props: { ...data, language } }).body.replaceAll(/\s+/g, ' ') };
}

describe('the page of a release', () => {
  it('says in its own sentences what its advisers wrote, each with its base and how it is known', async () => {
    const { data, html } = await pageOf({ round: '2024', version: '1' });
    expect(data.said?.keys).toEqual([
      {
        text: '4 av 6 kommuner har svart. De melder om 71 saker.',
        base: { reported: 4, expected: 6, population: 103_000, populationReported: 68_000 },
        how: text.how.figures.cases_received
      }
    ]);
    expect(html).toContain(text.how.base('4', '6', '66 %'));
    expect(html).toContain(text.synthetic);
  });

  it('says by rule what its figures tell where nobody wrote, with what is hidden named and never guessed', async () => {
    const { data, html } = await pageOf({ round: '2024' });
    expect(data.said?.keys.map((key) => key.text)).toContain(text.keys.received('71'));
    const county = await pageOf({ round: '2024', search: '?fylke=40' });
    expect(county.data.said?.keys[0]?.text).toBe(text.keys.hidden('Mottatte saker'));
    expect(county.data.said?.areas.find(({ isChosen }) => isChosen)?.name).toBe('Telemark');
    expect(html).toContain(text.estimates.notCounted);
    const unknown = await pageOf({ round: '2024', search: '?fylke=99' });
    expect(unknown.data.said?.county).toBeNull();
  });

  it('keeps sentences that are written twice', async () => {
    const { html } = await pageOf({ round: '2028' });
    expect(html.split('Vi takker for svarene.')).toHaveLength(3);
  });

  it('finds a municipality with what is public of it, and why its count is not', async () => {
    const { data, html } = await pageOf({ round: '2024', search: '?kommune=pors' });
    expect(data.said?.found).toMatchObject([
      { name: 'Porsgrunn', cases: { value: text.search.cases.shielded, why: text.search.cases.notTold } }
    ]);
    expect(html).toContain('href="https://4001.example/rer?a=1&amp;b=2"');
    const none = await pageOf({ round: '2024', search: '?kommune=%3Cb%3E' });
    expect(none.html).toContain('«&lt;b>»');
  });

  it('tells who is missing, and how to refer to it', async () => {
    const { html } = await pageOf({ round: '2024' });
    expect(html).toContain(text.method.missing(2));
    expect(html).toContain('Tønsberg, Sandefjord');
    expect(html).toContain(`${origin}/utgivelser/sor/2024/2`);
  });

  it('says that a newer one stands in for it, and leads there', async () => {
    const { html } = await pageOf({ round: '2024', version: '1' });
    expect(html).toContain(text.superseded(2));
    expect(html).toContain(text.toNewest);
    expect((await pageOf({ round: '2024', version: '2' })).html).not.toContain(text.toNewest);
  });

  it('is there before its embargo for who was invited, and for nobody else', async () => {
    const { html } = await pageOf({ round: '2025', version: '1', user: personOf(people.early) });
    expect(html).toContain('Del det ikke videre før');
    expect(html).toContain('4 av 6 kommuner har svart.');
    expect(html).toContain('.csv');
    for (const user of [nobody, personOf(people.other)]) {
      await expect(pageOf({ round: '2025', version: '1', user })).rejects.toMatchObject({ status: 404 });
    }
    await expect(pageOf({ round: '2025', user: personOf(people.early) })).rejects.toMatchObject({ status: 404 });
  });

  it('says of what was withdrawn no more than that', async () => {
    const { data, html } = await pageOf({ round: '2026', version: '1' });
    expect(data.said).toBeNull();
    expect(html).toContain(text.withdrawn);
    expect(html).not.toContain('71');
    await expect(pageOf({ round: '2026' })).rejects.toMatchObject({ status: 404 });
  });

  it('is nothing while it is a draft, or at an address that is none', async () => {
    await expect(pageOf({ round: '2027', version: '1' })).rejects.toMatchObject({ status: 404 });
    for (const version of ['0', '-1', '1.5', 'x', '9999999']) {
      await expect(pageOf({ round: '2024', version })).rejects.toMatchObject({ status: 404 });
    }
  });

  it('has every picture with a text and a table beside it, in both languages', async () => {
    for (const language of ['nb', 'nn'] as const) {
      const { data } = await pageOf({ round: '2024', language });
      expect(data.said?.charts.length).toBeGreaterThan(0);
      for (const { title, svg, table, base } of data.said?.charts ?? []) {
        expect([title, base, table.caption].every((one) => one !== '')).toBe(true);
        expect(svg).toMatch(/role="img"/);
        expect(svg).toContain(`aria-label="${title}`);
        expect(table.rows.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('the front page', () => {
  it('tells the newest of what everybody may read, and nothing of the rest', async () => {
    const locals = { app, user: nobody, language: 'nb' };
    const data = await (loadFront as unknown as (event: object) => Promise<Record<string, unknown>>)({ locals });
    expect(JSON.stringify(data)).toContain('71 saker');
    expect((data.releases as { slug: string }[]).map(({ slug }) => slug).toSorted()).toEqual(['2024', '2028']);
  });
});

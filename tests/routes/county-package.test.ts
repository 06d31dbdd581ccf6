import { Buffer } from 'node:buffer';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '#lib/domain/access.ts';
import type { ReportBlock } from '#lib/domain/release-reading.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { App } from '#lib/server/app.ts';
import { addContact } from '#lib/server/follow-contact.ts';
import { actorOf, readUser, type PersonUser } from '#lib/server/person.ts';
import { reportPdf } from '#lib/server/release-files/report-pdf.ts';
import { addPromise } from '#lib/server/promise.ts';
import { actions, load } from '../../src/routes/oppfolging/pakke/+page.server.ts';
import { GET } from '../../src/routes/oppfolging/pakke/[format]/+server.ts';
import { openPackage } from '../../src/routes/oppfolging/pakke/package.ts';
import { packageReading } from '#lib/ui/desk/package-reading.ts';
import { packageSentences, type PackageText } from '#lib/ui/desk/package-text.ts';
import { addWith, audited, system } from '../support/people.ts';
import { textOfPdf } from '../support/pdf-text.ts';
import { at, openReleaseDesk } from '../support/release-desk.ts';
import { zipTexts } from '../support/zip-text.ts';

const text = messagesIn('nb').countyPackage;
const secretWords = 'Hemmelig sagt i telefonen';
type Scene = Awaited<ReturnType<typeof openReleaseDesk>>;
let scene: Scene;
let app: App;
let grete: PersonUser;
let gerd: PersonUser;

async function personOf(name: string, grant: Grant): Promise<PersonUser> {
  const { personId } = await addWith(scene.db, name, [grant], at);
  return (await scene.db.transaction(system, (tx) => readUser(tx, personId, 'everything', at)))!;
}
const governorOf = (unitId: string): Grant => ({ role: 'governor', unitType: 'county', unitId });

beforeAll(async () => {
  scene = await openReleaseDesk();
  await scene.release({ plan: 'county_totals' });
  await scene.db.owner.query(
    `update round set opens_at = '2024-03-01', deadline_at = '2024-05-01', closes_at = '2024-05-16' where id = 'sor-2024'`
  );
  app = scene.app as unknown as App; // the rest of it plays no part in a package
  [grete, gerd] = [await personOf('Grete', governorOf('42')), await personOf('Gerd', governorOf('40'))];
  await scene.db.transaction(actorOf(grete), async (tx) => {
    const by = { personId: grete.personId, name: grete.name, side: 'governor' } as const;
    const call = { happenedOn: '2024-09-10', kind: 'call', text: secretWords, nextOn: null, nextSide: null } as const;
    await addContact(tx, '4204', { ...call, by }, at);
    await addContact(tx, '4204', { ...call, happenedOn: '2023-09-10', by }, at);
    const promise = { duty: 'web_info', text: secretWords, owner: '', dueOn: '2024-06-30' } as const;
    await addPromise(tx, '4204', { ...promise, teller: { byName: 'Grete' }, source: null }, at);
  });
});
afterAll(async () => {
  await scene.gate.close();
  await scene.db.close();
});

type Asked = { query?: string; user?: PersonUser; language?: 'nb' | 'nn'; format?: string };
const eventOf = ({ query = '', user = grete, language = 'nb', format = '' }: Asked, form?: Record<string, string>) => {
  const url = new URL(`http://localhost/oppfolging/pakke${query}`);
  const request = new Request(url, form ? { method: 'POST', body: new URLSearchParams(form) } : {});
  return { locals: { app, user, language }, params: { format }, url, request } as never;
};
type Page = {
  county: { number: string; name: string };
  options: unknown[];
  told: { report: ReportBlock[]; text: PackageText } | null;
};
const pageOf = async (asked: Asked = {}) => (await load(eventOf(asked))) as Page;
const fileOf = async (format: string, asked: Asked = {}) => {
  const response = await GET(eventOf({ ...asked, format }));
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
};
const save = (form: Record<string, string>, query = '') =>
  (actions['lagre'] as (event: never) => Promise<unknown>)(eventOf({ query }, form));

/** Everything that a file of any format says, as text. */
async function wordsOf(format: string, asked: Asked = {}): Promise<string> {
  if (format === 'pdf') {
    const { opened } = await openPackage(
      { app, user: asked.user ?? grete, language: 'nb' } as never,
      new URL(`http://localhost/oppfolging/pakke${asked.query ?? ''}`)
    );
    const { pack, questionnaire, text: written } = opened!;
    const told = { pack, questionnaire, language: 'nb', sentences: packageSentences(written, 'nb'), at } as const;
    const [file] = await reportPdf(packageReading(told), { isCompressed: false });
    return textOfPdf(Buffer.from(file?.bytes ?? '')).replaceAll(/\s+/g, ' ');
  }
  const { bytes } = await fileOf(format, asked);
  const parts = [...zipTexts(bytes).values()].join(' ');
  return parts.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

const formats = ['xlsx', 'docx', 'pdf'];
const internal = '?ar=2024';
const forAll = '?ar=2024&bruk=offentlig';

describe('the package of the own county', () => {
  it('has figures with bases, all rounds, duties, promises, contacts by kind and day, web checks, police and definitions', async () => {
    const { told, county } = await pageOf({ query: internal });
    expect(county).toEqual({ number: '42', name: 'Agder' });
    const headings = told!.report.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      ...[text.text, text.figures.heading('Region Sør 2024'), text.rounds.heading],
      ...[text.duties.heading('Region Sør 2024'), text.promises.heading, text.contacts.heading(2024)],
      ...[text.web.heading, text.referrals, text.definitions.heading]
    ]);
    const tables = told!.report.flatMap((block) => (block.kind === 'table' ? [block] : []));
    const cases = tables.find(({ caption }) => caption === text.figures.cases)!;
    expect(cases.rows[0]!.slice(0, 3)).toEqual(['Mottatte saker', expect.stringMatching(/^\d+$/), '14 av 25']);
    expect(cases.rows[1]![1]).toMatch(/^[\d,]+ \([\d,]+–[\d,]+\)$/);
    expect(tables.find(({ caption }) => caption === text.contacts.caption)!.rows).toEqual([
      ['Kristiansand', '10. september 2024', messagesIn('nb').desk.log.kind.call]
    ]);
    const paragraphs = told!.report.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(paragraphs).toContain(text.promises.all(0, 1));
    expect(paragraphs).toContain('14 av 25 kommuner i fylket har svart på kartleggingen.');
    expect(paragraphs).toContain('Vi har hatt én kontakt.');
  });

  it.each(formats)('says in %s whom it is for, the same figures, and never what was said in a talk', async (format) => {
    const words = await wordsOf(format, { query: internal });
    expect(words).toContain(text.mark.internal);
    expect(words).toContain('14 av 25 kommuner i fylket');
    expect(words).toContain('Kristiansand');
    expect(words).not.toContain(secretWords);
    expect(words).not.toMatch(/Skien|Drammen|Sandefjord|Telemark|Vestfold/);
  });

  it('is marked for internal use on every page of the document and every sheet of the workbook', async () => {
    const { pack, questionnaire } = (
      await openPackage({ app, user: grete, language: 'nb' } as never, new URL(`http://localhost/${internal}`))
    ).opened!;
    const reading = packageReading({ pack, questionnaire, language: 'nb', sentences: [], at });
    expect(reading.words.page(2, 9)).toBe('Til intern bruk · Side 2 av 9');
    const sheets = await readWorkbook((await fileOf('xlsx', { query: internal })).bytes);
    expect(sheets.length).toBe(9);
    for (const { sheet, data } of sheets) expect(data[0]![0], sheet).toContain(text.sheetMark.internal);
    const figures = sheets.find(({ sheet }) => sheet === text.sheets.figures)!;
    expect(typeof figures.data[2]![3]).toBe('number');
  });

  it('has for the public what the release shows of the county, and nothing of single municipalities', async () => {
    const { told } = await pageOf({ query: forAll });
    const rows = told!.report.flatMap((block) =>
      block.kind === 'table' && block.caption === text.figures.cases ? block.rows : []
    );
    const released = await scene.db.owner.query<{ figures: { key: string; value: number | null }[] }>(
      `select content -> 'figures' as figures from release where state = 'published'`
    );
    const own = released.rows[0]!.figures.filter(({ key }) => key.includes('|county:42|') && key.startsWith('cases'));
    expect(rows.length).toBe(own.length);
    expect(own.every(({ key }) => key.startsWith('cases_received|'))).toBe(true);
    for (const format of formats) {
      const words = await wordsOf(format, { query: forAll });
      expect(words, format).toContain(text.mark.public);
      expect(words, format).not.toMatch(/Kristiansand|Til intern bruk|Behandlede saker, andel/);
    }
  });

  it('is nobody else’s: another county, a governor of another, advisers and rounds that have not settled', async () => {
    const adviser = await personOf('Ragnhild', { role: 'adviser', unitType: 'korus_region', unitId: 'sor' });
    for (const format of formats) {
      for (const asked of [
        { query: '?fylke=40' },
        { user: gerd, query: '?fylke=42' },
        { user: adviser, query: '?fylke=42' },
        { query: '?runde=trondelag-2023' }
      ]) {
        await expect(fileOf(format, asked)).rejects.toMatchObject({ status: 404 });
        await expect(pageOf(asked)).rejects.toMatchObject({ status: 404 });
      }
      const others = await wordsOf(format, { user: gerd, query: internal });
      expect(others, format).not.toMatch(/Kristiansand|Vennesla|Agder/);
    }
    await expect(fileOf('exe')).rejects.toMatchObject({ status: 404 });
    await scene.db.owner.query(
      `update round set closes_at = '2199-01-01', freezes_at = '2199-01-01' where id = 'sor-2024'`
    );
    const waiting = await pageOf();
    expect([waiting.told, waiting.options]).toEqual([null, []]);
    await scene.db.owner.query(
      `update round set closes_at = '2024-05-16', freezes_at = '2024-05-17' where id = 'sor-2024'`
    );
  });
});

describe('the text of a package', () => {
  it('is kept for the county, the round and the audience, and a figure that is not theirs stops the files', async () => {
    const right = 'Enhetene mottok {mottatte saker}.';
    expect(await save({ nb: right, nn: '' })).toEqual({ saved: true });
    expect((await pageOf()).told!.text).toMatchObject({ body: { nb: right, nn: '' }, isWrong: false });
    expect((await pageOf({ query: forAll })).told!.text.body.nb).not.toBe(right);
    for (const wrong of ['Enhetene mottok {mottatte saker i Telemark}.', 'Enhetene mottok 999 saker.']) {
      await save({ nb: wrong, nn: '' });
      expect((await pageOf()).told!.text.isWrong).toBe(true);
      await expect(fileOf('pdf')).rejects.toMatchObject({ status: 409 });
    }
    await save({ nb: 'Hemmelig: {behandlede saker}.', nn: '' }, '?bruk=offentlig');
    expect((await pageOf({ query: forAll })).told!.text.isWrong).toBe(true);
    expect(await save({ nb: 'x'.repeat(10_001), nn: '' })).toMatchObject({
      status: 400,
      data: { problems: { nn: undefined } }
    });
    await save({ nb: right, nn: '' });
  });

  it('is read and written by nobody else under the store’s own rules', async () => {
    const read = (user: PersonUser) =>
      scene.db.transaction(actorOf(user), (tx) => tx.query('select from county_package_text'));
    expect((await read(grete)).length).toBeGreaterThan(0);
    expect(await read(gerd)).toEqual([]);
    const write = scene.db.transaction(actorOf(gerd), (tx) =>
      tx.query(
        `insert into county_package_text values ('42', 'sor-2024', 'internal', 'nb', 'x', now(), app_person())
        on conflict (county_no, round_id, audience, language) do nothing`
      )
    );
    await expect(write).rejects.toMatchObject({ status: 404 });
  });

  it('is told of in the audit of the county, and so is each file', async () => {
    const before = (await audited(scene.db, '42')).length;
    await fileOf('docx');
    const now = await audited(scene.db, '42');
    expect(now).toContain('county_package_written');
    expect(now.slice(before)).toContain('county_package_exported');
  });
});

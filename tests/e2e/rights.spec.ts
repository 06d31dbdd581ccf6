import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { addOtherUnit, storedCaseRows, type StoredCases } from '../support/case-rights.ts';
import { expect, startServer, test as base, type Server } from '../support/server.ts';
import { copySeededStore, personIdOf, removeStore, sessionOf } from '../support/seeded-store.ts';
import { everybody, rightsTable, type Row, type Where, type Who } from '../support/rights-table.ts';

const folder = 'src/routes';
const wheres: readonly Where[] = ['own', 'other'];

/** What can be asked of the server, from the files: "GET /svar", "lenke /kartlegging/[round]". */
function everythingThatCanBeAsked(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.flatMap((file) => {
    const route = `/${path.dirname(file)}`.replace(/\/\.$/, '/');
    const text = () => readFileSync(path.join(folder, file), 'utf8');
    switch (path.basename(file)) {
      case '+page.svelte':
        return [`GET ${route}`];
      case '+page.server.ts':
        return actionsIn(text()).map((name) => `${name} ${route}`);
      case '+server.ts':
        return [...text().matchAll(/^export const ([A-Z]+)\b/gm)].map(([, method]) => `${method} ${route}`);
      default:
        return [];
    }
  });
}

function actionsIn(text: string): string[] {
  const body = /^export const actions\b[^=]*= \{\n([^]*?)^\};/m.exec(text)?.[1] ?? '';
  return [...body.matchAll(/^ {2}(\w+)(?:: async)?[ (]/gm)].map(([, name]) => name ?? '');
}

async function ask({ origin }: Server, row: Row, who: Who, where: Where): Promise<number> {
  const isPage = row.does === 'GET';
  const isMethod = /^[A-Z]+$/.test(row.does);
  const url = new URL(row.address[where], origin);
  const query = isMethod || row.does === 'default' ? '' : `${url.search === '' ? '?' : '&'}/${row.does}`;
  const response = await fetch(url.href + query, {
    method: isMethod ? row.does : 'POST',
    redirect: 'manual',
    headers: {
      ...{ accept: 'text/html', 'accept-encoding': 'identity' },
      ...(who !== 'public' && { cookie: `session=${sessionOf(who)}` }),
      ...(!isPage && { origin, 'content-type': 'application/x-www-form-urlencoded' })
    },
    ...(!isPage && { body: new URLSearchParams(row.form).toString() })
  });
  await response.arrayBuffer();
  return response.status;
}

const test = base.extend<{ scene: { server: Server; cases: StoredCases } }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
  scene: async ({}, use) => {
    const directory = copySeededStore();
    const cases = await addOtherUnit(directory);
    const server = await startServer({ directory });
    await use({ server, cases });
    await server.stop();
    removeStore(directory);
  },
  server: ({ scene }, use) => use(scene.server)
});

test('every route and action answers every role, at home and elsewhere, as the table says', async ({ scene }) => {
  test.slow();
  const { server, cases } = scene;
  const datasets = await datasetsOf(server);
  const people = { kari: personIdOf(demonstrationPerson('respondent').email), midt: personIdOf('midt@korus.example') };
  const unknownLink = `/svar/${'x'.repeat(43)}`;
  const link = new URL(server.answerLink('4204')).pathname;
  // Signing out comes last in the table, so what is asked for with a session comes before it.
  const table = [...datasets, ...storedCaseRows(cases), ...rightsTable(link, unknownLink, people)];
  const headers = { cookie: `session=${cases.officerOfOther}` };
  for (const address of Object.values(cases.other)) {
    expect((await fetch(server.origin + address, { headers })).status, address).toBe(200);
  }
  const asked = new Set(table.map(({ does, route }) => `${does} ${route}`));
  expect(
    everythingThatCanBeAsked().filter((one) => !asked.has(one)),
    'not in the table'
  ).toEqual([]);
  expect(
    [...asked].filter((one) => !everythingThatCanBeAsked().includes(one)),
    'gone'
  ).toEqual([]);

  const wrong: string[] = [];
  for (const row of table) {
    for (const who of everybody) {
      for (const where of wheres) {
        if (where === 'other' && row.address.other === row.address.own) {
          expect(row.answer(who, where), `${row.does} ${row.route}`).toBe(row.answer(who, 'own'));
          continue; // one address has one answer, and has given it
        }
        const [got, expected] = [await ask(server, row, who, where), row.answer(who, where)];
        if (got !== expected) {
          wrong.push(`${row.does} ${row.address[where]} (${where}) as ${who}: ${got}, not ${expected}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  const cells = table.length * everybody.length * wheres.length;
  process.stdout.write(
    `  ${cells} cells: ${table.length} routes and actions, ${everybody.length} users, own and other\n`
  );
  expect(server.output()).not.toMatch(/"level":50/);
});

/** The data sets of the region audience are named by their content, so their names come from the pages. */
async function datasetsOf(server: Server): Promise<Row[]> {
  const route = '/datasett/[round]/[audience]/[hash].arrow';
  const nameFor = async (address: string, who: Who) => {
    const html = await (
      await fetch(server.origin + address, {
        headers: who === 'public' ? {} : { cookie: `session=${sessionOf(who)}` }
      })
    ).text();
    const name = /\/datasett\/[\w-]+\/[\w]+\/[\w-]+\.arrow/.exec(html)?.[0];
    if (!name) throw new Error('no data set on ' + address);
    return name;
  };
  const open = {
    own: await nameFor('/statistikk/sor/2024', 'public'),
    other: await nameFor('/statistikk/midt/2023', 'public')
  };
  const closed = {
    own: await nameFor('/statistikk/sor/2024', 'adviser'),
    other: await nameFor('/statistikk/midt/2023', 'midt')
  };
  const advised: Record<Where, Who> = { own: 'adviser', other: 'midt' };
  return [
    { route, does: 'GET', address: open, answer: () => 200 },
    { route, does: 'GET', address: closed, answer: (who, where) => (who === advised[where] ? 200 : 404) }
  ];
}

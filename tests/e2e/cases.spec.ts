import type { Page } from '@playwright/test';
import { caseForms } from '#lib/domain/case/case-form.ts';
import type { CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { NextStep } from '#lib/domain/case/next-step.ts';
import { daysAfter } from '#lib/domain/day.ts';
import { languages } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { findBarriers } from '../support/axe.ts';
import { startCaseServer, type CaseServer } from '../support/case-walk.ts';
import { removeStore } from '../support/seeded-store.ts';
import { expect, test as base } from '../support/server.ts';
import { dumpTables, filesWith } from '../support/store-dump.ts';

const { cases: text, caseArchive, caseFlow: flow } = messagesIn('nb');

/** Somebody who does not exist: the month of the number is one that only made-up persons have. */
const person = {
  ...{ reference: 'DEMO 7001/26', name: 'Oppdiktet Vandrer', nationalId: '15850450150', born: '2004-05-15' },
  ...{ address: 'Oppdiktveien 77, 0000 Ingensteds', mobile: '00 12 34 56' }
};
const secrets = [...Object.values(person), 'Vandrer', 'Oppdiktveien', '00123456', 'DEMO7001/26'];

const pdf = {
  ...{ name: `Om ${person.name}.pdf`, mimeType: 'application/pdf' },
  buffer: Buffer.from(`%PDF-1.7\n${person.name}\n%%EOF\n`)
};

/** What somebody tells with an event that is not proposed already. */
const given: Partial<Record<CaseEvent, (page: Page) => Promise<unknown>>> = {
  register: (page) => tick(page, 'staysHere'),
  summon: (page) => formOf(page, 'summon').locator('[name="channel"]').selectOption('post'),
  attended: async (page) => {
    await tick(page, 'identityChecked');
    await tick(page, 'informed');
  },
  prosecution_reply: async (page) => {
    await page.getByLabel(flow.field.answer ?? '', { exact: true }).setInputFiles(pdf);
    await page.getByLabel(flow.field.reply ?? '', { exact: true }).selectOption('new_summons');
  },
  close: (page) => page.getByLabel(flow.field.closingCode ?? '', { exact: true }).selectOption('fulfilled'),
  archived: (page) => page.getByLabel(flow.field.archiveReference ?? '', { exact: true }).fill('ARKIV-7001')
};

function formOf(page: Page, event: CaseEvent) {
  return page.getByRole('form', { name: flow.event[event], exact: true });
}

function tick(page: Page, field: string) {
  return page.getByRole('checkbox', { name: flow.field[field] ?? '', exact: true }).check();
}

/** Takes a step by its form, and waits for what comes next. */
async function take(page: Page, event: CaseEvent, next: NextStep) {
  const form = formOf(page, event);
  if (!(await form.isVisible())) await page.locator('summary').getByText(flow.event[event], { exact: true }).click();
  if ((caseForms[event] ?? []).length > 0) await given[event]?.(page);
  await form.getByRole('button', { name: flow.event[event], exact: true }).click();
  await expectNext(page, next);
}

function expectNext(page: Page, next: NextStep) {
  return expect(page.getByRole('heading', { level: 2, name: flow.next[next], exact: true })).toBeVisible();
}

/** The screen shuts nobody out, in either language; the page is then as it was when it was opened. */
async function look(page: Page) {
  const url = page.url();
  for (const language of [...languages].reverse()) {
    await page.context().addCookies([{ name: 'malform', value: language, url }]);
    await page.goto(url);
    expect(await findBarriers(page), `${language} ${new URL(url).pathname}`).toEqual([]);
  }
}

async function refer(page: Page) {
  await page.getByRole('link', { name: text.home.add }).click();
  await expect(page).toHaveURL(/\/saker\/ny$/);
  await look(page);
  for (const [field, value] of Object.entries(person)) {
    await page.getByLabel(text.person[field as keyof typeof person], { exact: true }).fill(value);
  }
  await page.getByLabel(text.add.probationMonths).fill('3');
  const received = await page.getByLabel(text.add.receivedOn, { exact: true }).inputValue();
  await page.getByLabel(text.add.decidedOn, { exact: true }).fill(daysAfter(received, -10));
  await page.getByRole('button', { name: text.add.submit }).click();
  await expectNext(page, 'register');
}

/** Takes the package for the archive; returns what the file is called. */
async function takePackage(page: Page): Promise<string> {
  await page.getByRole('link', { name: caseArchive.link }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(caseArchive.title);
  await look(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: caseArchive.download }).click();
  const download = await downloading;
  expect(await download.failure()).toBeNull();
  return download.suggestedFilename();
}

/** After the first meeting, after the second, and after all that the case is kept for. */
const [first, second, last] = [20, 40, 200] as const;

const test = base.extend<{ walk: CaseServer }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
  walk: async ({}, use) => {
    const walk = await startCaseServer([first, second, last]);
    await use(walk);
    await walk.server.stop();
    removeStore(walk.directory);
  },
  server: ({ walk }, use) => use(walk.server)
});

test('a case goes from referral to deletion, and leaves a count and a tombstone', async ({ page, context, walk }) => {
  const { server, directory, become, moveTo } = walk;
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(decodeURIComponent(request.url())));
  page.on(
    'framenavigated',
    () =>
      void page.title().then(
        (title) => asked.add(title),
        () => undefined
      )
  );

  await become(context, 'unit_leader');
  await page.goto('/saker/enhet/4204');
  await look(page);
  await page.getByLabel(text.setting.leastAttempts, { exact: true }).fill('1');
  await page.getByLabel(text.setting.retentionMonths, { exact: true }).fill('1');
  await page.getByRole('button', { name: text.setting.submit }).click();
  await expect(page.getByText(text.setting.done)).toBeVisible();

  await become(context, 'case_officer');
  await page.goto('/saker');
  await look(page);
  await refer(page);
  await look(page);
  const address = page.url();
  const [id = ''] = /[^/]+$/.exec(address) ?? [];
  await take(page, 'register', 'to_summon');
  await take(page, 'summon', 'meeting');

  await moveTo(first);
  await become(context, 'case_officer');
  await page.goto(address);
  await take(page, 'no_show', 'not_met');
  await take(page, 'notify_no_show', 'notice');
  const notice = page.locator('form[action="?/melding"]');
  await notice.locator('[name="channel"]').selectOption('post');
  await notice.getByRole('button').first().click();
  await expectNext(page, 'reply');
  await take(page, 'prosecution_reply', 'to_summon');
  await take(page, 'summon', 'meeting');

  await moveTo(second);
  await become(context, 'case_officer');
  await page.goto(address);
  await take(page, 'attended', 'close');
  await take(page, 'close', 'archive');
  await look(page);
  await become(context, 'archivist');
  await page.goto(address);
  const file = await takePackage(page);
  await page.goto(address);
  await take(page, 'archived', 'wait');

  await moveTo(last);
  await become(context, 'archivist');
  await page.goto(address);
  await take(page, 'purge', 'confirm');
  await become(context, 'unit_leader');
  await page.goto(`${address}/sett`);
  await expect(page.getByRole('row')).not.toHaveCount(1);
  await look(page);
  expect(server.output()).not.toContain('"level":50');
  await page.goto(address);
  await page.getByRole('button', { name: flow.event.purge, exact: true }).click();
  await expect(page).toHaveURL(`${server.origin}/saker`);
  expect((await page.goto(address))?.status()).toBe(404);

  await page.goto('/utboks');
  const outside = [...asked, file, ...(await page.getByRole('heading').allInnerTexts()), server.output()].join('\n');
  expect(secrets.filter((secret) => outside.includes(secret))).toEqual([]);
  await server.stop();

  const store = await openPglite(directory);
  const dump = await dumpTables(store);
  const { rows: counted } = await store.owner.query(
    `select is_under_18, is_met, is_missed, closing_code
    from case_count
    where received_month > now() - interval '60 days'`
  );
  await store.close();
  expect([...dump].filter(([, rows]) => rows.includes(id)).map(([table]) => table)).toEqual([
    'audit',
    'case_tombstone'
  ]);
  expect(counted).toEqual([{ is_under_18: false, is_met: true, is_missed: true, closing_code: 'fulfilled' }]);
  expect([...dump].filter(([, rows]) => secrets.some((secret) => rows.includes(secret)))).toEqual([]);
  expect(filesWith(directory, [id])).not.toEqual([]);
  expect(filesWith(directory, secrets)).toEqual([]);
});

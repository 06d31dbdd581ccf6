import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { messagesIn } from '#lib/i18n/messages.ts';
import { findOverflow, findViolations } from '../support/axe.ts';
import { expect, signIn, test } from '../support/server.ts';

const { followUp: text, contact } = messagesIn('nb');
const nynorsk = messagesIn('nn').followUp;
const here = '/kartlegging/sor-2024/oppfolging';
const kari = { name: 'Kari Kontakt', email: 'kari@vennesla.example' };

test.use({ store: 'file' });

const rowOf = (page: Page, municipalityNo: string) => page.locator(`tr[data-municipality="${municipalityNo}"]`);

async function expectGood(page: Page) {
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await findOverflow(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function giveContact(page: Page) {
  await page.goto('/kartlegging/sor-2024/4223');
  await page.getByLabel(contact.name).fill(kari.name);
  await page.getByLabel(contact.email).fill(kari.email);
  await page.getByRole('button', { name: contact.adviser.submit }).click();
  await expect(page.getByRole('status').filter({ hasText: kari.email })).toBeVisible();
  await page.goto(`${here}/4223`);
  await page.getByLabel(text.town.phone).fill('38 13 72 00');
  await page.getByLabel(text.town.language).selectOption('nn');
  await page.getByRole('button', { name: text.town.save }).click();
  await expect(page.getByText(text.town.saved)).toBeVisible();
}

test('the silent are called, written to and kept account of', async ({ page, context, server }) => {
  await signIn(context, server, 'adviser');
  await giveContact(page);
  await expectGood(page);

  await page.goto(here);
  await expect(page.locator('[data-count]')).toHaveText(text.found(24, 24));
  await expect(rowOf(page, '4223')).toContainText('38 13 72 00');
  await page.getByLabel(text.view).selectOption('no_address');
  await page.getByRole('button', { name: text.show }).click();
  await expect(page.locator('[data-count]')).toHaveText(text.found(3, 24));

  await page.goto(here);
  const vennesla = rowOf(page, '4223');
  await vennesla.locator('summary').press('Enter');
  await vennesla.getByLabel(text.notes.text).fill('Kari svarer innen fredag');
  await vennesla.getByLabel(text.notes.outcome).selectOption('promised');
  await vennesla.getByLabel(text.notes.text).press('Enter');
  await expect(vennesla.getByText(text.notes.problem.promiseMissing)).toBeVisible();
  await expect(vennesla.getByLabel(text.notes.text)).toHaveValue('Kari svarer innen fredag');
  await vennesla.getByLabel(text.notes.promisedFor).fill('2099-12-31');
  await vennesla.getByLabel(text.notes.promisedFor).press('Enter');
  await expect(page.getByText(text.notes.added('Vennesla'))).toBeVisible();
  await expect(vennesla).toContainText('Kari svarer innen fredag');
  await page.getByRole('button', { name: text.notes.undo }).click();
  await expect(page.getByText(text.notes.removed('Vennesla'))).toBeVisible();
  await page.getByRole('button', { name: text.notes.undo }).click();
  await expect(vennesla).toContainText(text.promisedFor('31. desember 2099'));
  await expectGood(page);

  await page.getByRole('link', { name: text.toPlan }).click();
  await page.getByLabel(text.plan.kind).selectOption('reminder');
  await page.getByRole('button', { name: text.plan.submit }).click();
  await expect(page.getByRole('link', { name: text.plan.problem.day('') })).toBeVisible();
  await page.getByLabel(text.plan.day).fill('2026-02-03');
  await page.getByRole('button', { name: text.plan.submit }).click();
  await expect(page.getByText(text.plan.added)).toBeVisible();
  await expectGood(page);

  await page.goto(here);
  await vennesla.getByRole('checkbox').check();
  await page.locator('tr[data-municipality]', { hasText: text.noAddress }).first().getByRole('checkbox').check();
  await page.getByRole('button', { name: text.bulk.preview }).click();
  await expect(page.getByRole('heading', { name: text.sending.to(1) })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: text.hindrance.no_address })).toBeVisible();
  await page.getByText(text.sending.letterTo('Vennesla', kari.email, text.language.nn)).click();
  await expect(page.getByText('Vi har ikkje fått svar frå Vennesla')).toBeVisible();
  await expectGood(page);
  await page.getByRole('button', { name: text.sending.submit(1) }).click();
  await expect(page.getByText(text.plan.queuedNow(1))).toBeVisible();
  await page.getByRole('button', { name: /^Sett på pause/ }).click();
  await expect(page.getByText(text.plan.changed.pause)).toBeVisible();

  await page.goto('/utboks');
  const mail = page.locator('article', { hasText: 'Vi har ikkje fått svar frå Vennesla' });
  await page.goto((await mail.getByRole('link').getAttribute('href')) ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Vennesla');

  await page.goto(`${here}/4223`);
  await expect(page.getByRole('region', { name: text.town.letters })).toContainText(text.kinds.reminder);
  await page.getByRole('button', { name: text.town.mark }).click();
  await expect(page.getByText(text.town.marked)).toBeVisible();
  await page.goto(`${here}?vis=bounced`);
  await expect(rowOf(page, '4223')).toContainText(text.reason.told);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: text.toCsv }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file.startsWith('\uFEFF')).toBe(true);
  expect(file).toContain('4223;Vennesla;Kari Kontakt;kari@vennesla.example;38 13 72 00');
});

test('letters are worded for the round, on screens in nynorsk', async ({ page, context, server }) => {
  await signIn(context, server, 'adviser');
  await context.addCookies([{ name: 'malform', value: 'nn', url: server.origin }]);
  await page.goto(`${here}/brev?brev=reminder&mal=nn`);
  await page.waitForLoadState('networkidle'); // scripts that come while a field is filled in set it back
  await page.getByLabel(nynorsk.wording.body).fill('Hei {navn}, svar på {lenke}');
  await page.getByRole('button', { name: nynorsk.wording.save }).click();
  await expect(page.getByRole('link', { name: nynorsk.wording.problem.unknown('{navn}') })).toBeVisible();
  await expect(page.getByLabel(nynorsk.wording.body)).toHaveValue('Hei {navn}, svar på {lenke}');
  await page.getByLabel(nynorsk.wording.body).fill('Hei {kommune}, svar på {lenke}');
  await page.getByRole('button', { name: nynorsk.wording.save }).click();
  await expect(page.getByText(nynorsk.wording.saved)).toBeVisible();
  await expectGood(page);
  await page.getByRole('button', { name: nynorsk.wording.standard }).click();
  await expect(page.getByText(nynorsk.wording.restored)).toBeVisible();
  await expect(page.getByLabel(nynorsk.wording.body)).toHaveValue(/Vi har ikkje fått svar frå \{kommune\}/);
  for (const part of ['', '/plan', '/4223']) {
    await page.goto(here + part);
    await expectGood(page);
  }
});

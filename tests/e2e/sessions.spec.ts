import type { Page } from '@playwright/test';
import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { expect, signIn, test } from '../support/server.ts';

const { profile } = messagesIn('nb');
const email = 'sor@korus.example';
const adviser = demonstrationPerson('adviser');
const typed = 'Ring Kari på «torsdag» & spør\nom <b>kontakten</b>';
const [silent] = silentMunicipalities;

test.describe('sessions', () => {
  test.use({ store: 'file' });

  test('both are listed, and ending one signs that browser out', async ({ page, context, openContext, server }) => {
    const other = await (await openContext()).newPage();
    await signInByMail(other, '/logg-inn?tilbake=/profil', email);
    await signIn(context, server);
    await page.goto('/statistikk');
    await page.getByRole('link', { name: 'Rådgiver i sor' }).click();

    await expect(page.getByRole('heading', { name: profile.title })).toBeVisible();
    const list = page.getByRole('list', { name: profile.sessions.title }).getByRole('listitem');
    await expect(list).toHaveCount(2);
    await expect(list.filter({ hasText: 'Chrome på Linux' })).toContainText(profile.sessions.address('127.0.0.1'));
    await page.getByRole('button', { name: /^Logg ut Chrome/ }).click();
    await expect(page.getByText(profile.sessions.ended(1))).toBeVisible();
    await expect(list).toHaveCount(1);
    await expect(list).toContainText(profile.sessions.current);

    await other.goto('/profil');
    await expect(other).toHaveURL(/\/logg-inn\?tilbake=%2Fprofil$/);
    await page.reload();
    await expect(page.getByText(profile.sessions.noOthers)).toBeVisible();
  });

  test('all others are ended at once, without scripts too', async ({ openContext, server }) => {
    const context = await openContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of ['/logg-inn', '/logg-inn']) {
      await context.clearCookies();
      await signInByMail(page, path, 'midt@korus.example');
    }
    await page.goto('/profil');
    await page.getByRole('button', { name: profile.sessions.endOthers }).click();
    await expect(page.getByText(profile.sessions.ended(2))).toBeVisible();
    await expect(page.getByText(profile.sessions.noOthers)).toBeVisible();
    await signIn(context, server, 'midt');
    await page.goto('/profil');
    await expect(page).toHaveURL(/\/logg-inn/);
  });

  test('of someone without a role begins where it says whom to ask', async ({ page }) => {
    await signInByMail(page, '/logg-inn', 'ny@kommune.example');
    await expect(page).toHaveURL(/\/profil\/tilgang$/);
    await expect(page.getByText(profile.help.noRole('Ny Medarbeider'))).toBeVisible();
    await expect(page.getByText('Ragnhild Rådgiver')).toBeVisible();
    await page.goto('/kartlegging/sor-2024');
    await expect(page.getByText(profile.noAccess('Ny Medarbeider'))).toBeVisible();
    await page.getByRole('link', { name: profile.help.title }).click();
    await expect(page.getByText('Astrid Administrator')).toBeVisible();
  });
});

test('sign-in by e-mail says that only answering is open', async ({ page, context, server }) => {
  await signIn(context, server, 'adviser_by_email');
  await page.goto('/profil');
  await expect(page.getByText(profile.answersOnly)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'KORUS Sør' })).toContainText(profile.roles.closed);
});

test('whom to ask is not for the public', async ({ page }) => {
  for (const path of ['/profil', '/profil/tilgang', '/profil/innlogget']) {
    await page.goto(path);
    await expect(page).toHaveURL(new RegExp(`/logg-inn\\?tilbake=${encodeURIComponent(path)}$`));
  }
  await page.goto('/finnes-ikke');
  await expect(page.getByRole('link', { name: profile.help.title })).toHaveCount(0);
});

for (const [language, javaScriptEnabled] of [
  ['nb', true],
  ['nn', false]
] as const) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
  test.describe(`a form sent too late, ${how} (${language})`, () => {
    test.use({ store: 'file', javaScriptEnabled });

    test('is kept, and accepted after signing in again', async ({ page, context, server }) => {
      const text = messagesIn(language);
      await context.addCookies([{ name: 'malform', value: language, url: server.origin }]);
      await signIn(context, server, 'adviser');
      const taken = javaScriptEnabled ? page.waitForRequest('**/hendelser') : null;
      await page.goto('/kartlegging/sor-2024');
      await taken; // what is put on the page before its scripts have taken it over may be taken away
      const show = page.getByRole('button', { name: `${text.round.showLink}: ${silent?.name}` });
      await show.evaluate((button, value) => {
        const field = document.createElement('textarea');
        Object.assign(field, { name: 'note', value });
        button.before(field);
      }, typed);
      await context.clearCookies({ name: 'session' });
      await show.click();

      const refusal = text.shell.errors.signedOut;
      await expect(page.getByRole('heading', { name: refusal.title })).toBeVisible();
      await expect(page.locator('input[name=municipality]')).toHaveValue(silent?.number ?? '');
      await expect.poll(() => noteOn(page)).toBe(typed);
      const refused = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('button', { name: refusal.send }).click();
      expect((await refused).status()).toBe(401);
      expect((await refused).headers()['cache-control']).toBe('no-store');
      await expect.poll(() => noteOn(page)).toBe(typed);

      const opened = context.waitForEvent('page');
      await page.getByRole('link', { name: refusal.signIn }).click();
      const tab = await opened;
      await signInByMail(tab, null, adviser.email, language);
      await expect(tab.getByRole('heading', { name: text.profile.again.title })).toBeVisible();
      await tab.close();

      await page.getByRole('button', { name: refusal.send }).click();
      await expect(page.getByLabel(text.round.linkFor(silent?.name ?? ''))).toHaveValue(
        server.answerLink(silent?.number ?? '')
      );
    });
  });
}

test.describe('before a session ends', () => {
  test.beforeEach(async ({ page, context, server }) => {
    await page.clock.install();
    await signIn(context, server, 'governor');
    await page.goto('/profil');
    await expect(page.getByRole('heading', { name: profile.title })).toBeVisible();
    await page.waitForLoadState('networkidle');
  });
  const warned = (page: Page) => page.getByRole('alert');

  test('a warning appears, takes nothing from the hand, and staying hides it in every tab', async ({
    page,
    context
  }) => {
    const tab = await context.newPage();
    await tab.goto('/profil/tilgang');
    await tab.waitForLoadState('networkidle');
    const field = page.getByRole('main').getByRole('button', { name: 'Nynorsk' });
    await field.focus();
    await page.clock.fastForward('27:30');
    await expect(warned(page)).toBeEmpty();
    await page.clock.fastForward('00:50');
    await expect(warned(page)).toContainText(/Du blir logget ut kl\. \d\d\.\d\d/);
    await expect(warned(tab)).toContainText(/Du blir logget ut/);
    await expect(field).toBeFocused();

    const stay = page.getByRole('button', { name: profile.warning.stay });
    await stay.focus();
    await page.keyboard.press('Enter');
    await expect(warned(page)).toBeEmpty();
    await expect(page.getByText(profile.warning.stayed)).toBeAttached();
    await expect(field).toBeFocused();
    await expect(warned(tab)).toBeEmpty();
  });

  test('a machine that slept through it is told that it has ended, until somebody signs in', async ({
    page,
    context
  }) => {
    await page.clock.fastForward('03:00:00');
    await expect(warned(page)).toHaveText(profile.warning.ended);
    const again = page.getByRole('link', { name: profile.warning.signIn });
    await expect(again).toHaveAttribute('href', '/logg-inn?tilbake=/profil/innlogget');
    await (await context.newPage()).goto('/profil/innlogget');
    await expect(warned(page)).toBeEmpty();
  });

  test('its latest end is told, and can be put away', async ({ page }) => {
    await page.route('**/profil/forny', async (route) => {
      const readAt = Date.now();
      const endsAt = readAt + 9 * 60_000;
      await route.fulfill({ json: { readAt, endsAt, idlesOutAt: endsAt } });
    });
    await page.clock.fastForward('28:30');
    await page.getByRole('button', { name: profile.warning.stay }).click();
    await expect(warned(page)).toContainText('En innlogging varer i to timer.');
    await page.getByRole('button', { name: profile.warning.hide }).click();
    await expect(warned(page)).toBeEmpty();
    await page.clock.fastForward('09:10');
    await expect(warned(page)).toHaveText(profile.warning.ended);
  });

  test('is found out when staying comes too late', async ({ page }) => {
    await page.clock.fastForward('28:30');
    await page.route('**/profil/forny', (route) => route.fulfill({ status: 401, json: {} }));
    await page.getByRole('button', { name: profile.warning.stay }).click();
    await expect(warned(page)).toHaveText(profile.warning.ended);
  });
});

/** The note that a page holds, with line breaks as they were typed: sending a form writes them in two characters. */
async function noteOn(page: Page) {
  return (await page.locator('input[name=note]').inputValue()).replaceAll('\r\n', '\n');
}

/** Asks for a link at an address, or where the page is, and uses it. */
async function signInByMail(page: Page, path: string | null, address: string, language: Language = 'nb') {
  const text = messagesIn(language).signIn;
  if (path !== null) await page.goto(path);
  await page.getByLabel(text.email).fill(address);
  await page.getByRole('button', { name: text.send }).click();
  await expect(page.getByText(text.sent(address))).toBeVisible();
  await page.getByRole('link', { name: text.openOutbox }).click();
  await page.getByRole('link', { name: '/logg-inn/' }).first().click();
  await page.getByRole('main').getByRole('button', { name: text.confirm }).click();
  await expect(page).not.toHaveURL(/\/logg-inn/);
}

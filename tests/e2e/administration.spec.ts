import type { Locator, Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { languages } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { roleText } from '#lib/ui/people/access-text.ts';
import { findBarriers } from '../support/axe.ts';
import { copySeededStore, removeStore } from '../support/seeded-store.ts';
import { expect, signIn, startServer, test } from '../support/server.ts';

const { people, signIn: words } = messagesIn('nb');
const respondent = roleText('respondent', 'nb');
const kari = demonstrationPerson('respondent');
const astrid = demonstrationPerson('administrator');
const named = (name: string) => ({ name: `${name} Nykomling`, email: `${name.toLowerCase()}@vennesla.example` });
const newcomer = named('Nils');

test.use({ store: 'file' });

async function giveAccess(page: Page, { name, email } = newcomer, unit = 'Vennesla kommune') {
  await page.goto('/admin/ny');
  await page.getByLabel(people.give.name).fill(name);
  await page.getByLabel(people.give.email).fill(email);
  await page.getByLabel(people.give.roleLabel).selectOption({ label: respondent });
  await page.getByLabel(people.give.unit, { exact: true }).selectOption({ label: unit });
  await page.getByRole('button', { name: people.give.submit }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    people.give.done(name, people.grantFor(respondent, unit))
  );
}

/** The newest mail to an address, and its link. */
async function newestMail(page: Page, email: string): Promise<{ mail: Locator; link: string }> {
  await page.goto('/utboks');
  const mail = page.locator('article', { hasText: email }).first();
  return { mail, link: (await mail.getByRole('link').first().getAttribute('href')) ?? '' };
}

async function openPerson(page: Page, name: string) {
  await page.goto('/admin');
  await page.getByLabel(people.list.search).fill(name);
  await page.getByRole('button', { name: people.list.show }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function signInByMail(page: Page, email: string) {
  await page.getByLabel(words.email).fill(email);
  await page.getByRole('button', { name: words.send }).click();
  await expect(page.getByText(words.sent(email))).toBeVisible();
  const { link } = await newestMail(page, email);
  await page.goto(link);
  await page.getByRole('button', { name: words.confirm, exact: true }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });
    const accepting = named(javaScriptEnabled ? 'Amund' : 'Berit');
    const declining = named(javaScriptEnabled ? 'Cecilie' : 'Daniel');
    const right = javaScriptEnabled ? 'Rita Rett' : 'Rolf Rett';

    test('access is given, the invitation accepted, and the role withdrawn and given again', async ({
      page,
      context,
      server,
      openContext
    }) => {
      await signIn(context, server, 'administrator');
      await giveAccess(page, accepting);
      const { mail, link } = await newestMail(page, accepting.email);
      await expect(mail.getByRole('heading')).toHaveText(people.mail.invited.subject);
      await expect(mail).toContainText(`${respondent}, Vennesla kommune`);
      await expect(mail).toContainText(astrid.name);
      await page.goto(link);
      await expect(page.getByText(people.invitation.other(astrid.name, accepting.name))).toBeVisible();

      const invited = await (await openContext({ javaScriptEnabled })).newPage();
      await invited.goto(link);
      await expect(invited.getByText(people.invitation.from(astrid.name))).toBeVisible();
      await invited.getByRole('button', { name: people.invitation.accept }).click();
      await signInByMail(invited, accepting.email);
      await invited.getByRole('button', { name: people.invitation.acceptSignedIn, exact: true }).click();
      await invited.waitForURL(/\/svar|\/profil/);
      await invited.goto(link);
      await expect(invited.getByText(people.invitation.overHelp(astrid.name))).toBeVisible();

      await openPerson(page, accepting.name);
      await expect(page.getByText(/^Tok imot invitasjonen/)).toBeVisible();
      // The demonstration's links bind no account, so the person can still be invited to bind one.
      await expect(page.getByRole('button', { name: people.person.invite })).toBeVisible();
      const access = people.grantFor(respondent, 'Vennesla kommune');
      await page.getByRole('button', { name: `${people.person.withdraw}: ${access}` }).click();
      await expect(page.getByRole('main').getByRole('status')).toContainText(people.person.withdrawn(access));
      await expect(page.getByText(people.person.heldNone)).toBeVisible();
      await page.getByRole('button', { name: people.person.undo }).click();
      await expect(page.getByRole('main').getByRole('status')).toContainText(people.person.givenAgain(access));
      await page.getByRole('button', { name: people.person.endSessions }).click();
      await expect(page.getByRole('main').getByRole('status')).toContainText(people.person.sessionsEnded(1));
      await invited.reload();
      await expect(invited.getByRole('link', { name: words.title, exact: true }).first()).toBeVisible();
    });

    test('the invited hands over to who it should be', async ({ page, context, server, openContext }) => {
      await signIn(context, server, 'administrator');
      await giveAccess(page, declining);
      const { link } = await newestMail(page, declining.email);
      const invited = await (await openContext({ javaScriptEnabled })).newPage();
      await invited.goto(link);
      await invited.getByRole('link', { name: people.invitation.notMe }).click();
      const { decline } = people.invitation;
      await invited.getByLabel(decline.name).fill(right);
      await invited.getByRole('button', { name: decline.submit }).click();
      await expect(invited.getByRole('heading', { name: people.problems.title(2) })).toBeVisible();
      await expect(invited.getByLabel(decline.name)).toHaveValue(right);
      await invited.getByLabel(decline.notMine).check();
      await invited.getByLabel(decline.email).fill(`${right.slice(0, 4).toLowerCase()}@vennesla.example`);
      await invited.getByRole('button', { name: decline.submit }).click();
      await expect(invited.getByRole('main').getByRole('status')).toContainText(`${right} har overtatt`);
      const { mail } = await newestMail(page, astrid.email);
      await expect(mail.getByRole('heading')).toHaveText(people.mail.handedOver.subject);
      await openPerson(page, right);
    });

    test.describe('what changes nothing', () => {
      test.use({ store: 'shared' });

      test('what is wrong is said, and nothing typed is lost', async ({ page, context, server }) => {
        await signIn(context, server, 'administrator');
        await page.goto('/admin/ny');
        await page.getByLabel(people.give.name).fill(newcomer.name);
        await page.getByLabel(people.give.email).fill('nils');
        await page.getByLabel(people.give.roleLabel).selectOption({ label: respondent });
        await page.getByLabel(people.give.until).fill('2020-01-31');
        await page.getByRole('button', { name: people.give.submit }).click();
        await expect(page.getByRole('heading', { name: people.problems.title(3) })).toBeVisible();
        for (const sentence of [
          people.problems.emailInvalid('nils'),
          people.problems.unit,
          people.problems.dayPast('31. januar 2020')
        ]) {
          await expect(page.getByRole('link', { name: sentence })).toBeVisible();
        }
        await expect(page.getByLabel(people.give.email)).toHaveAttribute('aria-invalid', 'true');
        await expect(page.getByLabel(people.give.email)).toHaveValue('nils');
        await expect(page.getByLabel(people.give.name)).toHaveValue(newcomer.name);
        await expect(page.getByLabel(people.give.until)).toHaveValue('2020-01-31');
        await expect(page.getByLabel(people.give.roleLabel)).toHaveValue('respondent');
      });
    });
  });
}

test.describe('what takes access away', () => {
  test.use({ store: 'own' });

  test('one person is replaced by another in one step', async ({ page, context, server }) => {
    await signIn(context, server, 'administrator');
    await openPerson(page, kari.name);
    await page.getByLabel(people.person.newName).fill(newcomer.name);
    await page.getByLabel(people.person.newEmail).fill(astrid.email);
    await page.getByRole('button', { name: people.person.replaceSubmit }).click();
    await expect(page.getByRole('link', { name: people.problems.own(astrid.email) })).toBeVisible();
    await expect(page.getByLabel(people.person.newName)).toHaveValue(newcomer.name);
    await page.getByLabel(people.person.newEmail).fill(newcomer.email);
    await page.getByRole('button', { name: people.person.replaceSubmit }).click();
    await expect(page.getByRole('main').getByRole('status')).toContainText(
      people.person.replaced(kari.name, newcomer.name)
    );
    await expect(page.getByText(people.person.heldNone)).toBeVisible();
    await page.getByRole('link', { name: people.person.toReplacement(newcomer.name) }).click();
    await expect(page.getByRole('heading', { level: 3 })).toHaveText('Svarer for kommunen, Kristiansand kommune');
    const { mail } = await newestMail(page, newcomer.email);
    await expect(mail.getByRole('heading')).toHaveText(people.mail.invited.subject);
  });
});

test('a municipality is locked and opened again', async ({ page, context, server }) => {
  await signIn(context, server, 'administrator');
  await page.goto('/admin/enheter?sok=froland');
  await page.getByRole('link', { name: 'Froland kommune' }).click();
  await page.getByLabel(people.unit.isReadOnly).check();
  await page.getByLabel(people.unit.takesLinks).uncheck();
  await page.getByRole('button', { name: people.unit.save }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(people.unit.saved);
  await page.reload();
  await expect(page.getByLabel(people.unit.isReadOnly)).toBeChecked();
  await expect(page.getByLabel(people.unit.takesLinks)).not.toBeChecked();
});

test('the keyboard alone gives access', async ({ page, context, server }) => {
  const typed = named('Eskil');
  await signIn(context, server, 'administrator');
  await page.goto('/admin');
  await page.getByRole('link', { name: people.list.give }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: people.give.title })).toBeVisible();
  await page.getByLabel(people.give.name).focus();
  await page.keyboard.type(typed.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(typed.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Svarer');
  await page.keyboard.press('Tab');
  await page.keyboard.type('vennesla');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(people.give.unit, { exact: true })).toBeFocused();
  await expect(page.getByLabel(people.give.unit, { exact: true })).toHaveValue('4223');
  await page.getByRole('button', { name: people.give.submit }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('status')).toContainText(typed.name);
});

test.describe('what changes nothing', () => {
  test.use({ store: 'shared' });

  test('others find nothing there, and who is not signed in is asked to', async ({ page, context, server }) => {
    await page.goto('/admin');
    await expect(page).toHaveURL(/\/logg-inn\?tilbake=/);
    for (const who of ['respondent', 'governor', 'case_officer', 'archivist', 'without_role'] as const) {
      await signIn(context, server, who);
      for (const path of ['/admin', '/admin/ny', '/admin/enheter', '/admin/enheter/4204']) {
        expect((await page.goto(path))?.status(), `${who} ${path}`).toBe(404);
      }
    }
    await signIn(context, server, 'administrator');
    for (const path of [
      '/admin/enheter/5001',
      '/admin/enheter/unit-4204',
      '/admin/personer/nobody',
      '/kartlegging/sor-2024'
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
    }
    await page.goto('/invitasjon/finnes-ikke');
    await expect(page.getByText(people.invitation.overHelpUnknown)).toBeVisible();
  });
});

test('the command makes the first administrator, who can end everybody’s session', async ({ browser }) => {
  const directory = copySeededStore();
  const command = (...args: string[]) =>
    execFileSync('node_modules/.bin/tsx', ['scripts/grant.ts', ...args], {
      env: { ...process.env, STORE_DIR: directory }
    });
  expect(() => command('leder@rus.example', 'Lise Leder', 'administrator', 'atlantis')).toThrow('«atlantis»');
  const printed = command('lise@land.example', 'Lise Land', 'administrator', 'system').toString();
  const invitation = new URL(/http\S+/.exec(printed)?.[0] ?? '').pathname;

  const server = await startServer({ directory });
  const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
  const adviser = await browser.newContext({ baseURL: server.origin });
  await signIn(adviser, server, 'adviser');
  const follower = await adviser.newPage();
  expect((await follower.goto('/kartlegging/sor-2024'))?.status()).toBe(200);
  await page.goto(invitation);
  await expect(page.getByText(people.invitation.fromNobody)).toBeVisible();
  await page.getByRole('button', { name: people.invitation.accept }).click();
  await signInByMail(page, 'lise@land.example');
  await page.getByRole('button', { name: people.invitation.acceptSignedIn, exact: true }).click();
  await page.waitForURL('**/admin');
  await page.goto('/admin/enheter/system');
  await page.getByRole('button', { name: people.unit.endEverySession }).click();
  await expect(page.getByRole('button', { name: words.send })).toBeVisible();
  await follower.reload();
  await expect(follower).toHaveURL(/\/logg-inn/);
  await server.stop();
  removeStore(directory);
});

test.describe('whatever it takes away', () => {
  test.use({ store: 'own' });

  for (const language of languages) {
    test(`every screen (${language}) is open to everyone, wide and narrow`, async ({ page, context, server }) => {
      const text = messagesIn(language).people;
      await signIn(context, server, 'administrator');
      await giveAccess(page);
      const { link } = await newestMail(page, newcomer.email);
      await openPerson(page, newcomer.name);
      const person = page.url();
      await openPerson(page, kari.name);
      const other = page.url();
      await context.addCookies([{ name: 'malform', value: language, url: server.origin }]);
      const look = async (name: string) => {
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect.soft(await findBarriers(page), name).toEqual([]);
      };
      for (const path of [
        ...['/admin', '/admin?sok=finnes%20ikke', '/admin?rolle=governor', '/admin/ny', '/admin/ny?sted=4204'],
        ...[
          '/admin/enheter',
          '/admin/enheter?sok=xyz',
          '/admin/enheter/sor',
          '/admin/enheter/42',
          '/admin/enheter/4204'
        ],
        ...[person, link, `${link}/ikke-meg`, '/invitasjon/finnes-ikke']
      ]) {
        await page.goto(path);
        await look(path);
      }
      await page.goto('/admin/ny');
      await page.getByRole('button', { name: text.give.submit }).click();
      await expect(page.getByRole('heading', { name: text.problems.title(4) })).toBeVisible();
      await look('giving, with problems');
      await page.goto(other);
      await page.getByRole('button', { name: text.person.replaceSubmit }).click();
      await expect(page.getByRole('heading', { name: text.problems.title(2) })).toBeVisible();
      await look('replacing, with problems');
      await page.getByRole('button', { name: new RegExp(`^${text.person.withdraw}`) }).click();
      await expect(page.getByRole('button', { name: text.person.undo })).toBeVisible();
      await look('withdrawn');
      await context.clearCookies({ name: 'session' });
      await page.goto(`${link}/ikke-meg`);
      await page.getByRole('button', { name: text.invitation.decline.submit }).click();
      await look('declining, with a problem');
      await page.getByLabel(text.invitation.decline.notMe).check();
      await page.getByRole('button', { name: text.invitation.decline.submit }).click();
      await expect(page.getByRole('heading', { name: text.invitation.decline.done })).toBeVisible();
      await look('declined');
    });
  }
});

import type { BrowserContext, Page } from '@playwright/test';
import { languages, type Language } from '#lib/domain/language.ts';
import { signInRefusals, type SignInRefusal } from '#lib/domain/sign-in-refusal.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { sealRefusal } from '#lib/server/refused-sign-in.ts';
import { fillAnswer, noCases, sendAnswer } from '../support/answer-form.ts';
import { findBarriers } from '../support/axe.ts';
import { arendal, kristiansand } from '../support/identity-accounts.ts';
import type { Mischief } from '../support/identity-mischief.ts';
import { startProduction, type Production } from '../support/production.ts';
import { expect, test as base } from '../support/server.ts';

const names = { ansattporten: 'Ansattporten', kommunen: 'kommunens konto', nede: 'Tjenesten som er nede' };
const { answer, ownRounds, provider: words, shell, signIn: mailWords } = messagesIn('nb');

const test = base.extend<object, { production: Production }>({
  production: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const production = await startProduction();
      await use(production);
      await production.stop();
    },
    { scope: 'worker', timeout: 120_000 }
  ],
  server: ({ production }, use) => use(production.server)
});
/** The providers are on 127.0.0.1, the server is on localhost. */
test.use({ allowedProblems: [/^asked another host \(http:\/\/127\.0\.0\.1:\d+\//] });
test.afterEach(({ production }) => {
  production.ansattporten.mischief = null;
});

type Choice = { username?: string; organisation?: { name: string }; cancels?: boolean };

async function begin(page: Page, provider: keyof typeof names, from = '/logg-inn') {
  await page.goto(from);
  await page.getByRole('button', { name: words.signInWith(names[provider]) }).click();
}

async function choose(page: Page, { username = '', organisation, cancels = false }: Choice) {
  await page.getByLabel('Brukernavn').fill(username);
  if (organisation) await page.getByLabel('Organisasjon').selectOption(organisation.name);
  await page.getByRole('button', { name: cancels ? 'Avbryt' : 'Logg inn' }).click();
}

async function signInAt(page: Page, provider: keyof typeof names, choice: Choice, from?: string) {
  await begin(page, provider, from);
  await choose(page, choice);
}

const sessionOf = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === 'session')?.value;

async function expectRefused(page: Page, code: SignInRefusal, provider: keyof typeof names = 'ansattporten') {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.refused[code].title(names[provider]));
  await expect(page).toHaveURL(new RegExp(`/logg-inn/leverandor/${provider}/avvist$`));
  await expect(page.getByText(words.refused[code].help(names[provider]))).toBeVisible();
  await expect(page.getByRole('button', { name: words.retry })).toBeVisible();
  expect(await sessionOf(page.context())).toBeUndefined();
}

const kari = { username: 'kari', organisation: kristiansand };
const ragnhild = { username: 'ragnhild' };

test('a known account comes back to the page that was asked for, with a new session each time', async ({
  page,
  context
}) => {
  await signInAt(page, 'kommunen', ragnhild, '/kartlegging');
  await expect(page).toHaveURL(/\/kartlegging$|\/kartlegging\/sor-2024$/);
  await expect(page.getByText('Rådgiver i sor')).toBeVisible();
  const first = await sessionOf(context);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('sign-in');

  await begin(page, 'kommunen', '/logg-inn/leverandor/kommunen');
  await expect(page).toHaveURL(/\/kartlegging/);
  const second = await sessionOf(context);
  expect(second).not.toBe(first);
  await context.addCookies([{ name: 'session', value: first ?? '', url: page.url() }]);
  await page.goto('/kartlegging');
  await expect(page).toHaveURL(/\/logg-inn\?/);
});

test('who represents a municipality answers for it, and for another one next time', async ({ page, context }) => {
  await signInAt(page, 'ansattporten', { username: 'anders', organisation: kristiansand }, '/svar');
  await expect(page.getByRole('heading', { name: ownRounds.title })).toBeVisible();
  const link = page.getByRole('link', { name: /^Kristiansand: / }).first();
  const isNew = (await page.getByRole('listitem').filter({ has: link }).first().innerText()).includes(
    ownRounds.phase.open
  );
  await link.click();
  await fillAnswer(page, noCases);
  await sendAnswer(page, 'Anders Agder', { again: !isNew });
  await page.getByRole('button', { name: answer.softSubmit }).click(); // the unit's register has cases
  await expect(page.getByRole('heading', { name: answer.receipt.title })).toBeVisible();

  await context.clearCookies();
  await signInAt(page, 'ansattporten', { username: 'anders', organisation: arendal }, '/svar');
  await expect(page.getByRole('link', { name: /^Arendal: / }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^Kristiansand: / })).toHaveCount(0);
});

test('who is invited signs in with an account that is theirs from then on', async ({ page, context, production }) => {
  await page.goto('/logg-inn/leverandor/kommunen');
  await page.evaluate((token) => {
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'invitasjon', value: token });
    document.querySelector('main form')?.append(field);
  }, production.invitation);
  await page.getByRole('button', { name: words.signInWith(names.kommunen) }).click();
  await choose(page, { username: 'nora' });
  await expect(page.getByText('Rådgiver i midt')).toBeVisible();
  await context.clearCookies();
  await signInAt(page, 'kommunen', { username: 'nora' });
  await expect(page.getByText('Rådgiver i midt')).toBeVisible();
});

test.describe('who is not let in', () => {
  test('cancelled', async ({ page }) => {
    await signInAt(page, 'ansattporten', { cancels: true });
    await expectRefused(page, 'sign-in-cancelled');
    await page.getByRole('button', { name: words.retry }).click();
    await expect(page.getByLabel('Brukernavn')).toBeVisible();
  });

  test('has an account that is nobody’s here', async ({ page }) => {
    await signInAt(page, 'kommunen', { username: 'kari' });
    await expectRefused(page, 'no-access', 'kommunen');
  });

  test('chose no organisation', async ({ page }) => {
    await signInAt(page, 'ansattporten', ragnhild);
    await expectRefused(page, 'no-representation');
  });

  test('chose a provider that is down', async ({ page }) => {
    await begin(page, 'nede');
    await expectRefused(page, 'provider-unavailable', 'nede');
  });

  const answers: Record<Mischief, SignInRefusal> = {
    'wrong-nonce': 'sign-in-refused',
    'no-nonce': 'sign-in-refused',
    'wrong-audience': 'sign-in-refused',
    'wrong-issuer': 'sign-in-refused',
    expired: 'sign-in-refused',
    'bad-signature': 'sign-in-refused',
    'low-acr': 'acr-too-low',
    'no-acr': 'acr-too-low',
    'no-representation': 'no-representation',
    'foreign-resource': 'no-representation',
    'wrong-check-digit': 'no-representation',
    'token-error': 'provider-unavailable'
  };
  for (const [mischief, code] of Object.entries(answers) as [Mischief, SignInRefusal][]) {
    test(`came with a word of the provider that does not hold: ${mischief}`, async ({ page, production }) => {
      production.ansattporten.mischief = mischief;
      await signInAt(page, 'ansattporten', kari);
      await expectRefused(page, code);
    });
  }

  test('comes back a second time', async ({ page, context }) => {
    const returns: string[] = [];
    page.on('request', (request) => void (request.url().includes('/retur?') && returns.push(request.url())));
    await signInAt(page, 'ansattporten', kari);
    await expect(page.getByText('Kari Kommune')).toBeVisible();
    await context.clearCookies({ name: 'session' });
    await page.goto(returns[0] ?? '');
    await expectRefused(page, 'no-attempt');
  });

  test('comes back in another browser than where it began', async ({ page, openContext, production }) => {
    await page.route(`${production.ansattporten.issuer}/**`, (route) => route.fulfill({ status: 204 }));
    await begin(page, 'ansattporten');
    const onward = page.getByRole('link', { name: words.continueTo(names.ansattporten) });
    const address = (await onward.getAttribute('href')) ?? '';
    const elsewhere = await (await openContext()).newPage();
    await elsewhere.goto(address);
    await choose(elsewhere, kari);
    await expectRefused(elsewhere, 'no-attempt');
  });

  test('asks for a provider that does not exist', async ({ page }) => {
    for (const path of ['/logg-inn/leverandor/x', '/logg-inn/leverandor/x/retur', '/logg-ut/leverandor/x']) {
      expect((await page.request.get(path)).status()).toBe(404);
    }
  });
});

test.describe('signing out', () => {
  test('reaches the provider, and the way back is the front page', async ({ page, context }) => {
    await signInAt(page, 'kommunen', ragnhild);
    await page.getByRole('button', { name: shell.frame.signOut }).click();
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await expect(page).toHaveURL(/localhost:\d+\/$/);
    expect(await sessionOf(context)).toBeUndefined();
    await begin(page, 'kommunen');
    await expect(page.getByLabel('Brukernavn')).toBeVisible();
  });

  test('elsewhere ends the session here, in a frame that only the provider may show', async ({ page, production }) => {
    const { municipality, server } = production;
    await signInAt(page, 'kommunen', ragnhild);
    await expect(page.getByText('Rådgiver i sor')).toBeVisible();
    const told = new URLSearchParams({ iss: municipality.issuer, sid: municipality.sids.at(-1) ?? '' });
    const address = `${server.origin}/logg-ut/leverandor/kommunen?${told}`;
    const framing = await page.context().newPage();
    await framing.goto(`${municipality.issuer}/interaction/none`);
    const answered = framing.waitForResponse(address);
    await framing.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, address);
    const response = await answered;
    expect([response.status(), await response.text()]).toEqual([200, '']);
    expect(response.headers()['content-security-policy']).toContain(`frame-ancestors ${municipality.issuer}`);
    await page.goto('/kartlegging');
    await expect(page).toHaveURL(/\/logg-inn\?/);
    const again = await page.request.get(address.replace(/sid=.*/, 'sid=unknown'));
    expect([again.status(), await again.text()]).toEqual([200, '']);
  });
});

test('a link by mail opens answering only, and others are told where to sign in', async ({ page, production }) => {
  await page.goto('/logg-inn');
  await expect(page.getByRole('heading', { name: words.answering })).toBeVisible();
  await page.getByLabel(mailWords.email).fill('sor@korus.example');
  await page.getByRole('button', { name: mailWords.send }).click();
  await expect(page.getByText(mailWords.sent('sor@korus.example'))).toBeVisible();
  const sent = () => production.mails.filter((mail) => mail.includes('To: sor@korus.example'));
  await expect.poll(() => sent().length, { timeout: 20_000 }).toBe(1);
  const [mail = ''] = sent();
  expect(mail).toContain('/logg-inn');
  expect(mail).not.toMatch(/\/logg-inn\/[\w-]{10}/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('one signs in, and out, at the provider', async ({ page }) => {
    await signInAt(page, 'ansattporten', kari, '/svar');
    await expect(page.getByRole('heading', { name: ownRounds.title })).toBeVisible();
    await page.getByRole('button', { name: shell.frame.signOut }).click();
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await expect(page).toHaveURL(/localhost:\d+\/$/);
  });
});

test.describe('every screen is open to everyone, wide and narrow', () => {
  const staysHere = (page: Page) => page.route('http://127.0.0.1:*/**', (route) => route.fulfill({ status: 204 }));
  type Visit = { page: Page; production: Production; language: Language };
  const screens: Record<string, (visit: Visit) => Promise<unknown>> = {
    'sign-in': ({ page }) => page.goto('/logg-inn?tilbake=%2Fkartlegging'),
    'one provider': ({ page }) => page.goto('/logg-inn/leverandor/kommunen'),
    'on to the provider': async ({ page, language }) => {
      await staysHere(page);
      await page.goto('/logg-inn/leverandor/ansattporten');
      await page.getByRole('button', { name: messagesIn(language).provider.signInWith(names.ansattporten) }).click();
      const title = messagesIn(language).provider.onward(names.ansattporten);
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
    },
    'signed out': async ({ page, language }) => {
      const text = messagesIn(language);
      await page.goto('/logg-inn/leverandor/ansattporten');
      await page.getByRole('button', { name: text.provider.signInWith(names.ansattporten) }).click();
      await choose(page, kari);
      await expect(page.getByText('Kari Kommune')).toBeVisible();
      await staysHere(page);
      await page.getByRole('button', { name: text.shell.frame.signOut }).click();
      await expect(page.getByRole('heading', { name: text.provider.signedOut })).toBeVisible();
    },
    ...Object.fromEntries(
      signInRefusals.map((code) => [
        code,
        async ({ page, production, language }: Visit) => {
          const organisation = { number: '964965226', name: 'EIN VELDIG LANG KOMMUNE MED EIT LANGT NAMN' };
          const value = sealRefusal(production.secret, { code, organisation, returnPath: '/svar', invitation: null });
          await page.context().addCookies([{ name: 'sign-in-refusal', value, url: production.server.origin }]);
          await page.goto('/logg-inn/leverandor/ansattporten/avvist');
          const title = messagesIn(language).provider.refused[code].title(names.ansattporten);
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        }
      ])
    )
  };
  for (const language of languages) {
    test(language, async ({ page, context, production }) => {
      for (const [name, open] of Object.entries(screens)) {
        await test.step(name, async () => {
          await page.unrouteAll();
          await context.clearCookies();
          await context.addCookies([{ name: 'malform', value: language, url: production.server.origin }]);
          await open({ page, production, language });
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          expect.soft(await findBarriers(page), name).toEqual([]);
        });
      }
    });
  }
});

test('the log tells of refusals, and holds no name, number or token', async ({ page, production }) => {
  production.ansattporten.mischief = 'low-acr';
  await signInAt(page, 'ansattporten', kari);
  await expectRefused(page, 'acr-too-low');
  const output = production.server.output();
  expect(output).toContain('"code":"acr-too-low"');
  expect(output).not.toMatch(/eyJ[\w-]{10,}|17912099997|Kommune|code=|state=/);
});

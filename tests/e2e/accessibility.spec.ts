import type { Page } from '@playwright/test';
import { languages, type Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { fillAnswer, noCases, sendAnswer, threeCases } from '../support/answer-form.ts';
import { findBarriers } from '../support/axe.ts';
import { silentMunicipalities, surveyRows } from '../support/hand-count.ts';
import type { SignedIn } from '../support/seeded-store.ts';
import { expect, signIn, test, type Server } from '../support/server.ts';
import { statisticsPath } from '../support/statistics-page.ts';

type Visit = { page: Page; server: Server; language: Language };
/** How a screen is reached, by whom, and the heading that tells that it is this one. */
type Screen = { name: string; isAdviser?: boolean; as?: SignedIn; open: (visit: Visit) => Promise<unknown> };

const answered = surveyRows.find((row) => row.response_status === 'svart')?.number ?? '';
const [silent] = silentMunicipalities;
const frozen = { round: 'trondelag-2023', answered: '5001', silent: '5014' };

const screens: Screen[] = [
  ...Object.entries({
    front: '/',
    'list of statistics': '/statistikk',
    statistics: statisticsPath,
    'statistics of a county': `${statisticsPath}?fylke=39&nett=yes`,
    'statistics without municipalities': `${statisticsPath}?svar=declined`,
    'statistics of an unknown county': `${statisticsPath}?fylke=99`,
    'published statistics': '/statistikk/midt/2023',
    'sign-in': '/logg-inn',
    'expired sign-in link': '/logg-inn/finnes-ikke',
    'not found': '/finnes-ikke'
  }).map(([name, path]) => ({ name, open: ({ page }: Visit) => page.goto(path) })),
  ...Object.entries({
    'adviser: statistics': statisticsPath,
    'adviser: list of rounds': '/kartlegging',
    'adviser: round': '/kartlegging/sor-2024',
    'adviser: report': `/kartlegging/sor-2024/${answered}`,
    'adviser: no report': `/kartlegging/sor-2024/${silent?.number}`
  }).map(([name, path]) => ({ name, isAdviser: true, open: ({ page }: Visit) => page.goto(path) })),
  ...Object.entries({
    'form with an answer': ['', answered],
    receipt: ['/kvittering', answered],
    'own municipality': ['/kommune', answered],
    'own municipality without an answer': ['/kommune', silent?.number ?? '']
  }).map(([name, [path = '', number = '']]) => ({
    name,
    open: ({ page, server }: Visit) => page.goto(server.answerLink(number) + path)
  })),
  ...Object.entries({ 'frozen form': '', 'receipt of a frozen round': '/kvittering' }).map(([name, path]) => ({
    name,
    open: ({ page, server }: Visit) => page.goto(server.answerLink(frozen.answered, frozen.round) + path)
  })),
  {
    name: 'empty form',
    open: ({ page, server }) => page.goto(server.answerLink(silentAt(1)))
  },
  {
    name: 'form without cases',
    open: async ({ page, server, language }) => {
      await page.goto(server.answerLink(silentAt(2)));
      await fillAnswer(page, noCases, language);
    }
  },
  {
    name: 'form with errors',
    open: async ({ page, server, language }) => {
      const text = messagesIn(language).answer;
      await page.goto(server.answerLink(silentAt(3)));
      await fillAnswer(page, { any_cases: 'yes', cases_received: 'tre', web_info: 'yes' }, language);
      await page.getByRole('button', { name: text.submit }).click();
      await expect(page.getByText(text.problem.name).first()).toBeVisible();
    }
  },
  {
    name: 'form with a soft question',
    open: async ({ page, server, language }) => {
      await page.goto(server.answerLink(silentAt(4)));
      await fillAnswer(page, { ...threeCases, cases_handled: '0' }, language);
      await sendAnswer(page, 'Kari Nordmann', { language });
      await expect(page.getByRole('heading', { name: messagesIn(language).answer.softTitle })).toBeVisible();
    }
  },
  {
    name: 'sign-in with an error',
    open: async ({ page, language }) => {
      await page.goto('/logg-inn');
      await page.getByRole('button', { name: messagesIn(language).signIn.send }).click();
      await expect(page.getByText(messagesIn(language).signIn.missing, { exact: true })).toBeVisible();
    }
  },
  {
    name: 'sign-in link sent',
    open: async ({ page, language }) => {
      await askForLink(page, language);
    }
  },
  {
    name: 'outbox and usable sign-in link',
    open: async ({ page, language }) => {
      await askForLink(page, language);
      await page.getByRole('link', { name: messagesIn(language).signIn.openOutbox }).click();
      await page.getByRole('link', { name: '/logg-inn/' }).first().click();
    }
  },
  {
    name: 'outbox',
    open: ({ page }) => page.goto('/utboks')
  },
  ...Object.entries({
    'profile with a unit': ['/profil', 'case_officer'],
    'profile signed in by e-mail': ['/profil', 'adviser_by_email'],
    'whom to ask': ['/profil/tilgang', 'case_officer'],
    'whom to ask, without a role': ['/profil/tilgang', 'without_role'],
    'rounds of a county governor': ['/kartlegging', 'governor'],
    'signed in again': ['/profil/innlogget', 'governor'],
    'not found, signed in': ['/finnes-ikke', 'governor']
  } satisfies Record<string, [string, SignedIn]>).map(([name, [path, as]]) => ({
    ...{ name, as: as as SignedIn },
    open: ({ page }: Visit) => page.goto(path)
  })),
  ...Object.entries({
    'letterhead of a unit': ['/saker/enhet/4204/brev', 'unit_leader'],
    'municipalities of a unit': ['/saker/enhet/4204/kommuner', 'unit_leader'],
    'self-referrals': ['/saker/egne-henvendelser', 'case_officer'],
    'removed cases': ['/saker/slettet', 'archivist']
  } satisfies Record<string, [string, SignedIn]>).map(([name, [path, as]]) => ({
    ...{ name, as: as as SignedIn },
    open: ({ page }: Visit) => page.goto(path)
  })),
  ...Object.entries({
    'the person of a case': ['/saker/4204/', '/person'],
    'what came in': ['/saker/innkommet/', '']
  }).map(([name, [prefix, below]]) => ({
    ...{ name, as: 'case_officer' as const },
    open: async ({ page }: Visit) => {
      await page.goto('/saker');
      const address = await page.locator(`main a[href^="${prefix}"]`).first().getAttribute('href');
      await page.goto(`${address}${below}`);
    }
  })),
  {
    name: 'form sent after the session ended',
    as: 'adviser',
    open: async ({ page, language }) => {
      const { profile, shell } = messagesIn(language);
      await page.goto('/profil');
      await page.context().clearCookies({ name: 'session' });
      await page.getByRole('button', { name: profile.sessions.endOthers }).click();
      await expect(page.getByText(shell.errors.signedOut.kept)).toBeVisible();
    }
  },
  {
    name: 'adviser: answer link shown',
    isAdviser: true,
    open: async ({ page, language }) => {
      const { round } = messagesIn(language);
      await page.goto('/kartlegging/sor-2024');
      await page.getByRole('button', { name: `${round.showLink}: ${silent?.name}` }).click();
      await expect(page.getByLabel(round.linkFor(silent?.name ?? ''))).toBeVisible();
    }
  }
];

/** With a clock of their own, which a browser keeps. */
const timed: Screen[] = [
  ...Object.entries({ 'warning before idling out': '28:30', 'warning after it': '40:00' }).map(([name, time]) => ({
    ...{ name, as: 'archivist' as const },
    open: async ({ page }: Visit) => {
      await page.clock.install();
      await page.goto('/profil');
      await page.waitForLoadState('networkidle');
      await page.clock.fastForward(time);
      await expect(page.getByRole('alert')).not.toBeEmpty();
    }
  }))
];

for (const language of languages) {
  test(`every screen (${language}) is open to everyone, wide and narrow`, async ({ page, context, server }) => {
    test.slow(); // half a minute in all: one browser that has been here before reads them faster than many new ones
    for (const screen of screens) {
      await test.step(screen.name, async () => {
        await context.clearCookies();
        await look(screen, { page, server, language });
      });
    }
  });

  for (const screen of timed) {
    test(`${screen.name} (${language}) is open to everyone, wide and narrow`, async ({ page, server }) => {
      await look(screen, { page, server, language });
    });
  }
}

async function look({ name, isAdviser = false, as, open }: Screen, visit: Visit) {
  const { page, server, language } = visit;
  const context = page.context();
  await context.addCookies([{ name: 'malform', value: language, url: server.origin }]);
  if (isAdviser || as) await signIn(context, server, as);
  await open(visit);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  expect.soft(await findBarriers(page), name).toEqual([]);
}

function silentAt(index: number) {
  return silentMunicipalities[index]?.number ?? '';
}

async function askForLink(page: Page, language: Language) {
  const text = messagesIn(language).signIn;
  await page.goto('/logg-inn');
  await page.getByLabel(text.email).fill('midt@korus.example');
  await page.getByRole('button', { name: text.send }).click();
  await expect(page.getByText(text.sent('midt@korus.example'))).toBeVisible();
}

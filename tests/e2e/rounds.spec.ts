import { messagesIn } from '#lib/i18n/messages.ts';
import { findOverflow, findViolations } from '../support/axe.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import { sessionOf } from '../support/seeded-store.ts';
import { expect, test } from '../support/server.ts';

const { setup } = messagesIn('nb');
const nynorsk = messagesIn('nn').setup;
const [silent] = silentMunicipalities;

test.use({ store: 'file' });

test('an adviser makes the next round from the last, tries it and opens it', async ({ page, context, server }) => {
  test.setTimeout(90_000);
  await context.addCookies([{ name: 'session', value: sessionOf('adviser'), url: server.origin }]);
  const look = async (name: string) => {
    expect(await findViolations(page)).toEqual([]);
    for (const [width, size] of [
      [360, 'narrow'],
      [1280, 'wide']
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      expect(await findOverflow(page)).toEqual([]);
      const directory = process.env.SCREENSHOT_DIR;
      if (directory) await page.screenshot({ path: `${directory}/${name}-${size}.png`, fullPage: true });
    }
  };

  await page.goto('/kartlegging?alle');
  await look('list');
  await page.getByRole('link', { name: setup.make.title }).click();
  await expect(page.getByRole('heading', { name: setup.make.title })).toBeVisible();
  await look('new');
  await page.getByRole('button', { name: setup.make.submit('Region Sør 2025') }).click();

  await expect(page.getByRole('heading', { name: setup.title('Region Sør 2025') })).toBeVisible();
  await expect(page.getByText(setup.expectedTitle(66))).toBeVisible();
  await look('setup');
  expect((await page.request.get(`/statistikk/sor/2025`)).status()).toBe(404);

  await test.step('a wrong moment is named, and nothing typed is lost', async () => {
    await page.getByLabel(setup.name, { exact: true }).fill('Sør i år');
    await page.locator('[id="closesAt.time"]').fill('kveld');
    await page.getByRole('button', { name: setup.save }).click();
    await expect(page.locator('.ds-error-summary')).toContainText(setup.problems.time(setup.moment.closesAt, 'kveld'));
    await expect(page.getByLabel(setup.name, { exact: true })).toHaveValue('Sør i år');
    await look('wrong');
    await page.locator('[id="closesAt.time"]').fill('20.30');
    await page.getByRole('button', { name: setup.save }).click();
    await expect(page.getByText(setup.saved)).toBeVisible();
    await expect(page.getByRole('heading', { name: setup.title('Sør i år') })).toBeVisible();
  });

  await test.step('a municipality is taken out and put back, and another hosted', async () => {
    await page.getByRole('button', { name: `${setup.remove}: Vennesla` }).click();
    await expect(page.getByText(setup.removed('Vennesla'))).toBeVisible();
    await expect(page.getByText(setup.expectedTitle(65))).toBeVisible();
    await page.getByRole('button', { name: setup.undo }).click();
    await expect(page.getByText(setup.expectedTitle(66))).toBeVisible();
    await page.getByRole('link', { name: `${setup.change}: Vennesla` }).click();
    await page.getByLabel(setup.coveredChoice).check();
    await page.getByRole('button', { name: setup.save }).click();
    await expect(page.locator('.ds-error-summary')).toContainText(setup.problems.host);
    await page.getByLabel(setup.host, { exact: true }).selectOption('Kristiansand');
    await page.getByRole('button', { name: setup.save }).click();
    await expect(page.getByText(setup.saved)).toBeVisible();
    await look('hosted');
    await page.getByRole('link', { name: setup.backToList }).click();
    await expect(page.getByText(setup.covered('Kristiansand'))).toBeVisible();
  });

  await test.step('a dry run shows what comes out', async () => {
    await page.getByRole('link', { name: setup.links.dryRun, exact: true }).click();
    await page.getByRole('button', { name: setup.dryRun.submit }).click();
    await expect(page.getByText(/av 65 svar ble tatt imot/)).toBeVisible({ timeout: 30_000 });
    await look('dry-run');
    await page.getByRole('link', { name: setup.links.setup }).click();
  });

  await test.step('no letter tells of the round before it is opened', async () => {
    await page.goto('/kartlegging/sor-2025/4223');
    await expect(page.getByRole('link', { name: setup.contactInSetup.link })).toBeVisible();
    const answer = await page.request.post('/kartlegging/sor-2025/4223?/kontakt', {
      headers: { origin: server.origin, accept: 'text/html' },
      form: { name: 'Kari', email: 'kari@vennesla.example' }
    });
    expect(answer.status()).toBe(404);
    await page.goto('/kartlegging/sor-2025');
    await expect(page.getByRole('link', { name: messagesIn('nb').round.statistics })).toHaveCount(0);
    await page.getByRole('link', { name: setup.links.setup }).click();
  });

  await page.getByRole('button', { name: setup.opening.submit }).click();
  await expect(page).toHaveURL(/\/kartlegging\/sor-2025$/);
  expect((await page.request.get(`/statistikk/sor/2025`)).status()).toBe(200);
  await look('opened');
});

test('more time is given with a reason, and the municipality sees it', async ({ page, context, server }) => {
  if (!silent) throw new Error('nobody is silent');
  await context.addCookies([{ name: 'session', value: sessionOf('adviser'), url: server.origin }]);
  await page.goto('/kartlegging/sor-2024');
  await page.getByRole('link', { name: `${setup.extension.give}: ${silent.name}` }).click();
  await page.getByLabel(setup.extension.until).fill('2020-01-01');
  await page.getByRole('button', { name: setup.extension.give }).click();
  await expect(page.locator('.ds-error-summary')).toContainText(setup.extension.problem.missing);
  const day = new Date(Date.now() + 80 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(setup.extension.until).fill(day);
  await page.getByLabel(setup.extension.reason).fill('Ny medarbeider begynner');
  await page.getByRole('button', { name: setup.extension.give }).click();
  await expect(page.getByRole('button', { name: setup.extension.withdraw })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.goto(server.answerLink(silent.number));
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await expect(page.getByText(nynorsk.extension.own)).toBeVisible();
  await expect(page.getByText('Ny medarbeider begynner')).toBeVisible();
  await page.goto('/kartlegging/sor-2024/oppsett');
  await expect(page.getByRole('heading', { name: nynorsk.title('Region Sør 2024') })).toBeVisible();
  await expect(page.getByText(nynorsk.expectedFrozen)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

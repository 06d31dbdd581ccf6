import { findOverflow, findViolations } from '../support/axe.ts';
import { expect, signIn, test } from '../support/server.ts';

test.use({ store: 'own' });

const page0 = '/kartlegging/sor-2024/import';
const heading = 'Kommune\tSaker\tMottatte saker\tBehandlede\tUnder 18\tOrganisert\tAnsvar\tNettside';
const unit = 'Helse og omsorg\tRuskonsulent\tNei';

test('an adviser pastes cells, corrects one in place and saves the rest', async ({ page, context, server }) => {
  await signIn(context, server);
  await page.goto('/kartlegging/sor-2024');
  await page.getByRole('link', { name: 'Importer svar' }).click();
  await expect(page).toHaveURL(page0);
  expect(await findViolations(page)).toEqual([]);
  await page
    .getByLabel('Lim inn cellene her')
    .fill(`${heading}\nVennesla kommune\tJa\t3\t2,5\t1\t${unit}\n9999\tJa\t3\t2\t1\t${unit}\n4204\t\t\t\t\t\t\t`);
  await page.getByRole('button', { name: 'Les radene' }).click();
  await expect(page.getByText('Ingen rader klare, to med feil')).toBeVisible();
  const wrong = page.getByLabel('Behandlede, rad 2');
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('«2,5» er ikke et helt tall').first()).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await wrong.fill('2');
  await wrong.press('Enter');
  await expect(page.getByText('Én rad klare, én med feil')).toBeVisible();
  await page.getByRole('button', { name: 'Lagre 1 av 3' }).click();
  await expect(page.getByText('Kryss av for at radene med feil')).toBeVisible();
  await page.getByLabel('Én rad med feil eller spørsmål blir ikke lagret').check();
  await page.getByRole('button', { name: 'Lagre 1 av 3' }).click();
  await expect(page.getByText('Én rad er lagret.')).toBeVisible();
  await page.goto('/kartlegging/sor-2024/4223');
  await expect(page.getByText('importert').first()).toBeVisible();
});

test('a hundred thousand rows are read in the browser, with progress, and shown a page at a time', async ({
  page,
  context,
  server
}) => {
  await signIn(context, server);
  await page.goto(page0);
  const rows = Array.from({ length: 100_000 }, (_, row) => `${1000 + (row % 9000)};${row % 50};${row % 7}`);
  const buffer = Buffer.from(`Kommunenummer;Mottatte saker;Behandlede\n${rows.join('\n')}`);
  await page.getByLabel('Eller velg en fil').setInputFiles({ name: 'stor.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Les radene' }).click();
  await expect(page.getByText(/av 100.000/)).toBeVisible({ timeout: 60_000 });
  expect(await page.locator('tbody tr').count()).toBe(50);
  await page.getByRole('button', { name: 'Neste rader' }).click();
  await expect(page.getByText(/Rad 51 til 100/)).toBeVisible();
});

test('without JavaScript and on a phone, in nynorsk', async ({ openContext, server }) => {
  const context = await openContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signIn(context, server);
  const page = await context.newPage();
  await page.goto(page0);
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await page
    .getByLabel('Lim inn cellene her')
    .fill(`${heading}\n4223\tNei\t\t\t\t${unit}\n4201\tJa\t-2\t2\t1\t${unit}`);
  await page.getByRole('button', { name: 'Les radene' }).click();
  await expect(page.getByText('Éi rad klare, éi med feil')).toBeVisible();
  await page.getByLabel('Mottatte saker, rad 3').fill('2');
  await page.getByRole('button', { name: 'Kontroller på nytt' }).click();
  await expect(page.getByText('To rader klare, ingen med feil')).toBeVisible();
  await page.getByRole('button', { name: 'Lagre 2 av 2' }).click();
  await expect(page.getByText('To rader er lagra.')).toBeVisible();
});

test('the round’s own file changes nothing when it is imported', async ({ page, context, server }) => {
  await signIn(context, server);
  await page.goto(page0);
  const file = await page.request.get(`${page0}/mal.csv`);
  await page
    .getByLabel('Eller velg en fil')
    .setInputFiles({ name: 'mal.csv', mimeType: 'text/csv', buffer: await file.body() });
  await page.getByRole('button', { name: 'Les radene' }).click();
  await expect(page.getByText('Ingen rader klare, ingen med feil')).toBeVisible();
  await expect(page.getByText('allerede lagret, uendret')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await findOverflow(page)).toEqual([]);
});

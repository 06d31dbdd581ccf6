import { findOverflow, findViolations } from '../support/axe.ts';
import { expect, signIn, test } from '../support/server.ts';

test.use({ store: 'file' });

const address = '/kartlegging/sor-2024/import';
const heading = 'Kommune\tSaker\tMottatte saker\tBehandlede\tUnder 18\tOrganisert\tAnsvar\tNettside';
const unit = 'Helse og omsorg\tRuskonsulent\tNei';

test('an adviser pastes cells, corrects one in place and saves the rest', async ({ page, context, server }) => {
  await signIn(context, server);
  await page.goto('/kartlegging/sor-2024');
  await page.getByRole('link', { name: 'Importer svar' }).click();
  await expect(page).toHaveURL(address);
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
  await expect(page.getByText('Én rad klar, én med feil')).toBeVisible();
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
  await page.goto(address);
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
  await page.goto(address);
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await page
    .getByLabel('Lim inn cellene her')
    .fill(`${heading}\n4226\tNei\t\t\t\t${unit}\n4201\tJa\t-2\t2\t1\t${unit}`);
  await page.getByRole('button', { name: 'Les radene' }).click();
  await expect(page.getByText('Éi rad klar, éi med feil')).toBeVisible();
  await page.getByLabel('Mottatte saker, rad 3').fill('2');
  await page.getByRole('button', { name: 'Kontroller på nytt' }).click();
  await expect(page.getByText('To rader klare, ingen med feil')).toBeVisible();
  await page.getByRole('button', { name: 'Lagre 2 av 2' }).click();
  await expect(page.getByText('To rader er lagra.')).toBeVisible();
});

test('the round’s own file changes nothing when it is imported', async ({ page, context, server }) => {
  await signIn(context, server);
  await page.goto(address);
  const file = await page.request.get(`${address}/mal.csv`);
  await page
    .getByLabel('Eller velg en fil')
    .setInputFiles({ name: 'mal.csv', mimeType: 'text/csv', buffer: await file.body() });
  await page.getByRole('button', { name: 'Les radene' }).click();
  await expect(page.getByText('Ingen rader klare, ingen med feil')).toBeVisible();
  await expect(page.getByText('allerede lagret, uendret')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await findOverflow(page)).toEqual([]);
});

test('an adviser registers what was said by phone, is asked what the municipality would be, and it is asked to confirm', async ({
  page,
  context,
  server
}) => {
  await signIn(context, server);
  await page.goto('/kartlegging/sor-2024/4227');
  await page.getByRole('link', { name: 'Registrer et svar for kommunen' }).click();
  await page.getByRole('button', { name: 'Registrer svaret' }).click();
  await expect(page.getByText('Skriv navnet på den som svarte').first()).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.locator('[data-gate="yes"]').check();
  await page.locator('#cases_received').fill('4');
  await page.locator('#cases_handled').fill('0');
  await page.locator('#cases_under_18').fill('1');
  await page.getByLabel('Helse og omsorg').check();
  await page.getByLabel('Ruskonsulent').check();
  await page.getByRole('group', { name: 'Har kommunen informasjon' }).getByLabel('Nei', { exact: true }).check();
  await page.getByLabel('Navn', { exact: true }).fill('Per Telefon');
  await page.getByLabel('Stilling eller rolle').fill('ruskonsulent');
  await page.getByLabel('Dato').fill('2024-03-01');
  await page.getByLabel('På telefon').check();
  await page.getByLabel('Jeg har lest svarene opp').check();
  await page.getByRole('button', { name: 'Registrer svaret' }).click();
  await expect(page.getByRole('heading', { name: 'Spør om dette stemmer' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByLabel('Hva er svaret?').selectOption('cannot_fix');
  await page.getByLabel('Kort forklaring').fill('registeret er borte');
  await page.getByRole('button', { name: 'Registrer likevel' }).click();
  await expect(page.getByText('Svaret er registrert som versjon 1.')).toBeVisible();
  await page.goto('/kartlegging/sor-2024');
  await expect(page.getByText('på telefon, ikke bekreftet')).toBeVisible();
  await page.goto('/kartlegging/sor-2024/4227');
  await expect(page.getByText('på telefon, ikke bekreftet')).toBeVisible();
  await expect(page.getByText(/Registrert av .* Svart 1. mars 2024 av ruskonsulent/).first()).toBeVisible();
  await page.locator('details').click();
  await expect(page.getByText('Kan ikke rettes fordi registeret er borte')).toBeVisible();
  await page.goto('/kartlegging/sor-2024/kvalitet');
  await expect(page.locator('#k4227').getByText('☎')).toBeVisible();
  await expect(page.locator('#k4227 a[href$="felt=cases_handled"]')).toContainText('*▲');
});

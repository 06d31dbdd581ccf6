import type { BrowserContext, Locator, Page } from '@playwright/test';
import { messagesIn } from '#lib/i18n/messages.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { field, fillAnswer, postAnswer, sendAnswer, threeCases } from '../support/answer-form.ts';
import { silentMunicipalities } from '../support/hand-count.ts';
import type { SignedIn } from '../support/seeded-store.ts';
import { expect, signIn, test, type Server } from '../support/server.ts';
import { figure, spaced } from '../support/statistics-page.ts';

const nb = messagesIn('nb');
const { setup, questions, followUp, quality, answering, colleagues, drafting, statistics, round: desk } = nb;
type Municipality = (typeof silentMunicipalities)[number];
/** One of each kind: answers for itself and another, is answered for, drafts with a colleague, gets time, is reminded. */
const [host, covered, drafter, late, silent] = silentMunicipalities as [
  Municipality,
  Municipality,
  Municipality,
  Municipality,
  Municipality
];
const sor = { round: '/kartlegging/sor-2025', statistics: '/statistikk/sor/2025', expected: 66 };
const midt = { round: '/kartlegging/midt-2024', statistics: '/statistikk/midt/2024', expected: 38 };
const ownQuestion = 'Hvor mange møter har enheten hatt?';
const daysAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const emailOf = ({ number }: Municipality) => `kontakt@${number}.example`;

test.use({ store: 'own' });

/** Opens a round that lies ahead at once: its opening is moved back to before today. */
async function openAtOnce(page: Page) {
  await page.locator('[id="opensAt.day"]').fill(daysAhead(-2));
  await page.getByRole('button', { name: setup.save }).click();
  await expect(page.getByText(setup.opening.opensAtOnce)).toBeVisible();
  await page.getByRole('button', { name: setup.opening.submit }).click();
  await expect(page.locator('[data-count]')).toBeVisible();
}

async function addOwnQuestion(page: Page) {
  for (const language of ['nb', 'nn', 'en'] as const) {
    const name = questions.languages[language];
    await page.getByLabel(questions.inLanguage(questions.text, name)).fill(ownQuestion);
    await page.getByLabel(questions.inLanguage(questions.definition, name)).fill('Møter i perioden.');
  }
  await page.getByLabel(questions.type).selectOption('count');
  await page.getByRole('button', { name: questions.save }).click();
  await expect(page.getByText(questions.saved(ownQuestion))).toBeVisible();
}

async function writeContact(page: Page, municipality: Municipality) {
  await page.goto(`${sor.round}/${municipality.number}`);
  await page.getByLabel(nb.contact.name).fill(`Kari i ${municipality.name}`);
  await page.getByLabel(nb.contact.email).fill(emailOf(municipality));
  await page.getByRole('button', { name: nb.contact.adviser.submit }).click();
  await expect(page.getByRole('status').filter({ hasText: emailOf(municipality) })).toBeVisible();
}

async function addStep(page: Page, kind: keyof typeof followUp.kinds) {
  await page.getByLabel(followUp.plan.kind).selectOption(kind);
  await page.getByLabel(followUp.plan.day).fill(daysAhead(0));
  await page.getByRole('button', { name: followUp.plan.submit }).click();
  await expect(page.getByText(followUp.plan.added)).toBeVisible();
}

/** The link in the newest mail with this text, as whoever got it would follow it. */
async function linkInMail(page: Page, text: string | RegExp): Promise<string> {
  await page.goto('/utboks');
  const mail = page.locator('article', { hasText: text }).first();
  return (await mail.getByRole('link').getAttribute('href')) ?? '';
}

/** Answers and cases received on the page of statistics, with its n of N, to whoever looks. */
async function totals(page: Page, { statistics: address }: { statistics: string }) {
  await page.goto(address);
  const base = page.locator('[data-figure="cases_received"] .base-chip').first();
  return [
    await figure(page, 'answered').innerText(),
    await figure(page, 'cases_received').innerText(),
    spaced(await base.textContent())
  ];
}

/** What the preview of a letter says of those who do not get it: the municipalities by reason. */
function hindered(page: Page, why: keyof typeof followUp.hindrance, count: number): Locator {
  return page.getByRole('row', { name: `${followUp.hindrance[why]} (${count})` });
}

async function statuses(context: BrowserContext, addresses: readonly string[]) {
  const { request } = context;
  return Promise.all(addresses.map(async (address) => (await request.get(address, { maxRedirects: 0 })).status()));
}

async function expectHidden(context: BrowserContext, addresses: readonly string[]) {
  expect(await statuses(context, addresses)).toEqual(addresses.map(() => 404));
}

test('a whole round in one region, while another region runs its own', async ({
  page,
  context,
  openContext,
  server
}) => {
  test.setTimeout(300_000); // half a minute alone, and some minutes beside much else
  const enter = async (who?: SignedIn) => {
    const entered = await openContext();
    if (who) await signIn(entered, server, who);
    return { context: entered, page: await entered.newPage() };
  };
  await signIn(context, server, 'adviser');
  const neighbour = await enter('midt');
  const visitor = await enter();

  await test.step('the round is made from the last, gets a question, is tried and opened', async () => {
    await page.goto('/kartlegging/ny');
    await page.getByRole('button', { name: setup.make.submit('Region Sør 2025') }).click();
    await expect(page.getByText(setup.expectedTitle(sor.expected))).toBeVisible();
    await page.getByRole('link', { name: setup.links.questions, exact: true }).click();
    await addOwnQuestion(page);
    await page.getByRole('link', { name: setup.links.dryRun, exact: true }).click();
    await page.getByRole('button', { name: setup.dryRun.submit }).click();
    await expect(page.getByText(setup.dryRun.accepted(sor.expected, sor.expected))).toBeVisible({ timeout: 30_000 });
    const prepared = ['', '/oppsett', '/sporsmal', '/proving'].map((part) => sor.round + part);
    await expectHidden(neighbour.context, [...prepared, sor.statistics]);
    await expectHidden(visitor.context, [sor.statistics]);
    await page.getByRole('link', { name: setup.links.setup }).click();
    await openAtOnce(page);
  });

  // Nobody of 66 has answered.
  const count = page.locator('[data-count]');
  await expect(count).toHaveText(desk.answeredOf(0, sor.expected));
  expect(await totals(visitor.page, sor)).toEqual(['0', statistics.noFigure, '0 av 66 kommuner']);

  const hall = await context.newPage();
  await test.step('contacts are written, and one of them is invited', async () => {
    for (const one of [host, covered, late, silent]) await writeContact(hall, one);
    await hall.goto(`${sor.round}/oppfolging/plan`);
    await addStep(hall, 'invitation');
    await hall.goto(`${sor.round}/oppfolging`);
    await expect(hall.locator('[data-count]')).toHaveText(followUp.found(66, 66));
    await hall.getByLabel(followUp.chooseOne(host.name), { exact: true }).check();
    await hall.getByRole('button', { name: followUp.bulk.preview }).click();
    await expect(hall.getByRole('heading', { name: followUp.sending.to(1) })).toBeVisible();
    await hall.getByRole('button', { name: followUp.sending.submit(1) }).click();
    await expect(hall.getByText(followUp.plan.queuedNow(1))).toBeVisible();
  });

  const hostLink = await linkInMail(hall, `${host.name} kan svare nå`);
  const respondent = await enter();
  await test.step('the invited one answers for itself and another, and the open page of the adviser counts', async () => {
    await respondent.page.goto(hostLink);
    await fillAnswer(respondent.page, threeCases);
    await respondent.page.getByLabel(ownQuestion).fill('7');
    await respondent.page.locator('summary', { hasText: nb.coverage.form.title }).click();
    await respondent.page.getByRole('radio', { name: nb.coverage.form.whole }).check();
    await respondent.page.getByRole('checkbox', { name: covered.name, exact: true }).check();
    await sendAnswer(respondent.page, 'Kari Nordmann');
    await expect(respondent.page.getByRole('heading', { name: nb.answer.receipt.title })).toBeVisible();
    // The host and the one it answers for: 2 of 66.
    await expect(count).toHaveText(desk.answeredOf(2, sor.expected));
  });

  await test.step('a colleague fills in a field, and the one who was asked sends', async () => {
    const link = server.answerLink(drafter.number, 'sor-2025');
    await respondent.page.goto(link);
    await fillAnswer(respondent.page, { ...threeCases, cases_handled: '' });
    await respondent.page.getByRole('link', { name: colleagues.invite }).click();
    await expect(respondent.page.getByRole('heading', { name: colleagues.title(drafter.name) })).toBeVisible();
    await respondent.page.getByLabel(nb.contact.name).fill('Ola Hansen');
    await respondent.page.getByLabel(nb.contact.email).fill('ola@kommunen.example');
    await respondent.page.getByRole('button', { name: colleagues.submit }).click();
    await expect(respondent.page.getByText(colleagues.done('Ola Hansen', 'ola@kommunen.example'))).toBeVisible();
    const colleague = await enter();
    await colleague.page.goto(await linkInMail(visitor.page, 'ola@kommunen.example'));
    await expect(field(colleague.page, 'cases_received')).toHaveValue('3');
    await expect(colleague.page.getByRole('button', { name: nb.answer.submit })).toHaveCount(0);
    await respondent.page.goto(link);
    await field(colleague.page, 'cases_handled').fill('2');
    await expect(respondent.page.locator('[data-note="cases_handled"]')).toContainText(drafting.writing('Ola Hansen'));
    await expect(field(respondent.page, 'cases_handled')).toHaveValue('2');
    await sendAnswer(respondent.page, 'Anne Nordmann');
    await expect(respondent.page.getByRole('heading', { name: nb.answer.receipt.title })).toBeVisible();
    await expect(count).toHaveText(desk.answeredOf(3, sor.expected));
    await colleague.context.close();
  });

  await test.step('one gets more time, and the reminder reaches nobody but the silent one', async () => {
    const lastDay = daysAhead(365 + 80);
    await hall.goto(`${sor.round}/${late.number}`);
    await hall.getByLabel(setup.extension.until).fill(lastDay);
    await hall.getByLabel(setup.extension.reason).fill('Ny medarbeider begynner');
    await hall.getByRole('button', { name: setup.extension.give }).click();
    await expect(hall.getByText(setup.extension.given(formatDate(lastDay, 'nb')))).toBeVisible();
    await hall.goto(`${sor.round}/oppfolging/plan`);
    await addStep(hall, 'reminder');
    const reminder = hall.getByRole('row', { name: followUp.kinds.reminder });
    await reminder.getByRole('link', { name: followUp.plan.events.send }).click();
    // 66 is 55 who get it, 2 who answered, 1 covered, 1 with more time and 7 without an address.
    await expect(hall.getByRole('heading', { name: followUp.sending.to(55) })).toBeVisible();
    await expect(hall.getByText(emailOf(silent))).toBeVisible();
    await expect(hindered(hall, 'answered', 2)).toContainText(`${host.name}, ${drafter.name}`);
    await expect(hindered(hall, 'covered', 1)).toContainText(covered.name);
    await expect(hindered(hall, 'extended', 1)).toContainText(`${late.name} (${formatDate(lastDay, 'nb')})`);
    await expect(hindered(hall, 'no_address', 7)).toBeVisible();
    await hall.getByRole('button', { name: followUp.sending.submit(55) }).click();
    await expect(hall.getByText(followUp.plan.queuedNow(55))).toBeVisible();
    const reminded = async ({ number }: Municipality) => {
      await hall.goto(`${sor.round}/oppfolging/${number}`);
      await expect(hall.getByRole('heading', { name: followUp.town.letters })).toBeVisible();
      return hall.getByRole('cell', { name: followUp.kinds.reminder, exact: true }).count();
    };
    expect(await reminded(silent)).toBe(1);
    for (const other of [host, covered, drafter, late]) expect(await reminded(other)).toBe(0);
  });

  await test.step('a figure is asked about, corrected with a reason and accepted', async () => {
    await hall.goto(`${sor.round}/kvalitet/${host.number}?felt=cases_received`);
    await hall.getByLabel(quality.cell.askLabel).fill('Er begge kommunene med?');
    await hall.getByRole('button', { name: quality.cell.ask }).click();
    await expect(hall.getByText(quality.states.asked)).toBeVisible();
    await respondent.page.goto(await linkInMail(visitor.page, quality.mail.asked.subject(host.name)));
    await respondent.page.getByRole('link', { name: quality.own.correct }).click();
    await expect(respondent.page.getByText('Er begge kommunene med?')).toBeVisible();
    await field(respondent.page, 'cases_received').fill('2');
    await sendAnswer(respondent.page, 'Kari Nordmann', { again: true });
    await expect(respondent.page.getByRole('heading', { name: nb.answer.receipt.title })).toBeVisible();
    await hall.goto(`${sor.round}/${host.number}`);
    await hall.getByText(desk.report.versionNumber(2)).click();
    await expect(hall.getByText(`${answering.versions.reason}: Rettet etter en ny telling`)).toBeVisible();
    await expect(hall.locator('[data-covers]')).toContainText(covered.name);
    await hall.goto(`${sor.round}/kvalitet/${host.number}?felt=cases_received`);
    await expect(hall.getByText(quality.states.corrected)).toBeVisible();
    await hall.getByRole('button', { name: quality.cell.accept }).click();
    await expect(hall.getByText(/^Godtatt av/)).toBeVisible();
  });

  // The correction changes no count: 3 of 66, and 2 for the host with the other and 3 for the drafter.
  await expect(count).toHaveText(desk.answeredOf(3, sor.expected));
  expect(await totals(hall, sor)).toEqual(['3', '5', '3 av 66 kommuner']);
  const dataset = /\/datasett\/sor-2025\/region\/\w+\.arrow/.exec(await hall.content())?.[0] ?? '';
  expect(await statuses(context, [dataset])).toEqual([200]);
  expect(await totals(visitor.page, sor)).toEqual(['3', statistics.withheld, '3 av 66 kommuner']);

  await test.step('nobody else sees an answer', async () => {
    const governor = await enter('governor');
    const administrator = await enter('administrator');
    const parts = ['', '/hendelser', '/oppfolging', '/oppfolging/ringeliste.csv', '/kvalitet', `/${host.number}`];
    const followed = [...parts.map((part) => sor.round + part), dataset];
    for (const other of [neighbour, governor, administrator]) await expectHidden(other.context, followed);
    expect(await totals(governor.page, sor)).toEqual(['3', statistics.withheld, '3 av 66 kommuner']);
    expect(await totals(administrator.page, sor)).toEqual(['3', statistics.withheld, '3 av 66 kommuner']);
  });

  await runOther(neighbour.page, server);
  // 3 of 38 with 3 cases each: shown to the region's own adviser, and to others when the round is frozen.
  expect(await totals(neighbour.page, midt)).toEqual(['3', '9', '3 av 38 kommuner']);
  expect(await totals(visitor.page, midt)).toEqual(['3', statistics.withheld, '3 av 38 kommuner']);
  await expect(visitor.page.getByText(statistics.notYetReason).first()).toBeVisible();
  await expectHidden(context, [midt.round, `${midt.round}/kvalitet`]);
  expect(await totals(hall, sor)).toEqual(['3', '5', '3 av 66 kommuner']);
  await expect(count).toHaveText(desk.answeredOf(3, sor.expected));
});

/** The neighbour's round: made from its last, opened, and answered by three. */
async function runOther(page: Page, server: Server) {
  await page.goto('/kartlegging/ny');
  await page.getByRole('button', { name: setup.make.submit('Trøndelag 2024') }).click();
  await expect(page.getByText(setup.expectedTitle(midt.expected))).toBeVisible();
  await openAtOnce(page);
  for (const number of ['5006', '5028', '5037']) {
    const { status } = await postAnswer(server.answerLink(number, 'midt-2024'), threeCases, 'Ola Nordmann');
    expect(status).toBe(303);
  }
  await expect(page.locator('[data-count]')).toHaveText(desk.answeredOf(3, midt.expected));
}

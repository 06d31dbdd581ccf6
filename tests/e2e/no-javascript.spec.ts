import { checkSentence } from '#lib/domain/check.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { facts, field, fillAnswer, questionnaire, sendAnswer, threeCases } from '../support/answer-form.ts';
import { silentMunicipalities, surveyRows } from '../support/hand-count.ts';
import { expect, signIn, test } from '../support/server.ts';
import { figure, filterControl, statisticsPath } from '../support/statistics-page.ts';

const { answer, answering, round, signIn: words, statistics } = messagesIn('nb');
const [silent, another, third, fourth] = silentMunicipalities;

test.use({ javaScriptEnabled: false });

test.describe('answering without scripts', () => {
  test.use({ store: 'file' });

  test('an error keeps what was typed, is put right, and the receipt follows', async ({ page, server }) => {
    if (!silent) throw new Error('nobody is silent');
    await page.goto(statisticsPath);
    const before = Number(await figure(page, 'cases_received').textContent());
    await page.goto(server.answerLink(silent.number));
    await fillAnswer(page, { ...threeCases, cases_received: 'tre', web_address: 'kommunen' });
    await sendAnswer(page, 'Kari Nordmann');

    await expect(page.getByRole('heading', { name: answer.problems(2) })).toBeVisible();
    const received = questionnaire.questions.find(({ key }) => key === 'cases_received')?.text.nb ?? '';
    const sentence = answer.problem.not_whole_number(received, 'tre');
    await expect(page.getByRole('link', { name: sentence })).toHaveAttribute('href', '#cases_received');
    await expect(field(page, 'cases_received')).toHaveValue('tre');
    await expect(field(page, 'cases_received')).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page, 'cases_handled')).toHaveValue('2');
    await expect(field(page, 'cases_under_18')).toHaveValue('1');
    await expect(field(page, 'web_address')).toHaveValue('kommunen');
    await expect(page.getByLabel(answer.name)).toHaveValue('Kari Nordmann');
    await expect(page.getByRole('radio', { name: 'Rusfaglig forum' })).toBeChecked();

    await fillAnswer(page, { cases_received: '3', web_address: facts.web_address ?? '' });
    await sendAnswer(page, 'Kari Nordmann');
    await expect(page.getByRole('heading', { name: answer.receipt.title })).toBeVisible();
    await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await page.goto(statisticsPath);
    await expect(figure(page, 'cases_received')).toHaveText(String(before + 3));
  });

  test('a draft is saved and taken up again by a colleague', async ({ page, openContext, server }) => {
    if (!third) throw new Error('nobody is silent');
    await page.goto(statisticsPath);
    const before = (await figure(page, 'cases_received').textContent()) ?? '';
    const link = server.answerLink(third.number);
    await page.goto(link);
    await fillAnswer(page, { any_cases: 'yes', cases_received: '12', web_info: 'planned', web_month: 'snart' });
    await page.getByRole('button', { name: answer.saveDraft }).click();

    const colleague = await (await openContext({ javaScriptEnabled: false })).newPage();
    await colleague.goto(link);
    await expect(field(colleague, 'cases_received')).toHaveValue('12');
    await expect(field(colleague, 'web_month')).toHaveValue('snart');
    await expect(colleague.getByRole('radio', { name: questionnaire.gate.yes.nb, exact: true }).first()).toBeChecked();
    await colleague.goto(statisticsPath);
    await expect(figure(colleague, 'cases_received')).toHaveText(before);
  });

  test('an unusual answer is asked about once, and sent with its reason', async ({ page, context, server }) => {
    if (!another) throw new Error('nobody is silent');
    await page.goto(server.answerLink(another.number));
    await fillAnswer(page, { ...threeCases, cases_received: '4', cases_handled: '0', cases_under_18: '4' });
    await sendAnswer(page, 'Kari Nordmann');
    await expect(page.getByRole('heading', { name: answer.softTitle })).toBeVisible();
    await expect(field(page, 'cases_received')).toHaveValue('4');
    const question = page.getByRole('group', { name: softQuestion('none_handled', { left: 0, right: 4 }) });
    await question.getByLabel(answering.soft.why).selectOption(answering.reasons.right);
    await question.getByLabel(answer.softReason).fill('De er innkalt i neste måned');
    await page.getByRole('button', { name: answer.softSubmit }).click();
    await expect(page.getByRole('heading', { name: answer.receipt.title })).toBeVisible();

    await signIn(context, server);
    await page.goto(`/kartlegging/sor-2024/${another.number}`);
    await expect(page.getByRole('heading', { name: round.report.title(another.name) })).toBeVisible();
    expect(await page.content()).toContain('De er innkalt i neste måned');
  });

  test('the adviser signs in with the link in the mail and gets an answer link', async ({ page, server }) => {
    if (!fourth) throw new Error('nobody is silent');
    await page.goto('/logg-inn');
    await page.getByLabel(words.email).fill('ikke en adresse');
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByText(words.invalid('ikke en adresse'))).toBeVisible();
    await expect(page.getByLabel(words.email)).toHaveValue('ikke en adresse');
    await page.getByLabel(words.email).fill('sor@korus.example');
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('link', { name: words.openOutbox }).click();
    await page.getByRole('link', { name: '/logg-inn/' }).first().click();
    await page.getByRole('main').getByRole('button', { name: words.confirm }).click();
    await expect(page.getByText(new RegExp(round.answeredOf(0, 66).replace('0', '\\d+')))).toBeVisible();

    await page.getByRole('button', { name: `${round.showLink}: ${fourth.name}` }).click();
    await expect(page.getByLabel(round.linkFor(fourth.name))).toHaveValue(server.answerLink(fourth.number));
  });
});

test('the statistics are filtered by the form', async ({ page }) => {
  await page.goto(statisticsPath);
  await filterControl(page, 'fylke').selectOption('42');
  await page.getByRole('button', { name: statistics.show, exact: true }).click();
  await expect(page).toHaveURL(/fylke=42/);
  const agder = surveyRows.filter((row) => row.county === 'Agder');
  const answered = agder.filter((row) => row.response_status === 'svart').length;
  await expect(page.locator('[data-figure="answered"]')).toContainText(statistics.base(answered, agder.length));
  await expect(page.locator('#figurer svg').first()).toBeVisible();
});

test('the language is changed and kept', async ({ page }) => {
  await page.goto(statisticsPath);
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await expect(page).toHaveURL(new RegExp(`${statisticsPath}$`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
});

function softQuestion(id: string, numbers: { left: number; right: number }) {
  const check = questionnaire.checks.find((candidate) => candidate.id === id);
  return checkSentence(check?.text.nb ?? id, numbers);
}

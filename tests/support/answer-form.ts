import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { Language } from '#lib/domain/language.ts';
import { questionOf, type Questionnaire } from '#lib/domain/questionnaire.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

export const questionnaire = JSON.parse(readFileSync('data/questionnaires/rer-core-v1.json', 'utf8')) as Questionnaire;

/** What a municipality types, by question; choices by the id of the option. */
export type Typed = Record<string, string>;

export const facts: Typed = {
  organised_under: 'mental_health_and_substance_use',
  responsibility: 'professional_forum',
  web_info: 'yes',
  web_address: 'https://www.kommunen.example/rus'
};
export const threeCases: Typed = {
  any_cases: 'yes',
  cases_received: '3',
  cases_handled: '2',
  cases_under_18: '1',
  ...facts
};
export const noCases: Typed = { any_cases: 'none', ...facts };

/** Fills the form in as a person does: by the labels of the fields. */
export async function fillAnswer(page: Page, typed: Typed, language: Language = 'nb') {
  for (const [key, value] of Object.entries(typed)) {
    const choice = choiceLabel(key, value, language);
    if (choice) await radio(page, choice.legend, choice.label).check();
    else await field(page, key, language).fill(value);
  }
}

/** Names the sender, confirms and sends. */
export async function sendAnswer(page: Page, name: string, { again = false, language = 'nb' as Language } = {}) {
  const { answer: text, answering } = messagesIn(language);
  if (again) await page.getByLabel(answering.sender.change).fill('Rettet etter en ny telling');
  await page.getByLabel(text.name).fill(name);
  await page.getByLabel(text.confirm).check();
  await page.getByRole('button', { name: again ? text.submitAgain : text.submit }).click();
}

/** The field of a question that is typed in. */
export function field(page: Page, key: string, language: Language = 'nb'): Locator {
  return page.getByRole('textbox', { name: questionOf(questionnaire, key).text[language] });
}

/** Sends an answer over HTTP as a browser without scripts does; resolves to the status and, when accepted, the receipt. */
export async function postAnswer(link: string, typed: Typed, name: string) {
  const { document } = parseHTML(await (await fetch(link)).text());
  const form = document.querySelector('main form') ?? document.body;
  const body = new URLSearchParams(typed);
  for (const hidden of form.querySelectorAll('input[type=hidden]')) {
    body.set(hidden.getAttribute('name') ?? '', hidden.getAttribute('value') ?? '');
  }
  body.set('name', name);
  body.set('confirm', 'yes');
  body.set('change', 'Rettet etter en ny telling');
  const response = await fetch(`${link}?/send`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: new URL(link).origin, accept: 'text/html' }
  });
  await response.arrayBuffer();
  return { status: response.status, receipt: response.headers.get('location') };
}

function choiceLabel(key: string, value: string, language: Language) {
  const { gate } = questionnaire;
  if (key === gate.key) return { legend: gate.text[language], label: gate[value as 'yes' | 'none'][language] };
  const question = questionOf(questionnaire, key);
  const option = question.options?.find(({ id }) => id === value);
  return option && { legend: question.text[language], label: option.text[language] };
}

function radio(page: Page, legend: string, label: string): Locator {
  return page.getByRole('group', { name: legend }).getByRole('radio', { name: label, exact: true });
}

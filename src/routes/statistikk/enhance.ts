import { Sources, type EngineName } from './sources.ts';

const form = element('filter') as HTMLFormElement;
const figures = element('figurer');
const status = element('motor');
const reset = element('alt') as HTMLAnchorElement;
const csv = element('csv') as HTMLAnchorElement;
const heading = document.querySelector('h1')?.textContent ?? '';
const words = JSON.parse(form.dataset.engine ?? '{}') as Record<EngineName | 'failed' | 'unreachable', string>;
const sources = new Sources(form.dataset.states ?? '', form.dataset.dataset ?? '');
let question = new AbortController();
let isCutOff = false;

form.addEventListener('change', () => void ask());
form.addEventListener('submit', (event) => {
  if (isCutOff) return;
  event.preventDefault();
  void ask();
});
reset.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  for (const control of controls()) control.value = '';
  controls()[0]?.focus();
  void ask();
});
addEventListener('popstate', () => {
  const address = new URLSearchParams(location.search);
  for (const control of controls()) control.value = address.get(control.name) ?? '';
  if (controls().some((control) => control.selectedIndex < 0)) location.reload();
  else void show(chosen());
});
for (const intent of ['pointerenter', 'focusin', 'touchstart'] as const) {
  form.addEventListener(intent, () => void sources.prepare(), { once: true, passive: true });
}
for (const link of document.querySelectorAll<HTMLAnchorElement>('.other-rounds a')) {
  link.addEventListener('pointerenter', () => prefetch(link.href), { once: true });
}
whenIdle(() => void startEngine());

/** Shows what the form says, and puts it in the address. */
async function ask(): Promise<void> {
  const address = chosen();
  history.pushState(null, '', addressOf(address));
  await show(address);
}

/** Shows a view; an answer that has been overtaken is dropped. */
async function show(address: URLSearchParams): Promise<void> {
  question.abort();
  question = new AbortController();
  const { signal } = question;
  try {
    const answer = await sources.answer(address, signal);
    if (signal.aborted) return;
    put(answer.html, address);
    say(answer.engine);
    isCutOff = false;
  } catch (error) {
    if (signal.aborted) return;
    isCutOff = true;
    status.textContent = words.unreachable;
    reportError(error);
  }
}

function put(html: string, address: URLSearchParams): void {
  figures.innerHTML = html;
  reset.hidden = address.size === 0;
  csv.search = address.toString();
  document.title = `${heading} – ${figures.querySelector('h2')?.firstChild?.textContent?.trim()} – Regionspeil`;
  for (const alert of document.querySelectorAll('[data-unknown]')) alert.remove();
}

function say(engine: EngineName): void {
  status.textContent = `${figures.querySelector('[data-count]')?.textContent}. ${words[engine]}`;
}

function addressOf(address: URLSearchParams): string {
  return address.size === 0 ? location.pathname : `?${address}`;
}

function chosen(): URLSearchParams {
  return new URLSearchParams(controls().flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])));
}

function controls(): HTMLSelectElement[] {
  return [...form.querySelectorAll('select')];
}

async function startEngine(): Promise<void> {
  form.dataset.ready = await sources.startBrowser();
  if (form.dataset.ready === 'failed') status.textContent = words.failed;
}

function prefetch(href: string): void {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href }));
}

function whenIdle(work: () => void): void {
  const later = () =>
    'requestIdleCallback' in window ? requestIdleCallback(work, { timeout: 5000 }) : setTimeout(work, 1500);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element: ${id}`);
  return found;
}

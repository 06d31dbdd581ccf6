import { filterAddress, isPrepared, parseFilter, type Filter } from '#lib/domain/filter.ts';
import type { Scene } from '#lib/ui/statistics/scene.ts';

type EngineName = 'server' | 'prepared' | 'browser' | 'starting' | 'failed';
type Prepared = { states: Record<string, string>; scene: Scene };
type BrowserView = (filter: Filter) => Promise<string>;

const form = element('filter') as HTMLFormElement;
const figures = element('figurer');
const status = element('motor');
const words = JSON.parse(form.dataset.engine ?? '{}') as Record<EngineName, string>;
let prepared: Promise<Prepared> | null = null;
let browserView: BrowserView | null = null;
let asked = 0;

form.addEventListener('change', () => void show(true));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void show(true);
});
for (const intent of ['pointerenter', 'focusin', 'touchstart'] as const) {
  form.addEventListener(intent, () => void preparedStates(), { once: true, passive: true });
}
addEventListener('popstate', () => {
  const parameters = new URLSearchParams(location.search);
  for (const control of form.querySelectorAll('select')) control.value = parameters.get(control.name) ?? '';
  void show(false);
});
whenIdle(() => void startBrowserEngine());

/** Answers the form from the quickest source that is ready; an answer that has been overtaken is dropped. */
async function show(isNew: boolean): Promise<void> {
  asked += 1;
  const mine = asked;
  const parameters = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const { scene, states } = await preparedStates();
  const { filter } = parseFilter(
    parameters,
    scene.questionnaire,
    scene.counties.map(({ number }) => number)
  );
  const address = filterAddress(filter);
  const search = address === '' ? location.pathname : `?${address}`;
  if (isNew) history.pushState(null, '', search);
  const state = isPrepared(filter) ? states[filter.county ?? ''] : undefined;
  const answer = state ? { html: state, engine: 'prepared' as const } : await computed(filter, search);
  if (mine !== asked) return;
  figures.innerHTML = answer.html;
  status.textContent = words[answer.engine];
  const csv = document.querySelector<HTMLAnchorElement>('#csv');
  if (csv) csv.search = address;
}

async function computed(filter: Filter, search: string): Promise<{ html: string; engine: EngineName }> {
  if (browserView) return { html: await browserView(filter), engine: 'browser' };
  const response = await fetch(new URL(search, location.href));
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { html: page.getElementById('figurer')?.innerHTML ?? '', engine: 'server' };
}

function preparedStates(): Promise<Prepared> {
  prepared ??= fetch(form.dataset.states ?? '')
    .then((response) => response.json() as Promise<Prepared>)
    .catch((error: unknown) => {
      prepared = null;
      throw error;
    });
  return prepared;
}

async function startBrowserEngine(): Promise<void> {
  if (isSpared()) return;
  const { scene } = await preparedStates();
  try {
    const { openBrowserView } = await import('./browser-view.ts');
    browserView = await openBrowserView(form.dataset.dataset ?? '', scene);
    form.dataset.ready = 'browser';
  } catch (error) {
    form.dataset.ready = 'failed';
    status.textContent = words.failed;
    reportError(error);
  }
}

/** Readers who save data or have little memory keep the server as their engine. */
function isSpared(): boolean {
  const device = navigator as Navigator & { connection?: { saveData?: boolean }; deviceMemory?: number };
  return device.connection?.saveData === true || (device.deviceMemory ?? 8) < 2 || typeof WebAssembly !== 'object';
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

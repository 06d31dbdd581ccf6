import { pushState } from '$app/navigation';
import type { AnalysisScreen } from '#lib/ui/analysis/screen.ts';
import type { BenchData, BrowserAnswer, BrowserBench } from './browser-bench.ts';
import { askServer } from './server-question.ts';

/** Where answers are shown: the pictures that stand beside the view now, and how the next screen takes its place. */
type Stage = { shown: () => AnalysisScreen['linked']; show: (screen: AnalysisScreen) => void };

/** Who answers the page's questions: the browser's own engine once it is up, until then and failing that the server. */
export class Bench {
  /** Who answered last, or that the browser's engine did not come up. */
  engine = $state<'server' | 'browser' | 'failed'>('server');
  /** Whether the browser's engine answers the next question. */
  isReady = $state(false);
  private browser: BrowserBench | null = null;
  private question = new AbortController();

  /** Starts the browser's engine when the page is idle; gives back how to end it. */
  start(data: BenchData): () => void {
    const ending = new AbortController();
    if (!isSpared()) whenIdle(() => void this.open(data, ending.signal));
    return () => {
      ending.abort();
      this.question.abort();
      this.isReady = false;
      void this.browser?.close();
      this.browser = null;
    };
  }

  /** Shows a choice from the browser, with its address put in the bar, unless the server is asked instead. */
  async ask(address: string, path: string, stage: Stage): Promise<void> {
    const answer = await this.answer(address);
    if (answer === 'overtaken') return;
    if (answer) {
      const chosen = answer.main.address;
      // eslint-disable-next-line svelte/no-navigation-without-resolve -- the page's own path, already resolved
      pushState(chosen === '' ? path : `${path}?${chosen}`, { analysis: chosen });
      this.engine = 'browser';
      return this.play(answer, stage);
    }
    if (this.engine === 'browser') this.engine = 'server';
    await askServer(address, path);
  }

  /** Shows an address that is in the bar already, unless the server is asked instead. */
  async show(address: string, path: string, stage: Stage): Promise<void> {
    const answer = await this.answer(address);
    if (answer === 'overtaken') return;
    if (answer) return this.play(answer, stage);
    await askServer(address, path, { replaceState: true });
  }

  /** The view first, with the pictures that stood beside the last one, and those of its own when it is painted. */
  private async play({ main, drawBeside }: BrowserAnswer, { shown, show }: Stage): Promise<void> {
    const { signal } = this.question;
    show({ ...main, linked: shown() });
    await painted();
    if (signal.aborted) return;
    try {
      const linked = await drawBeside();
      if (!signal.aborted) show({ ...main, linked });
    } catch (error) {
      if (!signal.aborted) reportError(error);
    }
  }

  private async answer(address: string): Promise<BrowserAnswer | 'overtaken' | null> {
    this.question.abort();
    this.question = new AbortController();
    const { signal } = this.question;
    try {
      const answer = (await this.browser?.answer(address, signal)) ?? null;
      return signal.aborted ? 'overtaken' : answer;
    } catch (error) {
      if (signal.aborted) return 'overtaken';
      reportError(error);
      return null;
    }
  }

  private async open(data: BenchData, ending: AbortSignal): Promise<void> {
    try {
      const { BrowserBench: Opened } = await import('./browser-bench.ts');
      if (ending.aborted) return;
      const browser = await Opened.open(data);
      if (ending.aborted) return await browser.close();
      this.browser = browser;
      this.isReady = true;
    } catch (error) {
      if (ending.aborted) return;
      this.engine = 'failed';
      reportError(error);
    }
  }
}

/** Readers who save data or have little memory keep the server as their engine. */
function isSpared(): boolean {
  const device = navigator as Navigator & { connection?: { saveData?: boolean }; deviceMemory?: number };
  return device.connection?.saveData === true || (device.deviceMemory ?? 8) < 2 || typeof WebAssembly !== 'object';
}

/** Until what was shown has been drawn on the screen. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1500);
}

import { pushState } from '$app/navigation';
import type { AnalysisScreen } from '#lib/ui/analysis/screen.ts';
import type { BenchData, BrowserBench } from './browser-bench.ts';
import { askServer } from './server-question.ts';

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

  /** The screen of a choice from the browser, with its address put in the bar; null when the server was asked instead. */
  async ask(address: string, path: string): Promise<AnalysisScreen | null> {
    const screen = await this.answer(address);
    if (screen === 'overtaken') return null;
    if (screen) {
      // eslint-disable-next-line svelte/no-navigation-without-resolve -- the page's own path, already resolved
      pushState(screen.address === '' ? path : `${path}?${screen.address}`, { analysis: screen.address });
      this.engine = 'browser';
      return screen;
    }
    if (this.engine === 'browser') this.engine = 'server';
    await askServer(address, path);
    return null;
  }

  /** The screen of an address that is in the bar already; null when the server was asked instead. */
  async show(address: string, path: string): Promise<AnalysisScreen | null> {
    const screen = await this.answer(address);
    if (screen === 'overtaken') return null;
    if (screen === null) await askServer(address, path, { replaceState: true });
    return screen;
  }

  private async answer(address: string): Promise<AnalysisScreen | 'overtaken' | null> {
    this.question.abort();
    this.question = new AbortController();
    const { signal } = this.question;
    try {
      const screen = (await this.browser?.answer(address, signal)) ?? null;
      return signal.aborted ? 'overtaken' : screen;
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

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1500);
}

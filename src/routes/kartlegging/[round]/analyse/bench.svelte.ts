import { untrack } from 'svelte';
import { pushState } from '$app/navigation';
import { page } from '$app/state';
import type { BenchData, BrowserAnswer, BrowserBench } from './browser-bench.ts';
import { askServer } from './server-question.ts';

/** What the server answered, where its page is, and what the browser has to answer from. */
type Given<Screen> = { screen: Screen; path: string; data: BenchData };
/** Fetches what the browser needs to answer; gives back how to start it. */
type Loading<Screen> = () => Promise<(data: BenchData) => Promise<BrowserBench<Screen>>>;

/**
 * The screen of a page whose choices stand in the address, and who answers its questions: the browser's own engine once it
 * is up, until then and failing that the server.
 */
export class Bench<Screen extends { address: string }> {
  /** Who answered last, or that the browser's engine did not come up. */
  engine = $state<'server' | 'browser' | 'failed'>('server');
  /** Whether the browser's engine answers the next question. */
  isReady = $state(false);
  screen: Screen = $derived.by(() => this.given().screen);
  private readonly given: () => Given<Screen>;
  private readonly loading: Loading<Screen>;
  private browser: BrowserBench<Screen> | null = null;
  private question = new AbortController();

  /** Made while a component starts, and ended with it. */
  constructor(loading: Loading<Screen>, given: () => Given<Screen>) {
    this.loading = loading;
    this.given = given;
    $effect(() => this.start(given().data));
    // Back and forward between screens that the browser answered.
    $effect(() => {
      const wanted = page.state.analysis ?? given().screen.address;
      untrack(() => {
        if (wanted !== this.screen.address) void this.show(wanted);
      });
    });
  }

  /** Shows a choice from the browser, with its address put in the bar, unless the server is asked instead. */
  async ask(address: string): Promise<void> {
    const { path } = this.given();
    const answer = await this.answer(address);
    if (answer === 'overtaken') return;
    if (answer) {
      const chosen = answer.address;
      // eslint-disable-next-line svelte/no-navigation-without-resolve -- the page's own path, already resolved
      pushState(chosen === '' ? path : `${path}?${chosen}`, { analysis: chosen });
      this.engine = 'browser';
      return this.play(answer);
    }
    if (this.engine === 'browser') this.engine = 'server';
    await askServer(address, path);
  }

  /** Shows an address that is in the bar already, unless the server is asked instead. */
  private async show(address: string): Promise<void> {
    const { screen, path } = this.given();
    if (address === screen.address) {
      this.screen = screen;
      return;
    }
    const answer = await this.answer(address);
    if (answer === 'overtaken') return;
    if (answer) return this.play(answer);
    await askServer(address, path, { replaceState: true });
  }

  /** What is quick first, beside what stood there before, and the whole when that is painted. */
  private async play({ first, whole }: BrowserAnswer<Screen>): Promise<void> {
    const { signal } = this.question;
    this.screen = first(this.screen);
    if (whole === null) return;
    await painted();
    if (signal.aborted) return;
    try {
      this.screen = whole();
    } catch (error) {
      reportError(error);
    }
  }

  private async answer(address: string): Promise<BrowserAnswer<Screen> | 'overtaken' | null> {
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

  /** Starts the browser's engine when the page is idle; gives back how to end it. */
  private start(data: BenchData): () => void {
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

  private async open(data: BenchData, ending: AbortSignal): Promise<void> {
    try {
      const open = await this.loading();
      if (ending.aborted) return;
      const browser = await open(data);
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

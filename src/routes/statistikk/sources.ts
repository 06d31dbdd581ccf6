import type { Scene } from '#lib/ui/statistics/scene.ts';

export type EngineName = 'server' | 'prepared' | 'browser';
type Answer = { html: string; engine: EngineName };
/** The bodies of the likeliest views by their address. */
type Prepared = { states: Record<string, string>; scene: Scene };
type BrowserView = (address: URLSearchParams) => Promise<string>;

/** Where a filtered view can come from: the prepared states, the browser's own engine, or the server. */
export class Sources {
  private readonly statesUrl: string;
  private readonly datasetUrl: string;
  private prepared: Promise<Prepared | null> | null = null;
  private browserView: BrowserView | null = null;

  constructor(statesUrl: string, datasetUrl: string) {
    this.statesUrl = statesUrl;
    this.datasetUrl = datasetUrl;
  }

  /** Fetches the prepared states once; null when they cannot be had now. */
  prepare(): Promise<Prepared | null> {
    this.prepared ??= fetchPrepared(this.statesUrl).catch((error: unknown) => {
      this.prepared = null;
      reportError(error);
      return null;
    });
    return this.prepared;
  }

  /** Answers from the quickest source that is ready; throws when none can. */
  async answer(address: URLSearchParams, signal: AbortSignal): Promise<Answer> {
    const state = (await this.prepare())?.states[address.toString()];
    if (state) return { html: state, engine: 'prepared' };
    const html = await this.fromBrowser(address);
    if (html) return { html, engine: 'browser' };
    return { html: await fetchBody(`${location.pathname}?${address}`, signal), engine: 'server' };
  }

  /** Starts the browser's own engine; until it is up, and if it fails, the server answers. */
  async startBrowser(): Promise<'spared' | 'browser' | 'failed'> {
    if (isSpared()) return 'spared';
    try {
      const scene = (await this.prepare())?.scene;
      if (!scene) return 'failed';
      const { openBrowserView } = await import('./browser-view.ts');
      this.browserView = await openBrowserView(this.datasetUrl, scene);
      return 'browser';
    } catch (error) {
      reportError(error);
      return 'failed';
    }
  }

  private async fromBrowser(address: URLSearchParams): Promise<string | null> {
    try {
      return (await this.browserView?.(address)) ?? null;
    } catch (error) {
      this.browserView = null;
      reportError(error);
      return null;
    }
  }
}

async function fetchPrepared(url: string): Promise<Prepared> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the prepared states answered ${response.status}`);
  return (await response.json()) as Prepared;
}

async function fetchBody(href: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(href, { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const body = page.getElementById('figurer');
  if (!body) throw new Error('the answer has no figures');
  return body.innerHTML;
}

/** Readers who save data or have little memory keep the server as their engine. */
function isSpared(): boolean {
  const device = navigator as Navigator & { connection?: { saveData?: boolean }; deviceMemory?: number };
  return device.connection?.saveData === true || (device.deviceMemory ?? 8) < 2 || typeof WebAssembly !== 'object';
}

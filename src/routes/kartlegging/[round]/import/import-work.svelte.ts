import { deserialize } from '$app/forms';
import type { ImportRow } from '#lib/domain/answer-import.ts';
import type { UnreadableText } from '#lib/domain/delimited-text.ts';
import type { ImportSceneData } from '#lib/domain/import-scene.ts';
import type { ImportWindow } from '#lib/domain/import-table.ts';
import type { ImportReader } from '#lib/client/import-reader.ts';

/** Why there is nothing to show. */
export type SourceRefusal = UnreadableText | { refused: 'empty' | 'tooManyRows' | 'tooLarge' | 'failed' };
type Outcome = { line: number; outcome: string };

/** The most rows that are read: by the server into one form, and by the browser. */
export const mostGridRows = { tooManyRows: 400, tooLarge: 200_000 };
export const rowsShown = 50;
const rowsSent = 40;

/** An import as it is worked on in the browser: the rows stand in a worker, and the page holds those that it shows. */
export class ImportWork {
  window: ImportWindow | null = $state.raw(null);
  progress: { rows: number; bytes: number } | null = $state.raw(null);
  refusal: SourceRefusal | null = $state.raw(null);
  outcomes: Outcome[] | null = $state.raw(null);
  saving: { done: number; total: number } | null = $state.raw(null);
  hasFailed = $state(false);
  onlyProblems = $state(false);
  readonly #address: () => string;
  #reader: ImportReader | null = null;

  constructor(address: () => string) {
    this.#address = address;
  }

  async read(source: Blob): Promise<void> {
    this.cancel();
    this.outcomes = null;
    this.progress = { rows: 0, bytes: 0 };
    const reader = new (await import('#lib/client/import-reader.ts')).ImportReader();
    this.#reader = reader;
    try {
      const scene = await this.#fetchScene();
      const onProgress = (progress: { rows: number; bytes: number }) => (this.progress = progress);
      this.refusal = await reader.read({ scene, source, onProgress });
      if (!this.refusal) await this.show(0);
    } catch {
      this.refusal = { refused: 'failed' }; // the network or the worker: what was chosen is still there to be read again
    } finally {
      this.progress = null;
    }
  }

  /** Lets go of what was read. */
  cancel(): void {
    this.#reader?.cancel();
    this.#reader = null;
    this.window = null;
    this.progress = null;
    this.refusal = null;
  }

  async show(from: number): Promise<void> {
    const { onlyProblems } = this;
    this.window = (await this.#reader?.show({ from, most: rowsShown, onlyProblems })) ?? null;
  }

  async change(request: Parameters<ImportReader['change']>[0]): Promise<void> {
    this.#reader?.change(request);
    await this.show(this.window?.from ?? 0);
  }

  async showOnlyProblems(onlyProblems: boolean): Promise<void> {
    this.onlyProblems = onlyProblems;
    await this.show(0);
  }

  /** Sends what is ready, some rows at a time; the server stores nothing twice, so it can be sent again. */
  async save(): Promise<void> {
    const { window } = this;
    const rows = (await this.#reader?.ready()) ?? [];
    if (!window || rows.length === 0) return;
    const outcomes: Outcome[] = [];
    this.hasFailed = false;
    try {
      for (let at = 0; at < rows.length; at += rowsSent) {
        this.saving = { done: at, total: rows.length };
        outcomes.push(...(await this.#send(window, rows.slice(at, at + rowsSent))));
      }
      this.cancel();
    } catch {
      this.hasFailed = true; // what was stored is found unchanged when the rest is sent again
    } finally {
      this.saving = null;
      this.outcomes = outcomes;
    }
  }

  async #fetchScene(): Promise<ImportSceneData> {
    const response = await fetch(`${this.#address()}/grunnlag.json`);
    if (!response.ok) throw new Error(`the scene answered ${response.status}`);
    return (await response.json()) as ImportSceneData;
  }

  async #send({ headings, uses }: ImportWindow, rows: ImportRow[]): Promise<Outcome[]> {
    const form = new FormData();
    form.set('partial', 'yes');
    for (const heading of headings) form.append('heading', heading);
    for (const use of uses) form.append('use', use);
    for (const { line, cells, replaces } of rows) {
      form.append('row', String(line));
      for (const cell of cells) form.append(`cell.${line}`, cell);
      if (replaces !== null) form.set(`replace.${line}`, String(replaces));
    }
    const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
    const response = await fetch(`${this.#address()}?/lagre`, { method: 'POST', headers, body: form });
    const result = deserialize<{ outcomes: Outcome[] }, { outcomes?: Outcome[] }>(await response.text());
    if (result.type !== 'success' || !result.data) throw new Error(`rows were not taken: ${result.type}`);
    return result.data.outcomes;
  }
}

import type { ImportRow } from '#lib/domain/answer-import.ts';
import type { ImportSceneData } from '#lib/domain/import-scene.ts';
import type { ImportWindow } from '#lib/domain/import-table.ts';
import type { ImportRefusal, ImportReply, ImportRequest } from './import-worker.ts';

type Reading = {
  scene: ImportSceneData;
  source: Blob;
  onProgress: (progress: { rows: number; bytes: number }) => void;
};

/** A worker with the rows of one file in it; the page asks it for the few that it shows. */
export class ImportReader {
  readonly #worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });

  /** Reads a file, or says why not. `cancel` leaves it unanswered. */
  async read({ scene, source, onProgress }: Reading): Promise<ImportRefusal | null> {
    const answered = this.#next((reply) => {
      if (reply.kind === 'progress') onProgress(reply);
      return reply.kind === 'read' || reply.kind === 'refused' ? reply : null;
    });
    this.#ask({ kind: 'read', scene, source });
    const reply = await answered;
    return reply.kind === 'refused' ? reply.refusal : null;
  }

  async show(asked: { from: number; most: number; onlyProblems: boolean }): Promise<ImportWindow> {
    const answered = this.#next((reply) => (reply.kind === 'shown' ? reply.window : null));
    this.#ask({ kind: 'show', ...asked });
    return answered;
  }

  async ready(): Promise<ImportRow[]> {
    const answered = this.#next((reply) => (reply.kind === 'ready' ? reply.rows : null));
    this.#ask({ kind: 'ready' });
    return answered;
  }

  /** Changes a row or a column; what is shown afterwards has it. */
  change(request: Extract<ImportRequest, { kind: 'use' | 'correct' | 'change' }>): void {
    this.#ask(request);
  }

  cancel(): void {
    this.#worker.terminate();
  }

  #ask(request: ImportRequest): void {
    this.#worker.postMessage(request);
  }

  #next<Wanted>(pick: (reply: ImportReply) => Wanted | null): Promise<Wanted> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.#worker.removeEventListener('message', onMessage);
        this.#worker.removeEventListener('error', onError);
      };
      const onError = ({ message }: ErrorEvent) => {
        stop();
        reject(new Error(message));
      };
      const onMessage = ({ data }: MessageEvent<ImportReply>) => {
        if (data.kind === 'failed') {
          stop();
          reject(new Error(data.message));
          return;
        }
        const wanted = pick(data);
        if (wanted === null) return;
        stop();
        resolve(wanted);
      };
      this.#worker.addEventListener('message', onMessage);
      this.#worker.addEventListener('error', onError);
    });
  }
}

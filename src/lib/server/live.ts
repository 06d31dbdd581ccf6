import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import type { Actor, Db } from './db.ts';
import { liveSources } from './live-sources.ts';
import { Problem } from './problem.ts';

/** Hears a mark: a text without meaning that is another one whenever the state of the topic is. */
export type Hear = (mark: string) => void;
type Watching = { db: Db; secret: string; clock: () => Date; log: Pick<Logger, 'error'> };

const watcher: Actor = { kind: 'system', task: 'live' };
const lookPauseMs = 1000;
const mostPerHolder = 30;
/** Seconds until whoever holds too many connections may ask again. */
const retryAfter = 60;

/**
 * Tells listeners when what they watch has changed. Only while somebody listens the store is asked, about once a second
 * and for all topics at once; the state lies there, so a change through another replica is heard too.
 */
export class Live {
  private readonly watching: Watching;
  private readonly pauseMs: number;
  private readonly listeners = new Map<string, Set<Hear>>();
  private readonly marks = new Map<string, string>();
  private readonly held = new Map<string, number>();
  private readonly endings = new Set<() => Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(watching: Watching, pauseMs = lookPauseMs) {
    this.watching = watching;
    this.pauseMs = pauseMs;
  }

  /** Hears the mark of a topic now and at each change, until what it returns is called. */
  listen(topic: string, hear: Hear): () => void {
    const known = this.marks.get(topic);
    this.listeners.set(topic, (this.listeners.get(topic) ?? new Set()).add(hear));
    if (known === undefined) this.lookIn(0);
    else {
      hear(known);
      this.lookIn(this.pauseMs);
    }
    return () => this.leave(topic, hear);
  }

  /** Takes one of a holder's connections, or refuses; `end` is called when the server stops. Returns how to give it back. */
  hold(holder: string, end: () => Promise<void>): () => void {
    const count = this.held.get(holder) ?? 0;
    if (this.isClosed || count >= mostPerHolder) throw Problem.tooMany(retryAfter);
    this.held.set(holder, count + 1);
    const ending = () => end();
    this.endings.add(ending);
    return () => {
      if (!this.endings.delete(ending)) return;
      const left = (this.held.get(holder) ?? 1) - 1;
      if (left > 0) this.held.set(holder, left);
      else this.held.delete(holder);
    };
  }

  /** The marks of topics as they are now. */
  async read(topics: readonly string[]): Promise<Map<string, string>> {
    const { db, clock, secret } = this.watching;
    const rows = await db.transaction(watcher, (tx) =>
      tx.query<{ topic: string; state: string | null }>(
        `with asked as (select unnest($1::text[]) as topic, $2::timestamptz as now)
        ${liveSources.join('\nunion all\n')}`,
        [topics, clock()]
      )
    );
    const states = new Map(topics.map((topic): [string, string[]] => [topic, []]));
    for (const { topic, state } of rows) states.get(topic)?.push(state ?? '');
    return new Map([...states].map(([topic, parts]) => [topic, markOf(secret, topic, parts.join('|'))]));
  }

  /** The mark of one topic as it is now: a page that is read after it has heard everything up to there. */
  async mark(topic: string): Promise<string> {
    return (await this.read([topic])).get(topic) ?? '';
  }

  /** Asks the store once, and tells those whose topic has changed. */
  async look(): Promise<void> {
    const topics = [...this.listeners.keys()];
    if (topics.length === 0) return;
    for (const [topic, mark] of await this.read(topics)) {
      if (this.marks.get(topic) === mark || !this.listeners.has(topic)) continue;
      this.marks.set(topic, mark);
      for (const hear of this.listeners.get(topic) ?? []) hear(mark);
    }
  }

  /** Ends every connection and stops asking; resolves when the last question has been answered. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await Promise.all([...this.endings].map((end) => end()));
    await this.looking;
  }

  private leave(topic: string, hear: Hear): void {
    const left = this.listeners.get(topic);
    if (!left?.delete(hear) || left.size > 0) return;
    this.listeners.delete(topic);
    this.marks.delete(topic);
  }

  private lookIn(ms: number): void {
    if (this.isClosed || (this.timer !== undefined && ms > 0)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.looking = this.looking.then(() => this.lookAgain());
    }, ms);
  }

  private async lookAgain(): Promise<void> {
    this.timer = undefined;
    try {
      await this.look();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
      this.watching.log.error({ code }, 'the watch of changes failed');
    }
    if (this.listeners.size > 0) this.lookIn(this.pauseMs);
  }
}

/** States are few and easily guessed, so what leaves is made with the secret. */
function markOf(secret: string, topic: string, state: string): string {
  return createHmac('sha256', secret).update(`live:${topic}:${state}`).digest('base64url').slice(0, 22);
}

import type { Logger } from 'pino';
import type { Live } from './live.ts';

type Streaming = {
  topic: string;
  /** Whose connection it is: a person, or a link. */
  holder: string;
  /** Whether the right still holds; asked at each change and each minute. */
  holds: () => Promise<boolean>;
  /** Told at each heartbeat, and when the stream ends. */
  beat?: () => Promise<void>;
  gone?: () => Promise<void>;
  log: Pick<Logger, 'error'>;
};

const beatMs = 20_000;
const beatsPerCheck = 3;
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no'
};

/** Server-sent events that tell that a topic has changed and never what, until the right or the server ends. */
export function streamChanges(live: Live, streaming: Streaming): Response {
  const stream = new ChangeStream(live, streaming);
  return new Response(stream.body, { headers });
}

/** The mark of a topic once, for who asks without listening. */
export async function answerOnce(live: Live, topic: string): Promise<Response> {
  return new Response(eventOf(await live.mark(topic)), { headers });
}

function eventOf(mark: string): string {
  return `event: state\ndata: ${mark}\n\n`;
}

class ChangeStream {
  readonly body: ReadableStream<Uint8Array>;
  private readonly live: Live;
  private readonly streaming: Streaming;
  private readonly encoder = new TextEncoder();
  private readonly giveBack: () => void;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private unlisten: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;
  private beats = 0;

  constructor(live: Live, streaming: Streaming) {
    this.live = live;
    this.streaming = streaming;
    this.giveBack = live.hold(streaming.holder, () => this.end());
    this.body = new ReadableStream({ start: (controller) => this.start(controller), cancel: () => this.leave() });
  }

  private start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.controller = controller;
    this.send('retry: 3000\n\n');
    this.unlisten = this.live.listen(this.streaming.topic, (mark) => void this.guarded(() => this.tell(mark)));
    this.timer = setInterval(() => void this.guarded(() => this.beat()), beatMs);
    if (this.streaming.beat) void this.guarded(this.streaming.beat);
  }

  private async tell(mark: string): Promise<void> {
    if (await this.streaming.holds()) this.send(eventOf(mark));
    else await this.end();
  }

  private async beat(): Promise<void> {
    this.beats += 1;
    if (this.beats % beatsPerCheck === 0 && !(await this.streaming.holds())) {
      await this.end();
      return;
    }
    this.send(': still here\n\n');
    await this.streaming.beat?.();
  }

  private send(text: string): void {
    this.controller?.enqueue(this.encoder.encode(text));
  }

  /** What fails ends the stream, and the browser asks again. */
  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
      this.streaming.log.error({ code }, 'a stream of changes failed');
      await this.end();
    }
  }

  private async end(): Promise<void> {
    const { controller } = this;
    if (!controller) return;
    const left = this.leave();
    controller.close();
    await left;
  }

  /** Also when the reader has gone away, and there is nothing left to close. */
  private async leave(): Promise<void> {
    this.controller = null;
    clearInterval(this.timer);
    this.unlisten();
    this.giveBack();
    const { gone } = this.streaming;
    if (gone) await this.guarded(gone);
  }
}

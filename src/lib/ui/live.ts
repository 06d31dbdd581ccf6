import type { Attachment } from 'svelte/attachments';

const pollMs = 10_000;
const longestUnattendedMs = 20 * 60_000;
const signsOfLife = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

/**
 * Calls `hear` when what a stream of changes watches has changed, while the page is looked at; when the stream fails, every
 * ten seconds instead. It rests when nobody has touched the page for a while, so that an unattended session still ends by
 * itself. What is heard first is no change when it is `mark`.
 */
export function live(address: string, hear: () => Promise<void>, mark: string | null = null): Attachment {
  return () => {
    const listener = new Listener(address, hear, mark);
    const timer = setInterval(() => listener.turn(), pollMs);
    const touch = () => listener.touch();
    const seen = () => listener.follow();
    for (const sign of signsOfLife) addEventListener(sign, touch, { passive: true });
    document.addEventListener('visibilitychange', seen);
    listener.follow();
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) removeEventListener(sign, touch);
      document.removeEventListener('visibilitychange', seen);
      listener.close();
    };
  };
}

class Listener {
  private readonly address: string;
  private readonly hear: () => Promise<void>;
  private source: EventSource | null = null;
  private touchedAt = performance.now();
  private mark: string | null;
  private hearing: 'no' | 'yes' | 'again' = 'no';

  constructor(address: string, hear: () => Promise<void>, mark: string | null) {
    this.address = address;
    this.hear = hear;
    this.mark = mark;
  }

  touch(): void {
    const hasRested = !this.isAttended();
    this.touchedAt = performance.now();
    if (hasRested) this.follow();
  }

  /** Listens while the page is looked at. */
  follow(): void {
    if (document.visibilityState !== 'visible' || !this.isAttended()) this.close();
    else if (!this.source || this.source.readyState === EventSource.CLOSED) this.open();
  }

  /** Once in a while: asks without the stream when that has failed, and tries it again. */
  turn(): void {
    const isDeaf = this.source !== null && this.source.readyState !== EventSource.OPEN;
    this.follow();
    if (isDeaf && this.source) void this.tell();
  }

  close(): void {
    this.source?.close();
    this.source = null;
  }

  private isAttended(): boolean {
    return performance.now() - this.touchedAt < longestUnattendedMs;
  }

  private open(): void {
    this.source = new EventSource(this.address);
    this.source.addEventListener('state', ({ data }: MessageEvent<string>) => {
      if (data === this.mark) return;
      this.mark = data;
      void this.tell();
    });
  }

  /** One at a time; what changes meanwhile is heard afterwards. */
  private async tell(): Promise<void> {
    if (this.hearing !== 'no') {
      this.hearing = 'again';
      return;
    }
    try {
      do {
        this.hearing = 'yes';
        await this.hear();
      } while (this.isAskedAgain());
    } finally {
      this.hearing = 'no';
    }
  }

  private isAskedAgain(): boolean {
    return this.hearing === 'again';
  }
}

import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { sessionNotice, type SessionNotice, type SessionTimes } from '#lib/domain/session-notice.ts';

/** The times of a session, and the server's time when it gave them. */
export type SessionReading = SessionTimes & { readAt: number };

const pauseMs = 5000;
const channelName = 'session';

/**
 * What to tell about the session, by the server's clock: the times are compared anew each time, so that a machine that
 * slept is told at once. The tabs of a browser share a session, and tell each other what they read.
 */
export class SessionWatch {
  outcome = $state<'none' | 'stayed' | 'failed'>('none');
  private reading: SessionReading;
  private now: number;
  private hidden = $state<SessionNotice>('none');
  private behindMs = 0;
  private channel: BroadcastChannel | null = null;
  private readonly address: string;

  constructor(address: string, reading: SessionReading) {
    this.address = address;
    this.reading = $state.raw(reading);
    this.now = $state(reading.readAt);
  }

  get notice(): SessionNotice {
    return this.found === this.hidden ? 'none' : this.found;
  }

  get times(): SessionTimes {
    return this.reading;
  }

  /** Watches from what the page was read with; attached anew for each reading. */
  readonly from =
    (reading: SessionReading): Attachment =>
    () => {
      const channel = new BroadcastChannel(channelName);
      channel.onmessage = ({ data }: MessageEvent<SessionReading>) => this.learn(data);
      this.channel = channel;
      this.learn(reading);
      channel.postMessage(reading);
      const timer = setInterval(this.look, pauseMs);
      const seen = () => this.see();
      document.addEventListener('visibilitychange', seen);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', seen);
        channel.close();
      };
    };

  /** Asks the server for the session, which uses it; false when it has ended or cannot be reached. */
  async renew(): Promise<boolean> {
    const answer = await this.ask();
    this.outcome = answer === null ? 'failed' : 'none';
    if (answer?.status === 401) this.learn(endedAt(this.serverTime()));
    if (!answer?.ok) return false;
    const reading = (await answer.json()) as SessionReading;
    this.learn(reading);
    this.channel?.postMessage(reading);
    this.outcome = 'stayed';
    return true;
  }

  hide(): void {
    this.hidden = this.found;
  }

  private get found(): SessionNotice {
    return sessionNotice(this.reading, this.now);
  }

  private readonly look = () => {
    this.now = this.serverTime();
    if (untrack(() => this.found) === 'none') this.hidden = 'none';
  };

  private see(): void {
    this.look();
    if (document.visibilityState === 'visible' && this.found === 'ended') void this.renew();
  }

  private learn(reading: SessionReading): void {
    this.reading = reading;
    this.behindMs = reading.readAt - Date.now();
    this.look();
  }

  private async ask(): Promise<Response | null> {
    try {
      return await fetch(this.address, { method: 'POST' });
    } catch {
      return null; // without the network the warning stays, and says so
    }
  }

  private serverTime(): number {
    return Date.now() + this.behindMs;
  }
}

function endedAt(readAt: number): SessionReading {
  return { readAt, endsAt: readAt, idlesOutAt: readAt };
}

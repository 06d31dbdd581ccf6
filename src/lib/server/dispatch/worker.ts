import type { Logger } from 'pino';
import { deliverNext, type Sending } from './delivery.ts';
import { trackNext } from './tracking.ts';

const pauseMs = 5000;

/** Sends what is due and asks what became of it, until what it returns is called. What fails is tried again. */
export function startDispatch(sending: Sending, clock: () => Date, log: Pick<Logger, 'error'>): () => Promise<void> {
  if (Object.keys(sending.carriers).length === 0) return async () => undefined;
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  let isOpen = true;
  const attempt = (work: typeof deliverNext) =>
    work(sending, clock()).catch((error: unknown) => {
      log.error({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'dispatch failed');
      return false;
    });
  const run = async () => {
    while (isOpen) {
      const isBusy = (await attempt(deliverNext)) || (await attempt(trackNext));
      if (!isBusy && isOpen) await Promise.race([pause(pauseMs), stopped]);
    }
  };
  const running = run();
  return async () => {
    isOpen = false;
    stop();
    await running;
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

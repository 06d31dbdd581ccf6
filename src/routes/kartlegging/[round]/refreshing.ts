import { invalidateAll } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Attachment } from 'svelte/attachments';

const pauseMs = 10_000;

/** Keeps the page up to date while it is looked at. Without the network it stays as it is, and no error page takes it. */
export const refreshing: Attachment = () => {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void refresh();
  }, pauseMs);
  return () => clearInterval(timer);
};

async function refresh(): Promise<void> {
  if (await isReachable()) await invalidateAll();
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(resolve('/helse'))).ok;
  } catch {
    return false; // the next round of the timer asks again
  }
}

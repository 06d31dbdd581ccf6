import { invalidateAll } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Attachment } from 'svelte/attachments';

const pauseMs = 10_000;
const longestUnattendedMs = 20 * 60_000;
const signsOfLife = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

/**
 * Keeps the page up to date while it is looked at. Without the network it stays as it is, and no error page takes it.
 * It rests when nobody has touched the page for a while, so that an unattended session still ends by itself.
 */
export const refreshing: Attachment = () => {
  let touchedAt = performance.now();
  const touch = () => {
    touchedAt = performance.now();
  };
  const timer = setInterval(() => {
    const isAttended = performance.now() - touchedAt < longestUnattendedMs;
    if (isAttended && document.visibilityState === 'visible') void refresh();
  }, pauseMs);
  for (const sign of signsOfLife) addEventListener(sign, touch, { passive: true });
  return () => {
    clearInterval(timer);
    for (const sign of signsOfLife) removeEventListener(sign, touch);
  };
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

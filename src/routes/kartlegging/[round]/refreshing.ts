import { invalidateAll } from '$app/navigation';
import type { Attachment } from 'svelte/attachments';

const pauseMs = 10_000;

/** Keeps the page up to date while it is looked at, so that answers are seen to arrive. */
export const refreshing: Attachment = () => {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void invalidateAll();
  }, pauseMs);
  return () => clearInterval(timer);
};

import { resolve } from '$app/paths';
import { navigating } from '$app/state';
import type { Attachment } from 'svelte/attachments';
import { live } from '#lib/ui/live.ts';
import { readAnew } from './reading-anew.ts';

/**
 * Keeps a page up to date with a stream of changes; `mark` is what the stream would have told when the page was read.
 * Without the network the page stays as it is, and no error page takes it.
 */
export function refreshing(address: string, mark: string): Attachment {
  return live(address, readWhenFree, mark);
}

/** Reads the page anew, unless that would end a navigation that has begun. */
export async function readWhenFree(): Promise<void> {
  if ((await isReachable()) && navigating.to === null) await readAnew();
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(resolve('/helse'))).ok;
  } catch {
    return false; // the next change, or the next turn of the clock, asks again
  }
}

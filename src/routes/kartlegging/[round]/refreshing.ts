import { resolve } from '$app/paths';
import { navigating } from '$app/state';
import type { Attachment } from 'svelte/attachments';
import { live } from '#lib/ui/live.ts';
import { readAnew } from '../../reading-anew.ts';

/** Keeps the page of a round up to date. Without the network it stays as it is, and no error page takes it. */
export function refreshing(roundId: string): Attachment {
  return live(resolve('/kartlegging/[round]/hendelser', { round: roundId }), async () => {
    // Reading the page anew would end a navigation that has begun.
    if ((await isReachable()) && navigating.to === null) await readAnew();
  });
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(resolve('/helse'))).ok;
  } catch {
    return false; // the next change, or the next turn of the clock, asks again
  }
}

import { invalidateAll } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Attachment } from 'svelte/attachments';
import { live } from '#lib/ui/live.ts';

/** Keeps the page of a round up to date. Without the network it stays as it is, and no error page takes it. */
export function refreshing(roundId: string): Attachment {
  return live(resolve('/kartlegging/[round]/hendelser', { round: roundId }), async () => {
    if (await isReachable()) await invalidateAll();
  });
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(resolve('/helse'))).ok;
  } catch {
    return false; // the next change, or the next turn of the clock, asks again
  }
}

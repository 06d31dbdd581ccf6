import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import type { BeforeNavigate } from '@sveltejs/kit';

let readings = 0;

/** Reads the page anew without the reader having asked for it. */
export async function readAnew(): Promise<void> {
  readings += 1;
  try {
    await invalidateAll();
  } finally {
    readings -= 1;
  }
}

/** Drops what is being read anew: it gives way to another reading, which leads to nothing for one who is signed out. */
export async function dropReading(): Promise<void> {
  if (readings > 0) await readAnew();
}

/**
 * Whoever has been signed out meanwhile keeps the page and what is typed there, and is told at the next press of a button:
 * being led to sign in is for those who asked for something.
 */
export function stayWhenSignedOut({ type, to, cancel }: BeforeNavigate): void {
  const isUnasked = readings > 0 && type === 'goto' && navigating.to === null;
  if (isUnasked && to?.route.id === '/logg-inn') cancel();
}

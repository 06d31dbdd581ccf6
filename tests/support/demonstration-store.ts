import type { Store } from '#lib/server/db.ts';
import { seedDemonstration } from '#lib/server/demonstration.ts';
import { loadReference } from '#lib/server/reference.ts';
import { openFilledDb } from './test-db.ts';

export const seededAt = new Date('2024-03-01T09:00:00Z');
export const secret = 'a secret of at least thirty-two characters';

/** A store with the demonstration's rounds, people and answers, as on 1 March 2024. */
export function openDemonstrationStore(): Promise<Store> {
  return openFilledDb('demonstration', fillDemonstration);
}

/** Fills an empty store with that. */
export async function fillDemonstration(db: Store): Promise<void> {
  const { geography, facts } = loadReference('data');
  await seedDemonstration({ db, geography, facts, secret, at: seededAt, directory: 'data' });
}

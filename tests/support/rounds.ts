import type { Round } from '#lib/domain/round.ts';
import type { Actor, Store, Tx } from '#lib/server/db.ts';
import { openRound } from '#lib/server/opening.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { addPerson } from '#lib/server/person.ts';
import { loadReference } from '#lib/server/reference.ts';

const system: Actor = { kind: 'system', task: 'test' };
export const secret = 'a secret that is only used in tests';
export const day = (text: string) => new Date(`${text}T12:00:00Z`);

/** A round of Region Sør that is open in January 2025. */
export const round: Round = {
  id: 'sor-2024',
  korusRegion: 'sor',
  slug: '2024',
  name: 'Region Sør 2024',
  questionnaireId: 'rer-core',
  questionnaireVersion: 1,
  periodStart: '2022-07-01',
  periodEnd: '2024-03-31',
  opensAt: day('2025-01-01'),
  deadlineAt: day('2025-02-01'),
  closesAt: day('2025-03-01'),
  freezesAt: day('2025-03-01'),
  dataKind: 'reported',
  openedAt: day('2025-01-01'),
  copiedFrom: null,
  addon: []
};

/** The round before it, open in the first half of 2024. */
export const earlierRound: Round = {
  ...round,
  id: 'sor-2023',
  slug: '2023',
  name: 'Region Sør 2023',
  periodStart: '2021-07-01',
  periodEnd: '2023-12-31',
  opensAt: day('2024-01-01'),
  deadlineAt: day('2024-06-15'),
  closesAt: day('2024-07-01'),
  freezesAt: day('2024-07-01'),
  openedAt: day('2024-01-01')
};

/** Opens rounds with the municipalities of their region. */
export async function openRounds(db: Store, rounds: readonly Round[]): Promise<void> {
  const { geography } = loadReference('data');
  for (const one of rounds) {
    await db.transaction(system, (tx) =>
      openRound(tx, one, { geography, secret, at: one.opensAt }, { korusRegion: 'sor', countyNumber: '42' })
    );
  }
}

/** The holder of a municipality's link. */
export function respondentOf(municipalityNo: string, roundId = round.id): Extract<Actor, { kind: 'respondent' }> {
  return { kind: 'respondent', roundId, municipalityNo };
}

/** An adviser of a region. */
export async function addAdviser(db: Store, name: string, unitId: string): Promise<Actor> {
  const person = await db.transaction(system, async (tx) => {
    const added = await addPerson(tx, { name, email: `${name.toLowerCase()}@korus.example` }, round.opensAt);
    await giveGrant(tx, { personId: added.id, role: 'adviser', unitType: 'korus_region', unitId }, round.opensAt);
    return added;
  });
  return { kind: 'person', personId: person.id };
}

/** Lets the store take what follows in the transaction as done at a moment, as its modules do. */
export async function actAt(tx: Tx, moment: Date): Promise<void> {
  await tx.query(`select set_config('app.moment', $1, true)`, [moment.toISOString()]);
}

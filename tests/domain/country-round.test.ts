import { describe, expect, it } from 'vitest';
import { roundsBeside } from '#lib/domain/country-round.ts';
import type { Round } from '#lib/domain/round.ts';
import { round as sor } from '../support/rounds.ts';

const other = (id: string, given: Partial<Round> = {}): Round => ({ ...sor, id, korusRegion: 'ost', ...given });
const idsBeside = (...rounds: Round[]) => roundsBeside(sor, [sor, ...rounds]).map(({ id }) => id);

describe('the rounds that make the country with one', () => {
  it('are one of each other region, of the same core and year', () => {
    const midt = other('midt', { korusRegion: 'midt', periodEnd: '2024-12-31' });
    expect(idsBeside(other('ost'), midt)).toEqual(['midt', 'ost']);
    expect(idsBeside(other('sor-2', { korusRegion: 'sor' }))).toEqual([]);
    expect(idsBeside(other('ost', { periodEnd: '2023-12-31' }))).toEqual([]);
    expect(idsBeside(other('ost', { questionnaireId: 'annen' }))).toEqual([]);
  });

  it('are never one that is prepared', () => {
    expect(idsBeside(other('ost', { openedAt: null }))).toEqual([]);
  });

  it('are of several that which ends on the same day, else the newest', () => {
    const [late, same, early] = [
      other('late', { periodEnd: '2024-12-31' }),
      other('same'),
      other('early', { periodEnd: '2024-01-31' })
    ];
    expect(idsBeside(late, same, early)).toEqual(['same']);
    expect(idsBeside(early, late)).toEqual(['late']);
  });
});

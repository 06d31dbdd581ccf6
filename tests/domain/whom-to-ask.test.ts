import { describe, expect, it } from 'vitest';
import { helpPlaces, type Helper } from '#lib/domain/whom-to-ask.ts';
import { chainOf, country, type Unit } from '#lib/domain/unit.ts';
import { loadReference } from '#lib/server/reference.ts';

const { geography } = loadReference('data');
const sor: Unit = { unitType: 'korus_region', unitId: 'sor' };
const midt: Unit = { unitType: 'korus_region', unitId: 'midt' };
const kristiansand: Unit = { unitType: 'municipality', unitId: '4204' };
const unit4204: Unit = { unitType: 'advisory_unit', unitId: '4204' };

const helpers: Helper[] = [
  { ...country, role: 'administrator', name: 'Nils' },
  { ...midt, role: 'adviser', name: 'Mona' },
  { ...sor, role: 'administrator', name: 'Astrid' },
  { ...sor, role: 'adviser', name: 'Ragnhild' },
  { ...sor, role: 'adviser', name: 'Solveig' },
  { ...kristiansand, role: 'administrator', name: 'Karl' },
  { ...unit4204, role: 'unit_leader', name: 'Laila' },
  { unitType: 'municipality', unitId: '5001', role: 'administrator', name: 'Tor' }
];
const chains = (own: readonly Unit[]) => helpPlaces(geography, own, helpers).map(({ unit }) => chainOf(unit));

describe('whom to ask', () => {
  it('is the nearest first, and the country last', () => {
    expect(chains([kristiansand])).toEqual(['4204', 'sor', 'midt', 'system']);
  });

  it('is only the leader and the municipality’s own administrator for a role in an advisory unit', () => {
    expect(helpPlaces(geography, [unit4204], helpers)).toEqual([
      { unit: unit4204, names: { unit_leader: ['Laila'] } },
      { unit: kristiansand, names: { administrator: ['Karl'] } }
    ]);
    expect(helpPlaces(geography, [kristiansand, unit4204], helpers).map(({ unit }) => chainOf(unit))).toEqual([
      ...['4204', 'sor', 'unit-4204', 'midt', 'system']
    ]);
  });

  it('is the regions and the country for someone without a role, and nobody in a municipality', () => {
    expect(chains([]).toSorted()).toEqual(['midt', 'sor', 'system']);
  });

  it('is by role, as many as there are', () => {
    expect(helpPlaces(geography, [kristiansand], helpers)[1]).toEqual({
      unit: sor,
      names: { administrator: ['Astrid'], adviser: ['Ragnhild', 'Solveig'] }
    });
  });

  it('is no adviser for a role in a region or a county', () => {
    expect(helpPlaces(geography, [sor], helpers)).toEqual([
      { unit: sor, names: { administrator: ['Astrid'] } },
      { unit: country, names: { administrator: ['Nils'] } }
    ]);
  });

  it('is nobody when nobody can give a role', () => {
    expect(helpPlaces(geography, [unit4204], [])).toEqual([]);
  });
});

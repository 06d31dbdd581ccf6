import { describe, expect, it } from 'vitest';
import { cubeCells, jsonStat, type Cube, type CubeDimension } from '#lib/domain/json-stat.ts';

const dimensions: CubeDimension[] = [
  {
    id: 'area',
    label: 'Område',
    kind: 'geo',
    categories: [
      { id: '42', label: 'Agder' },
      { id: '40', label: 'Telemark' }
    ]
  },
  {
    id: 'measure',
    label: 'Mål',
    kind: 'metric',
    categories: [
      { id: 'count', label: 'Antall', unit: { base: 'saker', decimals: 0 } },
      { id: 'share', label: 'Andel', unit: { base: 'andel', decimals: 4 } }
    ]
  }
];
const cube: Cube = {
  ...{
    id: 'saker',
    label: 'Saker',
    source: 'Regionspeil',
    updated: new Date('2024-11-01T09:00:00Z'),
    note: [': = vises ikke']
  },
  ...{ dimensions, cells: [0, ':', '..', '.'], extension: { regionspeil: { version: 1 } } }
};

describe('a cube as JSON-stat', () => {
  it('is dense, with a sign for every value that is null and for no other', () => {
    expect(jsonStat(cube)).toMatchObject({
      ...{ version: '2.0', class: 'dataset', id: ['area', 'measure'], size: [2, 2] },
      ...{ value: [0, null, null, null], status: { 1: ':', 2: '..', 3: '.' } },
      ...{ role: { geo: ['area'], metric: ['measure'] }, updated: '2024-11-01T09:00:00.000Z' }
    });
  });

  it('keeps the order of categories whose codes are numbers, and the units of measures', () => {
    const { dimension } = jsonStat(cube);
    expect(dimension['area']?.category.index).toEqual({ 42: 0, 40: 1 });
    expect(dimension['measure']?.category.unit).toEqual({
      count: { base: 'saker', decimals: 0 },
      share: { base: 'andel', decimals: 4 }
    });
    expect(dimension['area']?.category).not.toHaveProperty('unit');
  });

  it('has no keys at the top but those of PxWebApi 2', () => {
    const known = 'version class label source updated note role id size dimension extension value status'.split(' ');
    expect(Object.keys(jsonStat(cube)).sort()).toEqual(known.sort());
  });

  it('is refused when a combination has no cell', () => {
    expect(() => jsonStat({ ...cube, cells: [1, 2, 3] })).toThrow('cube saker has 3 cells, not 4');
  });

  it('gives the cells with the last dimension varying first', () => {
    const asked: string[] = [];
    cubeCells(dimensions, (categories) => asked.push(categories.join(' ')));
    expect(asked).toEqual(['42 count', '42 share', '40 count', '40 share']);
  });
});

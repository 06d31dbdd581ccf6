import { expect, it } from 'vitest';
import { countedInhabitants } from '#lib/domain/counted-inhabitants.ts';

const inhabitants = (municipalityNo: string) => ({
  population: Number(municipalityNo) * 100,
  population15to17: municipalityNo === '3' ? null : Number(municipalityNo),
  population18plus: Number(municipalityNo) * 80
});
const covered = (municipalityNo: string, part: 'each' | 'whole') => ({ municipalityNo, standsIn: { host: '1', part } });
const countedOf = countedInhabitants(
  [{ municipalityNo: '1' }, covered('2', 'whole'), covered('4', 'each'), { municipalityNo: '3', standsIn: null }],
  inhabitants
);

it('a host counts with the inhabitants of those whose cases stand in its own figures, and they with none', () => {
  expect(countedOf('1')).toEqual({ hostNo: null, countedPopulation: 300, counted15to17: 3, counted18plus: 240 });
  expect(countedOf('2')).toEqual({ hostNo: '1', countedPopulation: 0, counted15to17: 0, counted18plus: 0 });
});

it('whoever has figures of its own counts with its own inhabitants, of an age only where it is published', () => {
  expect(countedOf('4')).toMatchObject({ hostNo: null, countedPopulation: 400 });
  expect(countedOf('3')).toEqual({ hostNo: null, countedPopulation: 300, counted15to17: null, counted18plus: 240 });
});

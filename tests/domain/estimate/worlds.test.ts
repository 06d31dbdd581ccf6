import { describe, expect, it } from 'vitest';
import { ladderOf, type LadderBasis, type RungName } from '#lib/domain/estimate/ladder.ts';
import { rangeOf } from '#lib/domain/estimate/outcome.ts';
import { publicPolicy } from '#lib/domain/disclosure/table.ts';
import { regionSor } from '../../support/region-sor.ts';

const sor: LadderBasis = { ...regionSor, judgements: new Map(), last: null };
type Unit = (typeof regionSor.counted)[number];
const countyOf = ({ municipalityNo }: Unit) => municipalityNo.slice(0, 2);

/** Worlds with the same totals of region and counties in which a municipality has `wanted`, and another has the rest. */
function* worlds(one: Unit, wanted: number): Generator<LadderBasis, undefined> {
  const more = wanted - one.count;
  for (const other of regionSor.counted) {
    if (other === one || countyOf(other) !== countyOf(one) || other.count < more) continue;
    const counted = regionSor.counted.map((unit) => {
      if (unit === one) return { ...unit, count: wanted };
      return unit === other ? { ...unit, count: unit.count - more } : unit;
    });
    yield { ...sor, counted };
  }
}

function firstOf<Value>(some: Iterable<Value>, isWanted: (value: Value) => boolean): Value | undefined {
  for (const one of some) if (isWanted(one)) return one;
  return undefined;
}

/**
 * An estimate is made from rows that are hidden, so it could tell of them. What it tells is a range of the whole region in whole
 * cases: each of these hidden counts can still be 0, 4 and one more than it is, with every published total and the same range.
 */
describe('a published range', () => {
  const ways: RungName[] = ['model', 'ratio', 'ratio_by_class'];
  const told = (basis: LadderBasis) => {
    const ladder = ladderOf(basis);
    return JSON.stringify(ways.map((way) => rangeOf(ladder, way)));
  };
  const published = told(sor);
  const one = (count: number) => regionSor.counted.filter((unit) => unit.count === count).slice(0, 1);
  const small = [0, 1, 2, 3, publicPolicy.most].flatMap(one);

  it.each(small)('leaves a hidden $count in $municipalityNo as open as it was', (unit) => {
    const ends = [0, Math.max(publicPolicy.most, unit.count + 1)].filter((wanted) => wanted !== unit.count);
    for (const wanted of ends) {
      const found = firstOf(worlds(unit, wanted), (world) => told(world) === published);
      expect([unit.municipalityNo, wanted, found !== undefined]).toEqual([unit.municipalityNo, wanted, true]);
    }
  });

  it('would tell more, were it told with decimals: the number by size differs from world to world', () => {
    const [unit] = small as [Unit];
    const world = worlds(unit, publicPolicy.most).next().value ?? sor;
    const byClass = (basis: LadderBasis) => ladderOf(basis).find(({ name }) => name === 'ratio_by_class')?.value;
    expect(byClass(world)).not.toBe(byClass(sor));
  });
});

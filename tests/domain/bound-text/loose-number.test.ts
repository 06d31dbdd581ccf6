import { describe, expect, it } from 'vitest';
import { looseNumbersIn } from '#lib/domain/bound-text/loose-number.ts';

const valuesIn = (text: string) => looseNumbersIn(text).map(({ value }) => value);

describe('the numbers somebody typed in a sentence', () => {
  it.each([
    ['Av disse har 42 svart på kartleggingen.', [42]],
    ['Ti sier de har planer, og 15 har det ikke.', [10, 15]],
    ['Tjueto av sekstiseks har ikke svart.', [22, 66]],
    ['Dei 1 234 sakene og 1,5 per kommune', [1234, 1.5]],
    ['Over 40 kommuner har svart.', [40]],
    ['32 % av sakene, 64 prosent av kommunene', [32, 64]]
  ])('%s', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  it.each([
    'Loven trådte i kraft 1. juli 2022.',
    'Unge under 18 år og 15–17 år',
    'Påtalemyndigheten viser til straffeloven § 37 og kapittel 3.',
    'Per 10 000 innbyggere i 2024',
    'Tidlig i en periode tok noen imot sakene.',
    'Møtet er kl. 14 i versjon 2 av rutinen.'
  ])('%s has none', (text) => {
    expect(valuesIn(text)).toEqual([]);
  });

  it('tells where each stands and how it was written', () => {
    const [first] = looseNumbersIn('De har sju saker.');
    expect(first).toEqual({ value: 7, written: 'sju', at: 7, isPerCent: false });
    expect(looseNumbersIn('Minst 32 prosent')[0]).toMatchObject({ value: 32, isPerCent: true });
  });
});

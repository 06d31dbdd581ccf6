import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonTails } from '#lib/domain/count-distribution.ts';
import { gammaQuantile, gammaTails, logGamma } from '#lib/domain/gamma-distribution.ts';

describe('the logarithm of the gamma function', () => {
  it.each([
    [0.1, 2.25271265173421],
    [0.5, Math.log(Math.PI) / 2],
    [1, 0],
    [1.5, -0.120782237635245],
    [2.5, 0.284682870472919],
    [15.9, 27.6254932151687],
    [16, 27.8992713838409],
    [100.25, 360.284559637764],
    [10_000, 82099.7174964424]
  ])('of %f is as in the tables', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-13 * Math.max(1, Math.abs(expected)));
  });

  it('of 0 is refused', () => {
    expect(() => logGamma(0)).toThrow('no logarithm of Γ at 0');
  });
});

describe('the tails of a gamma distribution', () => {
  it.each([
    [0.5, 0.1, 0.345279153981423, 0.654720846018577],
    [1, 1, 0.632120558828558, 0.367879441171442],
    [2, 0.5, 0.0902040104310499, 0.90979598956895],
    [2, 10, 0.999500600772613, 0.000499399227387333],
    [10, 10, 0.542070285528148, 0.457929714471852],
    [0.1, 3, 0.998434728252886, 0.00156527174711435],
    [100, 130, 0.997249591632693, 0.00275040836730653],
    [1000, 900, 0.000549902265711783, 0.999450097734288]
  ])('of shape %f at %f are as in the tables', (shape, x, lower, upper) => {
    const tails = gammaTails(x, { shape, rate: 1 });
    expect(tails.lower / lower).toBeCloseTo(1, 11);
    expect(tails.upper / upper).toBeCloseTo(1, 11);
  });

  it('hold everything above 0', () => {
    expect(gammaTails(0, { shape: 2, rate: 3 })).toEqual({ lower: 0, upper: 1 });
  });

  it('are those of a Poisson count: so many arrivals in a time', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.double({ min: 1e-3, max: 600, noNaN: true }), (count, mean) => {
        const arrivals = poissonTails(count, mean);
        const { upper } = gammaTails(mean, { shape: count + 1, rate: 1 });
        expect(Math.abs(upper - arrivals.lower)).toBeLessThan(1e-10);
      })
    );
  });
});

describe('the quantile of a gamma distribution', () => {
  it.each([
    [0.025, 0.5, 0.000491034558587628],
    [0.025, 1, 0.02531780798428988],
    [0.975, 1, 3.688879454113936],
    [0.025, 12, 6.200575108722217],
    [0.975, 13, 20.96158504817696],
    [0.001, 3, 0.1905333775684032],
    [0.999, 4, 13.06224077918807],
    [0.025, 0.1, 5.791710245521471e-17],
    [0.5, 100, 99.66686491931549],
    [0.975, 5000, 5139.535089943795]
  ])('at %f of shape %f is as in the tables', (probability, shape, x) => {
    expect(gammaQuantile(probability, { shape, rate: 1 }) / x).toBeCloseTo(1, 11);
  });

  it('leaves the probability below it, whatever shape, rate and probability', () => {
    const gamma = fc.record({
      shape: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
      rate: fc.double({ min: 1e-6, max: 1e6, noNaN: true })
    });
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), gamma, (probability, known) => {
        const { lower } = gammaTails(gammaQuantile(probability, known), known);
        expect(Math.abs(lower - probability)).toBeLessThan(1e-10);
      })
    );
  });

  it('at 0 or 1 is refused', () => {
    expect(() => gammaQuantile(0, { shape: 1, rate: 1 })).toThrow('no quantile at 0');
    expect(() => gammaQuantile(1, { shape: 1, rate: 1 })).toThrow('no quantile at 1');
  });
});

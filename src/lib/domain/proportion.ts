import type { Interval } from './rate.ts';

const z = 1.959963984540054;

/**
 * A part of a whole, 0 to 1, with the 95 % interval of Wilson (1927, JASA 22: 209–212), which stays within 0 and 1 and has
 * a width at both ends. Null of nothing; a part above its whole is a fault of the caller.
 */
export function proportionOf(part: number, whole: number): Interval | null {
  if (part < 0 || part > whole) throw new Error(`no part of ${whole}: ${part}`);
  if (whole === 0) return null;
  const share = part / whole;
  const widening = 1 + (z * z) / whole;
  const middle = (share + (z * z) / (2 * whole)) / widening;
  const half = (z / widening) * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  return {
    value: share,
    low: part === 0 ? 0 : middle - half,
    high: part === whole ? 1 : middle + half
  };
}

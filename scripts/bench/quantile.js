/**
 * The smallest value that at least this share of the values do not exceed.
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('no values to take a quantile of');
  return value;
}

/** @param {readonly number[]} values */
export function median(values) {
  return (quantile(values, 0.5) + quantile(values, 0.5 + Number.EPSILON)) / 2;
}

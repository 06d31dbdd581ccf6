export type ZeroScale = { max: number; ticks: number[] };

const steps = [1, 2, 5, 10];
const smallestStep = 0.1;

/** A scale from zero to at least the largest value, with round ticks of one decimal at most; whole numbers get whole ticks. */
export function zeroScale(values: readonly number[], count = 4): ZeroScale {
  const largest = Math.max(0, ...values);
  const isWhole = values.every(Number.isInteger);
  const rough = Math.max(largest / count, isWhole ? 1 : smallestStep);
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9);
  const factor = steps.find((step) => step * power >= rough - 1e-9) ?? 10;
  const step = factor * power;
  const last = Math.max(1, Math.ceil(largest / step - 1e-9));
  return {
    max: round(last * step),
    ticks: Array.from({ length: last + 1 }, (_, i) => round(i * step))
  };
}

/** A straight line from a span of values to a span of pixels. */
export function pixelScale([from, to]: [number, number], [start, end]: [number, number]): (value: number) => number {
  const span = to - from || 1;
  return (value) => start + ((value - from) / span) * (end - start);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

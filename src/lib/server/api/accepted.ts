/** The first of the media types that a reader takes, by its own preference; null when it takes none of them. */
export function acceptedType(accept: string | null, offered: readonly string[]): string | null {
  const wanted = rangesOf(accept);
  if (wanted.length === 0) return offered[0] ?? null;
  const weights = offered.map((type) => ({ type, weight: weightOf(type, wanted) }));
  const best = weights.reduce((a, b) => (b.weight > a.weight ? b : a), { type: '', weight: 0 });
  return best.type === '' ? null : best.type;
}

type Range = { range: string; weight: number };

function rangesOf(accept: string | null): Range[] {
  return (accept ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => /^[\w*.+-]+\/[\w*.+-]+/.test(part))
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((one) => one.trim());
      const quality = parameters.find((one) => one.startsWith('q='));
      const weight = quality === undefined ? 1 : Number(quality.slice(2));
      return { range, weight: weight >= 0 && weight <= 1 ? weight : 0 };
    });
}

/** The most exact range that fits decides. */
function weightOf(type: string, wanted: readonly Range[]): number {
  const [group] = type.split('/');
  for (const fitting of [type, `${group}/*`, '*/*']) {
    const found = wanted.find(({ range }) => range === fitting);
    if (found) return found.weight;
  }
  return 0;
}

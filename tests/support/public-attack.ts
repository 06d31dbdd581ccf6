import loadHighs, { type Highs } from 'highs';

/** What a reader writes down: a sum of unknown counts, by name, and what it is. */
export type Noted = { terms: readonly string[]; value: number };
/** The least and the greatest that a sum can be, rounded inwards. */
export type Limits = { least: number; greatest: number };

/**
 * A reader who has only what is public, and a solver of their own: a plain system in the LP format, written anew from the
 * names of counts, and asked from both sides. Shares no code with the engine but the solver's package.
 */
export async function limitsOf(noted: readonly Noted[], asked: readonly (readonly string[])[]): Promise<Limits[]> {
  const highs = await loadHighs();
  const names = [...new Set([...noted.flatMap(({ terms }) => terms), ...asked.flat()])];
  const short = new Map(names.map((name, index) => [name, `x${index}`]));
  const sum = (terms: readonly string[]) => terms.map((term) => short.get(term)).join(' + ');
  const limits = noted.map(({ terms, value }, index) => ` c${index}: ${sum(terms)} = ${value}`).join('\n');
  const known = `Subject To\n${limits}\nBounds\n${names.map((name) => ` 0 <= ${short.get(name)} <= 100000`).join('\n')}\nEnd`;
  return asked.map((terms) => ({
    least: Math.ceil(solved(highs, `Minimize\n obj: ${sum(terms)}\n${known}`) - 1e-6),
    greatest: Math.floor(solved(highs, `Maximize\n obj: ${sum(terms)}\n${known}`) + 1e-6)
  }));
}

function solved(highs: Highs, text: string): number {
  const solution = highs.solve(text);
  if (solution.Status !== 'Optimal') throw new Error(`what is public does not fit together: ${solution.Status}`);
  return solution.ObjectiveValue;
}

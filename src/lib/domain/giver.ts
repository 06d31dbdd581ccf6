import { readDay } from './day.ts';

/** Who gave an answer that somebody else registers, and how; `givenOn` is yyyy-mm-dd. */
export type Giver = { name: string; position: string; givenOn: string; way: 'phone' | 'writing' };
export type GiverProblem = {
  field: 'name' | 'position' | 'givenOn' | 'way';
  code: 'missing' | 'too_long';
  value: string;
};

const longest = 100;

/** Reads who gave an answer; the day is at most `today`. */
export function readGiver(
  typed: Record<'name' | 'position' | 'givenOn' | 'way', string>,
  today: string
): { giver: Giver } | { problems: GiverProblem[] } {
  const problems: GiverProblem[] = [];
  const [name, position] = (['name', 'position'] as const).map((field) => {
    const value = typed[field].trim();
    if (value === '') problems.push({ field, code: 'missing', value });
    else if (value.length > longest) problems.push({ field, code: 'too_long', value });
    return value;
  });
  const givenOn = readDay(typed.givenOn);
  if (givenOn === null || givenOn > today) problems.push({ field: 'givenOn', code: 'missing', value: typed.givenOn });
  const way = (['phone', 'writing'] as const).find((one) => one === typed.way);
  if (!way) problems.push({ field: 'way', code: 'missing', value: typed.way });
  if (problems.length > 0 || !way || givenOn === null) return { problems };
  return { giver: { name: name ?? '', position: position ?? '', givenOn, way } };
}

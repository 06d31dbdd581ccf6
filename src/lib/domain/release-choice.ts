import { releasePlans, type ReleasePlan } from './release-plan.ts';
import { storableText } from './storable-text.ts';

/** In characters; the store refuses longer ones too. */
export const longestReleaseTitle = 200;
const longestReleaseNote = 1000;

/** What an adviser decides of a draft, as typed. */
export type TypedRelease = { plan: string; titleNb: string; titleNn: string; note: string };
export type ReleaseChoice = { plan: ReleasePlan; title: { nb: string; nn: string }; note: string | null };
export type ReleaseProblem = { field: keyof TypedRelease; kind: 'missing' | 'too_long' | 'unknown' };

/** Reads plan, titles and note; `needsNote` for a version that stands in for another. */
export function readReleaseChoice(
  typed: TypedRelease,
  needsNote: boolean
): { choice: ReleaseChoice | null; problems: ReleaseProblem[] } {
  const plan = releasePlans.find((one) => one === typed.plan);
  const clean = (text: string) => storableText(text).trim();
  const [nb, nn, note] = [clean(typed.titleNb), clean(typed.titleNn), clean(typed.note)];
  const problems = [
    ...(plan ? [] : [{ field: 'plan', kind: 'unknown' } as const]),
    ...textProblems('titleNb', nb, longestReleaseTitle),
    ...textProblems('titleNn', nn, longestReleaseTitle),
    ...(note === '' && !needsNote ? [] : textProblems('note', note, longestReleaseNote))
  ];
  if (!plan || problems.length > 0) return { choice: null, problems };
  return { choice: { plan, title: { nb, nn }, note: note === '' ? null : note }, problems };
}

function textProblems(field: ReleaseProblem['field'], text: string, most: number): ReleaseProblem[] {
  if (text === '') return [{ field, kind: 'missing' }];
  return [...text].length > most ? [{ field, kind: 'too_long' }] : [];
}

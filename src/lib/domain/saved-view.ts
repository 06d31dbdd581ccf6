import { storableText } from './storable-text.ts';

/** In characters; the store refuses longer ones too. */
export const longestViewName = 80;
export const longestViewNote = 1000;
/** For how many days a view that was removed can be put back. */
export const daysRestorable = 30;

/** A view of the workbench that somebody has named; `address` is its canonical address, empty for the first of each. */
export type SavedView = {
  id: string;
  ownerId: string;
  /** Null when the owner is not known any longer. */
  owner: string | null;
  name: string;
  address: string;
  isShared: boolean;
  savedAt: Date;
  removedAt: Date | null;
};

/** What a reader of a view has written about it. */
export type ViewNote = { id: string; writtenBy: string; writer: string | null; at: Date; text: string };

export type ViewProblem =
  { field: 'name' | 'note'; kind: 'missing' } | { field: 'name' | 'note'; kind: 'too_long'; length: number };

/** Signs that turn the direction of what follows, in a list also that of the next name. */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The name of a view as typed, on one line that can be seen and chosen in a list, and what is wrong with it. */
export function readViewName(typed: unknown): { name: string; problems: ViewProblem[] } {
  const text = typeof typed === 'string' ? storableText(typed).replaceAll(turns, '') : '';
  const name = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  if (!visible.test(name)) return { name: '', problems: [{ field: 'name', kind: 'missing' }] };
  return { name, problems: tooLong('name', name, longestViewName) };
}

/** A note as typed, its line breaks kept, and what is wrong with it; only one that is wanted can be missing. */
export function readViewNote(typed: unknown, isWanted: boolean): { note: string; problems: ViewProblem[] } {
  const note = typeof typed === 'string' ? storableText(typed).replaceAll('\r\n', '\n').trim() : '';
  if (!visible.test(note)) return { note: '', problems: isWanted ? [{ field: 'note', kind: 'missing' }] : [] };
  return { note, problems: tooLong('note', note, longestViewNote) };
}

function tooLong(field: ViewProblem['field'], text: string, most: number): ViewProblem[] {
  const length = [...text].length;
  return length > most ? [{ field, kind: 'too_long', length }] : [];
}

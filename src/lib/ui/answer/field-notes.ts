import { getContext, setContext } from 'svelte';

/** A value that someone wrote at the same time, with the numbers of the edits one can choose between. */
type OtherValue = { sequence: number; sentence: string; use: string };

/** What others do in a field, in words; `keep` is the choice of what stands there now. */
export type FieldNote = {
  writing: string | null;
  changed: string | null;
  others: OtherValue[];
  keep: { sequence: number; label: string } | null;
};

/** Gives the note of a field, or null when nobody else has done anything there. */
export type FieldNotes = { of: (field: string) => FieldNote | null; choose: (sequence: number) => void };

const key = Symbol('notes of fields');

/** Lets every question of a form tell what others do in it. */
export function provideFieldNotes(notes: FieldNotes): void {
  setContext(key, notes);
}

/** The notes of the form that a question stands in; none where nobody else writes. */
export function fieldNotes(): FieldNotes | undefined {
  return getContext<FieldNotes | undefined>(key);
}

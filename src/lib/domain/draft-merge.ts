import type { Fields } from './answer.ts';

/**
 * What somebody has changed in one field, also to what another had just made it. `isUnseen`: what stood there before was new
 * to them.
 */
export type FieldChange = { field: string; value: string; before: string; isUnseen: boolean };

/** What a form shows: the values its fields began with, '' for empty ones, and what stands in them now. */
export type TypedForm = { base: Fields; typed: Fields };

export type Merged = {
  fields: Fields;
  changes: FieldChange[];
  /** Whether the form lacks something that others have typed. */
  isUnseen: boolean;
};

/** What stands under the answer is its sender's own: it is kept, and never asked about. */
const ownFields = ['name', 'email'];

/**
 * Puts what somebody typed into a draft that others may have changed since: each field that they changed gets their value,
 * each other keeps what stands in the draft.
 */
export function mergeDraft(current: Fields, { base, typed }: TypedForm): Merged {
  const changes: FieldChange[] = [];
  const fields = { ...current };
  for (const field of Object.keys({ ...base, ...typed })) {
    const [from, value, before] = [base[field] ?? '', typed[field] ?? '', current[field] ?? ''];
    if (value === from) continue;
    const isUnseen = before !== from && before !== value && !ownFields.includes(field);
    changes.push({ field, value, before, isUnseen });
    if (value === '') delete fields[field];
    else fields[field] = value;
  }
  const lacks = (field: string) => (fields[field] ?? '') !== (typed[field] ?? '') && !ownFields.includes(field);
  const isUnseen = changes.some((change) => change.isUnseen) || Object.keys(base).some(lacks);
  return { fields, changes, isUnseen };
}

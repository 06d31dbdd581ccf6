import { z } from 'zod';
import type { Language } from '#lib/domain/language.ts';

/** A name in an address. */
export const name = z.string().min(1).max(100);

/** The language of labels and refusals; `no` is bokmål, as Statistics Norway calls it. */
export const lang = z.enum(['nb', 'nn', 'no']).default('nb').describe('The language of labels and refusals.');

/** The language that a value of `lang` stands for. */
export function languageIn(value: z.output<typeof lang>): Language {
  return value === 'nn' ? 'nn' : 'nb';
}

import { z } from 'zod';

/** The languages of the screens; texts of data carry English as well. */
export const languages = ['nb', 'nn'] as const;
export type Language = (typeof languages)[number];

export const textSchema = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) });
/** One wording in every language the data are published in. */
export type Text = z.infer<typeof textSchema>;

/** Bokmål when nothing else is known; null and unknown values are bokmål. */
export function languageOf(value: string | null | undefined): Language {
  return languages.find((language) => language === value) ?? 'nb';
}

import type { Language } from '#lib/domain/language.ts';

/** Chromium has no nynorsk of its own and would fall back to English; the formats of bokmål are the same. */
const locales: Record<Language, string[]> = { nb: ['nb-NO'], nn: ['nn-NO', 'nb-NO'] };
const words = ['ingen', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'];

/** The gender of the counted noun, which the word for one follows; bokmål counts the feminine as the masculine. */
export type Gender = 'masculine' | 'feminine' | 'neuter';
const one: Record<Language, Record<Gender, string>> = {
  nb: { masculine: 'én', feminine: 'én', neuter: 'ett' },
  nn: { masculine: 'éin', feminine: 'éi', neuter: 'eitt' }
};

/** Made when first used, and once: making a number format takes some 30 µs, one of dates more, and a page uses hundreds. */
function once<Format>(make: (locale: string[]) => Format): (language: Language) => Format {
  const made: Partial<Record<Language, Format>> = {};
  return (language) => (made[language] ??= make(locales[language]));
}
const timeZone = 'Europe/Oslo';
const numbers = once((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const rates = once((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const ratios = once((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
const shares = once((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));
const days = once((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }));
const months = once((locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }));
const times = once((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }));
const lists = once((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** A number as figures, with at most one decimal. */
export function formatNumber(value: number, language: Language): string {
  const isPlain = Number.isInteger(value) && value >= 0 && value < 1000;
  return isPlain ? String(value) : numbers(language).format(value);
}

/** A measured number with its one decimal, "2,0". */
export function formatRate(value: number, language: Language): string {
  return rates(language).format(value);
}

/** How many times as many with two decimals, "1,18". */
export function formatRatio(value: number, language: Language): string {
  return ratios(language).format(value);
}

/** A share between 0 and 1 as whole per cent, "64 %"; a base of 0 gives null. */
export function formatShare(part: number, whole: number, language: Language): string | null {
  if (whole === 0) return null;
  return shares(language).format(part / whole);
}

/** A count in running text: words up to twelve, figures after; zero is "ingen" and goes with the plural. */
export function numberInText(value: number, language: Language, gender: Gender = 'masculine'): string {
  if (value === 1) return one[language][gender];
  return words[value] ?? formatNumber(value, language);
}

/** A day as "3. mars 2024", in Norwegian time. */
export function formatDate(date: Date | string, language: Language): string {
  return days(language).format(new Date(date));
}

/** A month stored as "2025-03" as "mars 2025". */
export function formatMonth(month: string, language: Language): string {
  return months(language).format(new Date(`${month}-01`));
}

/** A moment as "3. mars 2024 kl. 14.05", in Norwegian time. */
export function formatMoment(date: Date, language: Language): string {
  return `${formatDate(date, language)} ${formatTime(date, language)}`;
}

/** The time of a moment as "kl. 14.05", in Norwegian time. */
export function formatTime(date: Date | number, language: Language): string {
  return `kl. ${times(language).format(date).replace(':', '.')}`;
}

/** The first letter in upper case, for a sentence that begins with a number word. */
export function sentenceCase(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('nb-NO') + sentence.slice(1);
}

/** Names in running text: "Risør, Grimstad og Arendal". */
export function listInText(names: readonly string[], language: Language): string {
  return lists(language).format(names);
}

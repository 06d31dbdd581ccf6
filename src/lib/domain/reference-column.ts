import { z } from 'zod';

export const text = z.string().min(1, 'tomt felt');
export const maybeText = z.string().transform((value) => (value === '' ? null : value));
export const municipalityNumber = z.string().regex(/^\d{4}$/, 'ikke et kommunenummer på fire sifre');
export const countyNumber = z.string().regex(/^\d{2}$/, 'ikke et fylkesnummer på to sifre');
export const wholeNumber = z
  .string()
  .regex(/^\d+$/, 'ikke et helt tall')
  .transform((value) => Number(value));
export const maybeWholeNumber = z
  .string()
  .regex(/^\d*$/, 'ikke et helt tall')
  .transform((value) => (value === '' ? null : Number(value)));
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'ikke et tall')
  .transform((value) => Number(value));

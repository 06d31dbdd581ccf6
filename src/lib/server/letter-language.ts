import type { Language } from '#lib/domain/language.ts';
import type { Tx } from './db.ts';

/**
 * The language of letters to an address of a municipality, whoever writes: of the address, else of the municipality's
 * person or mailbox, else bokmål. `letter_language` in the store holds the rule for lists too.
 */
export async function letterLanguage(tx: Tx, municipalityNo: string, address: string | null): Promise<Language> {
  const [found] = await tx.query<{ language: Language }>(`select language from letter_language($1, $2)`, [
    municipalityNo,
    address
  ]);
  if (!found) throw new Error('no language for ' + municipalityNo);
  return found.language;
}

import type { Language } from '#lib/domain/language.ts';
import type { Tx } from './db.ts';

/** Where a municipality that the actor follows up is written to, in its language; null when there is no address that works. */
export async function findDeskAddress(
  tx: Tx,
  municipalityNo: string
): Promise<{ email: string; language: Language } | null> {
  const [found] = await tx.query<{ email: string; language: Language }>(
    `select email, language from app_desk_address($1)`,
    [municipalityNo]
  );
  return found ?? null;
}

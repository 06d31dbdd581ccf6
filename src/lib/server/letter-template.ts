import type { Language } from '#lib/domain/language.ts';
import type { Letter } from '#lib/domain/letter.ts';
import type { LetterKind } from '#lib/domain/mail-plan.ts';
import type { Round } from '#lib/domain/round.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';

/** A round's own wording of a letter in a language. */
export type LetterTemplate = Letter & { kind: LetterKind; language: Language };
type Place = Pick<LetterTemplate, 'kind' | 'language'>;

/** The letters that a round words in its own way. */
export function listTemplates(tx: Tx, roundId: string): Promise<LetterTemplate[]> {
  return tx.query<LetterTemplate>(
    `select kind, language, subject, body from letter_template where round_id = $1 order by kind, language`,
    [roundId]
  );
}

/** Gives a round its own wording of a letter. */
export async function saveTemplate(
  tx: Tx,
  round: Pick<Round, 'id' | 'korusRegion'>,
  { kind, language, subject, body }: LetterTemplate,
  at: Date
): Promise<void> {
  await tx.query(
    `insert into letter_template (round_id, kind, language, subject, body, changed_at)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (round_id, kind, language) do update
      set subject = excluded.subject, body = excluded.body, changed_at = excluded.changed_at`,
    [round.id, kind, language, subject, body, at]
  );
  const detail = { kind, language };
  await recordAudit(tx, { at, chain: round.korusRegion, action: 'letter_worded', subject: round.id, detail });
}

/** Goes back to the product's wording of a letter. */
export async function removeTemplate(
  tx: Tx,
  round: Pick<Round, 'id' | 'korusRegion'>,
  { kind, language }: Place,
  at: Date
): Promise<void> {
  const removed = await tx.query(
    `delete from letter_template where round_id = $1 and kind = $2 and language = $3 returning kind`,
    [round.id, kind, language]
  );
  if (removed.length === 0) return;
  const detail = { kind, language };
  await recordAudit(tx, { at, chain: round.korusRegion, action: 'letter_restored', subject: round.id, detail });
}

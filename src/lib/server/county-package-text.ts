import type { PackageAudience } from '#lib/domain/county-package.ts';
import { languages, type Language } from '#lib/domain/language.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';

/** Whose text, for whom, of which round. */
type Of = { county: string; roundId: string; audience: PackageAudience };

/** The sentences of a county's package, for its governor's advisers; null in a language nobody has written in. */
export async function readPackageText(
  tx: Tx,
  { county, roundId, audience }: Of
): Promise<Record<Language, string | null>> {
  const rows = await tx.query<{ language: Language; body: string }>(
    `select language, body
    from county_package_text
    where county_no = $1 and round_id = $2 and audience = $3`,
    [county, roundId, audience]
  );
  const of = (language: Language) => rows.find((row) => row.language === language)?.body ?? null;
  return { nb: of('nb'), nn: of('nn') };
}

/** Keeps the sentences; the audit of the county tells that they were written. */
export async function writePackageText(
  tx: Tx,
  { county, roundId, audience }: Of,
  text: Record<Language, string>,
  at: Date
): Promise<void> {
  for (const language of languages) {
    await tx.query(
      `insert into county_package_text (county_no, round_id, audience, language, body, changed_at, changed_by)
      values ($1, $2, $3, $4, $5, $6, app_person())
      on conflict (county_no, round_id, audience, language)
      do update set body = excluded.body, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [county, roundId, audience, language, text[language], at]
    );
  }
  const detail = { audience };
  await recordAudit(tx, { at, chain: county, action: 'county_package_written', subject: roundId, detail });
}

/** That a package left the system as a file, for whom and in which format. */
export async function recordPackageExport(
  tx: Tx,
  { county, roundId, audience }: Of,
  format: string,
  at: Date
): Promise<void> {
  const detail = { audience, format };
  await recordAudit(tx, { at, chain: county, action: 'county_package_exported', subject: roundId, detail });
}

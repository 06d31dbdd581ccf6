import type { Tx } from './db.ts';

/** What holds for a municipality's answers: whether links open them, and whether they may be changed at all. */
export type MunicipalitySetting = { takesLinks: boolean; isReadOnly: boolean };

/** The setting of a municipality; one that nobody has changed takes links and changes. */
export async function readSetting(tx: Tx, municipalityNo: string): Promise<MunicipalitySetting> {
  const [setting] = await tx.query<MunicipalitySetting>(
    `select takes_links as "takesLinks", is_read_only as "isReadOnly"
    from municipality_setting
    where municipality_no = $1`,
    [municipalityNo]
  );
  return setting ?? { takesLinks: true, isReadOnly: false };
}

import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** What a municipality has chosen: whether its answer link opens the form, and whether its answers stand as they are. */
export type MunicipalitySetting = { takesLinks: boolean; isReadOnly: boolean };

const unset: MunicipalitySetting = { takesLinks: true, isReadOnly: false };

/** The setting of a municipality; links, and not read-only, when nobody has chosen. */
export async function readSetting(tx: Tx, municipalityNo: string): Promise<MunicipalitySetting> {
  const [setting] = await tx.query<MunicipalitySetting>(
    `select takes_links as "takesLinks", is_read_only as "isReadOnly"
    from municipality_setting
    where municipality_no = $1`,
    [municipalityNo]
  );
  return setting ?? unset;
}

/** Changes the setting of a municipality; choosing the same again changes nothing. For its administrators. */
export async function changeSetting(
  tx: Tx,
  municipalityNo: string,
  setting: MunicipalitySetting,
  at: Date
): Promise<void> {
  const before = await readSetting(tx, municipalityNo);
  if (before.takesLinks === setting.takesLinks && before.isReadOnly === setting.isReadOnly) return;
  const changed = await tx.query(
    `insert into municipality_setting (municipality_no, takes_links, is_read_only, changed_at)
    values ($1, $2, $3, $4)
    on conflict (municipality_no) do update
      set takes_links = excluded.takes_links, is_read_only = excluded.is_read_only, changed_at = excluded.changed_at
    returning municipality_no`,
    [municipalityNo, setting.takesLinks, setting.isReadOnly, at]
  );
  if (changed.length === 0) throw Problem.notFound();
  await recordAudit(tx, {
    ...{ at, chain: municipalityNo, action: 'setting_changed', subject: municipalityNo },
    detail: { ...setting, before }
  });
}

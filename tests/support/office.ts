import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const places = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'];
/** LibreOffice, where it is installed; null where it is not. */
export const office = places.find((place) => existsSync(place)) ?? null;

/** What LibreOffice makes of a file, as text; each run has a profile of its own. */
export function convertedByOffice(bytes: Uint8Array, ending: string, filter: string): string {
  if (!office) throw new Error('LibreOffice is not installed');
  const directory = mkdtempSync(join(tmpdir(), 'regionspeil-office-'));
  try {
    writeFileSync(join(directory, `file.${ending}`), bytes);
    const profile = `-env:UserInstallation=file://${directory}/profile`;
    const args = [
      profile,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      directory,
      join(directory, `file.${ending}`)
    ];
    execFileSync(office, args, { stdio: 'ignore', timeout: 100_000 });
    const made = readdirSync(directory).find((name) => name.endsWith(`.${filter.slice(0, 3)}`));
    if (!made) throw new Error(`LibreOffice made nothing of the ${ending}`);
    return readFileSync(join(directory, made), 'utf8');
  } finally {
    rmSync(directory, { recursive: true });
  }
}

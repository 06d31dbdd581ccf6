import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Store } from '#lib/server/db.ts';

/** Every row of every table, as text and with its bytes spelled out: what a dump of the database tells. */
export async function dumpTables({ owner }: Store): Promise<Map<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name
    from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
    order by table_name`
  );
  const dump = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await owner.query<{ told: string }>(
      `select ${name}::text || ' ' || encode(convert_to(${name}::text, 'UTF8'), 'escape') as told from ${name}`
    );
    const bytes = await bytesIn({ owner }, name);
    dump.set(name, [...rows.map(({ told }) => told), ...bytes].join('\n'));
  }
  return dump;
}

/** What stands in the columns of bytes, read as UTF-8: hexadecimal would hide clear text. */
async function bytesIn({ owner }: Pick<Store, 'owner'>, table: string): Promise<string[]> {
  const { rows: columns } = await owner.query<{ name: string }>(
    `select column_name as name
    from information_schema.columns
    where table_schema = 'public' and table_name = $1 and data_type = 'bytea'`,
    [table]
  );
  const found: string[] = [];
  for (const { name } of columns) {
    const { rows } = await owner.query<{ bytes: Buffer | null }>(`select ${name} as bytes from ${table}`);
    found.push(...rows.map(({ bytes }) => bytes?.toString('utf8') ?? ''));
  }
  return found;
}

/** The files below a folder that hold one of the words, with the word: nothing is left out, the write-ahead log neither. */
export function filesWith(directory: string, words: readonly string[]): string[] {
  const needles = words.map((word) => [word, Buffer.from(word)] as const);
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const content = readFileSync(file);
      return needles.filter(([, needle]) => content.includes(needle)).map(([word]) => `${file}: ${word}`);
    });
}

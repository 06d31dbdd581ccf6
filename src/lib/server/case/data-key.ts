import { randomBytes } from 'node:crypto';
import type { Tx } from '#lib/server/db.ts';
import { decrypt, encrypt, type Belonging } from './cipher.ts';
import type { MasterKeys } from './master-key.ts';

/** The register in one transaction: the keys that open it, and the time of what is done. */
export type Register = { tx: Tx; masters: MasterKeys; at: Date };

/** A municipality's key, unwrapped. */
export type DataKey = { municipalityNo: string; edition: number; key: Buffer };
type StoredKey = { edition: number; master: string; wrapped: Buffer };

/** The newest key of a municipality; the first is made when there is none. */
export async function currentKey(register: Register, municipalityNo: string): Promise<DataKey> {
  const newest = (await listKeys(register.tx, municipalityNo)).at(-1);
  return newest ? unwrap(register.masters, municipalityNo, newest) : addKey(register, municipalityNo);
}

/** The key of one edition. */
export async function keyOf(
  { tx, masters }: Pick<Register, 'tx' | 'masters'>,
  municipalityNo: string,
  edition: number
): Promise<DataKey> {
  const found = (await listKeys(tx, municipalityNo)).find((one) => one.edition === edition);
  if (!found) throw new Error(`municipality ${municipalityNo} has no key ${edition}`);
  return unwrap(masters, municipalityNo, found);
}

/** Every key of a municipality, the oldest first; empty when it has none. */
export async function keysOf(
  { tx, masters }: Pick<Register, 'tx' | 'masters'>,
  municipalityNo: string
): Promise<DataKey[]> {
  return (await listKeys(tx, municipalityNo)).map((one) => unwrap(masters, municipalityNo, one));
}

/** Makes the next key of a municipality. */
export async function addKey({ tx, masters, at }: Register, municipalityNo: string): Promise<DataKey> {
  const edition = ((await listKeys(tx, municipalityNo)).at(-1)?.edition ?? 0) + 1;
  const key = randomBytes(32);
  const wrapped = encrypt(masterOf(masters, masters.current), belongingOf(municipalityNo, edition), key);
  await tx.query(
    `insert into case_key (municipality_no, edition, master, wrapped, made_at)
    values ($1, $2, $3, $4, $5)`,
    [municipalityNo, edition, masters.current, wrapped, at]
  );
  return { municipalityNo, edition, key };
}

/** Wraps every key with the current master key, so that older ones can be taken out of the file. Returns how many. */
export async function rewrapKeys(tx: Tx, masters: MasterKeys): Promise<number> {
  const stored = await tx.query<StoredKey & { municipalityNo: string }>(
    `select municipality_no as "municipalityNo", edition, master, wrapped
    from case_key
    where master <> $1
    order by municipality_no, edition`,
    [masters.current]
  );
  for (const one of stored) {
    const { key } = unwrap(masters, one.municipalityNo, one);
    const belonging = belongingOf(one.municipalityNo, one.edition);
    await tx.query(`update case_key set wrapped = $3, master = $4 where municipality_no = $1 and edition = $2`, [
      ...[one.municipalityNo, one.edition],
      ...[encrypt(masterOf(masters, masters.current), belonging, key), masters.current]
    ]);
  }
  return stored.length;
}

/** Removes a key that nothing uses any longer; the store refuses one that a person or a document needs. */
export async function removeKey(tx: Tx, municipalityNo: string, edition: number): Promise<void> {
  await tx.query(`delete from case_key where municipality_no = $1 and edition = $2`, [municipalityNo, edition]);
}

function listKeys(tx: Tx, municipalityNo: string): Promise<StoredKey[]> {
  return tx.query<StoredKey>(
    `select edition, master, wrapped
    from case_key
    where municipality_no = $1
    order by edition`,
    [municipalityNo]
  );
}

function unwrap(masters: MasterKeys, municipalityNo: string, { edition, master, wrapped }: StoredKey): DataKey {
  const key = decrypt(masterOf(masters, master), belongingOf(municipalityNo, edition), wrapped);
  return { municipalityNo, edition, key };
}

function masterOf({ byName }: MasterKeys, name: string): Buffer {
  const key = byName.get(name);
  if (!key) throw new Error('CASE_KEY_FILE: the master key is gone: ' + name);
  return key;
}

function belongingOf(municipalityNo: string, edition: number): Belonging {
  return { table: 'case_key', column: 'wrapped', municipalityNo, id: String(edition) };
}

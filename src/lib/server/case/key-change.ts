import { recordAudit } from '#lib/server/audit.ts';
import type { Db, Tx } from '#lib/server/db.ts';
import { resealMessage } from '#lib/server/dispatch/outbox.ts';
import { caseVault } from '#lib/server/dispatch/vault.ts';
import { addKey, removeKey, rewrapKeys, type Register } from './data-key.ts';
import { resealDocument } from './document.ts';
import { listKeyUse, valuesOf } from './key-use.ts';
import type { MasterKeys } from './master-key.ts';
import { resealPerson } from './person.ts';

const actor = { kind: 'system', task: 'case_key' } as const;
const chain = 'system';
/** Values in one transaction: the register is in use meanwhile, and what a kill takes back is done again. */
const most = { persons: 20, documents: 4, messages: 20 };
/** Milliseconds after a new key in which work that began before it may still write with the old one. */
const settling = 3_600_000;

/** The register as its operator opens it: the store, the master keys, and the time. */
export type KeyRing = { db: Db; masters: MasterKeys; clock: () => Date };

/** Wraps every key with the first master key of the file, so that the others can be taken out. Returns how many. */
export function rewrap({ db, masters, clock }: KeyRing): Promise<number> {
  return db.transaction(actor, async (tx) => {
    const keys = await rewrapKeys(tx, masters);
    const entry = { at: clock(), chain, action: 'case_keys_rewrapped', subject: masters.current, detail: { keys } };
    if (keys > 0) await recordAudit(tx, entry);
    return keys;
  });
}

/** Makes a new key for these municipalities, or for all that have one. Returns which it made keys for. */
export async function addKeys({ db, masters, clock }: KeyRing, wanted: readonly string[]): Promise<string[]> {
  const known = await municipalitiesOf(db);
  const unknown = wanted.find((one) => !known.includes(one));
  if (unknown !== undefined) throw new Error(`${unknown} has no key`);
  const chosen = known.filter((one) => wanted.length === 0 || wanted.includes(one));
  for (const municipalityNo of chosen) {
    await db.transaction(actor, async (tx) => {
      const at = clock();
      const { edition } = await addKey({ tx, masters, at }, municipalityNo);
      await recordAudit(tx, { at, chain, action: 'case_key_added', subject: municipalityNo, detail: { edition } });
    });
  }
  return chosen;
}

/** How many values were sealed anew, by where they lie. */
export type Resealed = Record<keyof typeof most, number>;

/**
 * Seals everything that an older key opens with the newest of its municipality, some values in each transaction. What is
 * done stays done when it is broken off; begun again, it goes on with the rest.
 */
export async function resealAll({ db, masters, clock }: KeyRing): Promise<Resealed> {
  const done: Resealed = { persons: 0, documents: 0, messages: 0 };
  for (const municipalityNo of await municipalitiesOf(db)) {
    for (const kind of ['persons', 'documents', 'messages'] as const) {
      let sealed: number;
      do {
        sealed = await db.transaction(actor, (tx) => resealSome({ tx, masters, at: clock() }, municipalityNo, kind));
        done[kind] += sealed;
      } while (sealed > 0);
    }
  }
  return done;
}

/** How many keys were removed, and how many stay: values need them, or the newest key is younger than an hour. */
export type Retired = { removed: number; needed: number; tooNew: number };

/** Removes the older keys that nothing uses any longer. */
export function retireKeys({ db, clock }: KeyRing): Promise<Retired> {
  return db.transaction(actor, async (tx) => {
    const done: Retired = { removed: 0, needed: 0, tooNew: 0 };
    for (const use of await listKeyUse(tx)) {
      if (use.edition === use.newest) continue;
      if (valuesOf(use) > 0) done.needed += 1;
      else if (clock().getTime() - use.madeAt.getTime() < settling) done.tooNew += 1;
      else {
        await removeKey(tx, use.municipalityNo, use.edition);
        const [subject, detail] = [use.municipalityNo, { edition: use.edition }];
        await recordAudit(tx, { at: clock(), chain, action: 'case_key_retired', subject, detail });
        done.removed += 1;
      }
    }
    return done;
  });
}

async function municipalitiesOf(db: Db): Promise<string[]> {
  const use = await db.transaction(actor, listKeyUse);
  return [...new Set(use.map(({ municipalityNo }) => municipalityNo))];
}

async function resealSome(register: Register, municipalityNo: string, kind: keyof Resealed): Promise<number> {
  const { tx, masters, at } = register;
  const vault = caseVault(masters, () => at);
  const ids = await select[kind](tx, municipalityNo);
  for (const { id } of ids) {
    if (kind === 'persons') await resealPerson(register, { municipalityNo, id });
    else if (kind === 'documents') await resealDocument(register, { municipalityNo, id });
    else await resealMessage(tx, vault, { municipalityNo, id });
  }
  return ids.length;
}

const newest = `(select max(edition) from case_key where case_key.municipality_no = $1)`;

/** The next values that an older key opens, held until the transaction ends. */
const select: Record<keyof Resealed, (tx: Tx, municipalityNo: string) => Promise<{ id: string }[]>> = {
  persons: async (tx, municipalityNo) => {
    await holdReferrals(tx, municipalityNo);
    return tx.query(
      `select person.case_id as id
      from case_person as person
      join case_file as file on file.municipality_no = person.municipality_no and file.id = person.case_id
      where person.municipality_no = $1 and (person.key_edition < ${newest} or file.digest_edition < ${newest})
      order by person.case_id
      limit $2
      for update of person`,
      [municipalityNo, most.persons]
    );
  },
  documents: (tx, municipalityNo) =>
    tx.query(
      `select id
      from case_document
      where municipality_no = $1 and key_edition < ${newest}
      order by id
      limit $2
      for update`,
      [municipalityNo, most.documents]
    ),
  messages: (tx, municipalityNo) =>
    tx.query(
      `select id
      from dispatch
      where municipality_no = $1 and substring(content from 1 for 4) < int4send(${newest})
      order by id
      limit $2
      for update`,
      [municipalityNo, most.messages]
    )
};

/** A referral that is being added looks for its reference under every key: it waits, so that it misses none. */
async function holdReferrals(tx: Tx, municipalityNo: string): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('case ' || unit_no, 0))
    from (select distinct unit_no from case_file where municipality_no = $1 order by unit_no) as unit`,
    [municipalityNo]
  );
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  findAuditFaults,
  findLostHeads,
  listAuditHeads,
  type AuditFault,
  type AuditHead,
  type LostHead
} from '#lib/server/audit.ts';
import { parseHeadsFile, writeHeadsFile } from '#lib/server/audit-heads-file.ts';
import type { Store } from '#lib/server/db.ts';
import { readStorePlace } from '#lib/server/env.ts';
import { openStore } from '#lib/server/store.ts';

const verifier = { kind: 'system', task: 'audit_verify' } as const;
const usage = 'Bruk: npm run audit:verify -- [--heads FIL] [--since FIL]';
const sentences: Record<(AuditFault | LostHead)['kind'], (row: number) => string> = {
  changed: (row) => `rad ${row} er endret.`,
  missing: (row) => `raden før rad ${row} mangler, eller er skrevet om.`,
  cut: (row) => `slutten mangler: siste rad skulle være ${row}.`,
  head: (row) => `det som er notert om slutten av kjeden, stemmer ikke med rad ${row}.`,
  shorter: (row) => `kjeden er kortere enn i filen, der siste rad var ${row}.`,
  rewritten: (row) => `kjeden er skrevet om: rad ${row} er ikke den samme som i filen.`
};

try {
  const { heads: headsFile, since } = readArguments();
  const kept = since === undefined ? [] : parseHeadsFile(readFileSync(since, 'utf8'));
  const { heads, broken } = await readAudit(kept);
  for (const { chain, length, sequence, hash } of heads) {
    process.stdout.write(`${chain.padEnd(12)} ${String(length).padStart(7)} rader, siste ${sequence}: ${hash}\n`);
  }
  const rows = heads.reduce((sum, { length }) => sum + length, 0);
  if (broken.length > 0) {
    const faults = broken.map(({ chain, sequence, kind }) => `  ${chain}: ${sentences[kind](sequence)}`);
    throw new Error(['Loggen er ikke hel:', ...faults].join('\n'));
  }
  process.stdout.write(`Loggen er hel: ${rows} rader i ${heads.length} kjeder.\n`);
  if (since !== undefined) process.stdout.write(`Alle ${kept.length} kjeder i ${since} er der som før.\n`);
  if (headsFile !== undefined) {
    writeFileSync(headsFile, writeHeadsFile(heads, new Date()));
    process.stdout.write(`Slutten av hver kjede er skrevet til ${headsFile}. Ta vare på filen et annet sted.\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({ options: { heads: { type: 'string' }, since: { type: 'string' } } }).values;
  } catch (cause) {
    throw new Error(usage, { cause });
  }
}

async function readAudit(kept: readonly AuditHead[]) {
  const db = await openExisting();
  try {
    const { rows } = await db.owner.query<{ found: boolean }>(
      `select to_regclass('public.audit_head') is not null as found`
    );
    if (!rows[0]?.found) throw new Error('Lageret har ingen logg ennå. Start Regionspeil en gang først.');
    return await db.transaction(verifier, async (tx) => ({
      heads: await listAuditHeads(tx),
      broken: [...(await findAuditFaults(tx)), ...(await findLostHeads(tx, kept))]
    }));
  } finally {
    await db.close();
  }
}

/** Opening makes a store that is not there, and an empty one would be called whole. */
async function openExisting(): Promise<Store> {
  const { databaseUrl, directory } = readStorePlace(process.env);
  if (databaseUrl === undefined && !existsSync(path.join(directory, 'pglite'))) {
    throw new Error(`Fant ikke noe lager i ${directory}. Sett STORE_DIR eller DATABASE_URL.`);
  }
  return openStore({ databaseUrl, directory });
}

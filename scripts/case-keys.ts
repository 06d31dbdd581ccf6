import { listKeyUse, valuesOf } from '#lib/server/case/key-use.ts';
import { addKeys, resealAll, retireKeys, rewrap, type KeyRing } from '#lib/server/case/key-change.ts';
import { masterKeysOf } from '#lib/server/case/master-key.ts';
import { readEnvironment, storePlaceOf } from '#lib/server/env.ts';
import { loadReference } from '#lib/server/reference.ts';
import { openReadyStore } from '#lib/server/store.ts';

const usage = `Bruk: npm run case-keys -- KOMMANDO
  status          hvilke nøkler som er i bruk, og hvor mye de åpner
  rewrap          pakk inn alle nøklene med den første hovednøkkelen i CASE_KEY_FILE
  add [KOMMUNE …] lag en ny nøkkel for kommunene, eller for alle som har en
  reseal          krypter alt som er eldre, med den nyeste nøkkelen; kan avbrytes og startes igjen
  retire          fjern gamle nøkler som ingenting bruker`;

const commands: Record<string, (ring: KeyRing, given: string[]) => Promise<string>> = {
  status: async ({ db, masters }) => {
    const used = await db.transaction({ kind: 'system', task: 'case_key' }, listKeyUse);
    const lines = used.map((key) => {
      const newest = key.edition === key.newest ? ', nyest' : '';
      const master = masters.byName.has(key.master) ? key.master : `${key.master} (mangler i CASE_KEY_FILE)`;
      return `${key.municipalityNo} nøkkel ${key.edition}${newest}: ${valuesOf(key)} verdier, pakket inn med ${master}`;
    });
    return [`Første hovednøkkel: ${masters.current}. Nøkler: ${used.length}.`, ...lines].join('\n');
  },
  rewrap: async (ring) => `Nøkler pakket inn på nytt med ${ring.masters.current}: ${await rewrap(ring)}.`,
  add: async (ring, given) => {
    const made = await addKeys(ring, given);
    return `Nye nøkler: ${made.length}${made.length > 0 ? ` (${made.join(', ')})` : ''}.`;
  },
  reseal: async (ring) => {
    const { persons, documents, messages } = await resealAll(ring);
    return `Kryptert på nytt: ${persons} personer, ${documents} dokumenter, ${messages} sendinger. Ingenting står igjen.`;
  },
  retire: async (ring) => {
    const { removed, needed, tooNew } = await retireKeys(ring);
    const why = [
      ...(needed > 0 ? [`${needed} er i bruk: kjør reseal`] : []),
      ...(tooNew > 0 ? [`${tooNew} må vente til den nyeste nøkkelen er en time gammel`] : [])
    ];
    return `Fjernet: ${removed}. Beholdt: ${needed + tooNew}${why.length > 0 ? ` (${why.join('; ')})` : ''}.`;
  }
};

const [name = '', ...given] = process.argv.slice(2);

try {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Error(usage);
  const env = readEnvironment(process.env);
  const masters = masterKeysOf(env);
  if (!masters) throw new Error('CASE_KEY_FILE: mangler, så saksregisteret er ikke i bruk.');
  const db = await openReadyStore(storePlaceOf(env), loadReference('data').geography);
  try {
    process.stdout.write(`${await command({ db, masters, clock: () => new Date() }, given)}\n`);
  } finally {
    await db.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

import type { Grant } from '#lib/domain/access.ts';
import { isEmail } from '#lib/domain/contact.ts';
import type { Geography } from '#lib/domain/geography.ts';
import { roles, unitTypesOf } from '#lib/domain/role.ts';
import { chainOf, unitOfChain } from '#lib/domain/unit.ts';
import { readEnvironment, storePlaceOf } from '#lib/server/env.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { makeInvitation } from '#lib/server/invitation.ts';
import { addPerson } from '#lib/server/person.ts';
import { loadReference } from '#lib/server/reference.ts';
import { openReadyStore } from '#lib/server/store.ts';

const [email = '', name = '', roleName = '', unitName = ''] = process.argv.slice(2);

try {
  if (!unitName) throw new Error('Bruk: npm run grant -- EPOST NAVN ROLLE ENHET');
  if (!isEmail(email)) throw new Error(`«${email}» er ikke en e-postadresse.`);
  const env = readEnvironment(process.env);
  const { geography } = loadReference('data');
  const grant = readGrant(geography);
  const origin = env.ORIGIN ?? `http://localhost:${env.PORT}`;
  const db = await openReadyStore(storePlaceOf(env), geography);
  try {
    const at = new Date();
    const token = await db.transaction({ kind: 'system', task: 'grant' }, async (tx) => {
      const { id: personId } = await addPerson(tx, { name, email }, at);
      await giveGrant(tx, { ...grant, personId }, at);
      return makeInvitation(tx, { personId, by: null, chain: chainOf(grant) }, at);
    });
    process.stdout.write(`${name} har fått rollen. Invitasjonen gjelder i 14 dager:\n${origin}/invitasjon/${token}\n`);
  } finally {
    await db.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function readGrant(geography: Geography): Grant {
  const role = roles.find((one) => one === roleName);
  const unit = unitOfChain(geography, unitName);
  if (!role) throw new Error(`«${roleName}» er ingen rolle. Velg en av: ${roles.join(', ')}`);
  if (!unit) throw new Error(`«${unitName}» er ingen enhet. Skriv for eksempel system, sor, 42, 4204 eller unit-4204`);
  if (!unitTypesOf[role].includes(unit.unitType)) throw new Error(`${role} kan ikke gis for ${unitName}.`);
  return { ...unit, role };
}

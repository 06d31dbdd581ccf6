import type { App } from './app.ts';
import { demonstrationPeople, demonstrationRespondent } from './demonstration.ts';
import { addLoginLink } from './login-link.ts';
import { findPersonByEmail } from './person.ts';
import { answerToken } from './token.ts';

/** What the start prints: the address, and in demonstration mode one sign-in link a role. */
export async function announce({ env, origin, db, clock, secret, providers, log }: App): Promise<string> {
  const lines = [`Regionspeil er klar på ${origin}`];
  if (!env.isDemonstration && providers.length === 0) {
    log.warn({ variable: 'OIDC_PROVIDERS' }, 'nobody but respondents can sign in');
    lines.push('Obs: OIDC_PROVIDERS mangler. Bare de som svarer for en kommune, kan logge inn.');
  }
  if (env.isDemonstration) {
    lines.push('', 'Demonstrasjon med syntetiske tall. Lenker for å prøve:');
    for (const { role, name, email } of demonstrationPeople) {
      const token = await db.transaction({ kind: 'system', task: 'announcement' }, async (tx) => {
        const person = await findPersonByEmail(tx, email);
        return person && addLoginLink(tx, person.id, clock());
      });
      if (token)
        lines.push(`  ${role.padEnd(13)} ${origin}/logg-inn/${token}  (${name}, virker én gang i 15 minutter)`);
    }
    const { roundId, municipalityNo } = demonstrationRespondent;
    lines.push(
      `  ${'svarlenke'.padEnd(13)} ${origin}/svar/${answerToken(secret, roundId, municipalityNo)}  (Vennesla)`
    );
    lines.push(`  ${'statistikk'.padEnd(13)} ${origin}/statistikk/sor/2024`, '');
  }
  return `${lines.join('\n')}\n`;
}

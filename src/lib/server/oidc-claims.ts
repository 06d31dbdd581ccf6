import { z } from 'zod';
import { isOrganisationNumber } from '#lib/domain/organisation-number.ts';
import type { IdentityProvider, Representation } from './identity-provider.ts';
import { Problem } from './problem.ts';

/** Someone a provider vouches for. Issuer and subject together are one person for good; a name is not. */
export type Identity = {
  issuer: string;
  subject: string;
  name: string | null;
  acr: string | null;
  /** The session at the provider, which may ask us to end ours. */
  sid: string | null;
  /** Wanted back by the provider at sign-out; it may hold a national identity number, and is shown to nobody else. */
  idToken: string;
  organisation: { number: string; name: string | null } | null;
};

const partySchema = z.object({ orgno: z.object({ ID: z.string() }), name: z.string().optional() });
const reporteeSchema = z.object({ ID: z.string(), Name: z.string().optional() });
const detailSchema = z.object({
  type: z.string(),
  resource: z.string().optional(),
  authorized_parties: z.array(partySchema).default([]),
  reportees: z.array(reporteeSchema).default([])
});
type Detail = z.infer<typeof detailSchema>;

/** Takes from a checked id_token what we use, and refuses one that is too weak or without the representation asked for. */
export function readIdentity(provider: IdentityProvider, claims: Record<string, unknown>, idToken: string): Identity {
  const issuer = textOf(claims.iss);
  const subject = textOf(claims[provider.subjectClaim]);
  if (issuer === null || subject === null) throw Problem.signInRefused('sign-in-refused');
  const acr = textOf(claims.acr);
  if (provider.requiredAcr.length > 0 && !provider.requiredAcr.includes(acr ?? '')) {
    throw Problem.signInRefused('acr-too-low');
  }
  return {
    issuer,
    subject,
    name: nameOf(claims),
    acr,
    sid: textOf(claims.sid),
    idToken,
    organisation: provider.representation && organisationOf(provider.representation, claims.authorization_details)
  };
}

function nameOf({ name, given_name, family_name }: Record<string, unknown>): string | null {
  return textOf(name) ?? textOf([given_name, family_name].filter((part) => textOf(part) !== null).join(' '));
}

/** The one organisation chosen at the provider. With two we cannot know which, so that is as good as none. */
function organisationOf(representation: Representation, claim: unknown): Identity['organisation'] {
  const details = z.array(detailSchema).safeParse(claim).data ?? [];
  const parties = details.filter((detail) => isAskedFor(detail, representation)).flatMap(partiesOf);
  const [party] = parties;
  const number = /^0192:(\d{9})$/.exec(party?.id ?? '')?.[1];
  if (!party || !number || parties.length > 1 || !isOrganisationNumber(number)) {
    throw Problem.signInRefused('no-representation');
  }
  return { number, name: party.name };
}

function isAskedFor(detail: Detail, { type, resource }: Representation): boolean {
  return detail.type === type && (resource === undefined || detail.resource === resource);
}

function partiesOf({ type, authorized_parties, reportees }: Detail): { id: string; name: string | null }[] {
  return type === 'ansattporten:altinn:service'
    ? reportees.map(({ ID, Name }) => ({ id: ID, name: textOf(Name) }))
    : authorized_parties.map(({ orgno, name }) => ({ id: orgno.ID, name: textOf(name) }));
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}

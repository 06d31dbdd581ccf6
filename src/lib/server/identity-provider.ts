import { z } from 'zod';
import { thisMachine } from './egress.ts';

/** Tenants of Entra ID that let in anyone with a Microsoft account. */
const openTenants = ['common', 'organizations', 'consumers'];

const presets = {
  ansattporten: { acrValues: ['substantial'], requiredAcr: ['substantial', 'high'], subjectClaim: 'sub' },
  entra: { acrValues: [], requiredAcr: [], subjectClaim: 'oid' },
  standard: { acrValues: [], requiredAcr: [], subjectClaim: 'sub' }
} satisfies Record<string, { acrValues: string[]; requiredAcr: string[]; subjectClaim: string }>;

const text = z.string().min(1);

const issuerSchema = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => url.startsWith('https:') || thisMachine.includes(new URL(url).hostname), 'must be https')
  .refine((url) => !isOpenToAll(new URL(url)), 'must name one tenant');

const representationSchema = z
  .strictObject({
    type: z
      .enum(['ansattporten:altinn:resource', 'ansattporten:altinn:service', 'ansattporten:orgno'])
      .default('ansattporten:altinn:resource'),
    resource: z.string().startsWith('urn:altinn:resource:').optional(),
    role: z.enum(['respondent', 'case_officer']),
    organizationForm: z.literal('enterprise').optional()
  })
  .refine(({ type, resource }) => (type === 'ansattporten:orgno') === (resource === undefined), {
    path: ['resource'],
    message: 'must be there, except for ansattporten:orgno'
  });

const providerSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'),
    kind: z.enum(['ansattporten', 'entra', 'standard']),
    name: z.union([text.transform((name) => ({ nb: name, nn: name })), z.strictObject({ nb: text, nn: text })]),
    issuer: issuerSchema,
    clientId: text,
    clientSecret: text,
    scope: z
      .string()
      .refine((scope) => scope.split(' ').includes('openid'), 'must have openid')
      .default('openid profile'),
    acrValues: z.array(text).optional(),
    requiredAcr: z.array(text).optional(),
    subjectClaim: text.optional(),
    representation: representationSchema.optional(),
    hosts: z.array(z.hostname()).default([])
  })
  .transform((given) => ({
    ...given,
    acrValues: given.acrValues ?? presets[given.kind].acrValues,
    requiredAcr: given.requiredAcr ?? presets[given.kind].requiredAcr,
    subjectClaim: given.subjectClaim ?? presets[given.kind].subjectClaim,
    representation: given.representation ?? null
  }));

/** One way to sign in: a button, and what is asked of whoever stands behind it. Several may share an issuer. */
export type IdentityProvider = z.infer<typeof providerSchema>;
/** The organisation a person must act for, and the role that gives here. */
export type Representation = NonNullable<IdentityProvider['representation']>;

/** Reads the providers from JSON. What is wrong is told by field, never by value: there are secrets among them. */
export const identityProvidersSchema = z
  .string()
  .transform((json, context) => {
    const value = readJson(json);
    if (value === undefined) context.addIssue({ code: 'custom', message: 'is not JSON' });
    return value;
  })
  .pipe(
    z.array(providerSchema).superRefine((providers, context) => {
      const ids = providers.map(({ id }) => id);
      const repeated = ids.findIndex((id, place) => ids.indexOf(id) !== place);
      if (repeated === -1) return;
      context.addIssue({ code: 'custom', path: [repeated, 'id'], message: 'is used twice' });
    })
  );

/** The hosts the server itself calls for a provider: that of its issuer, and those that are named. */
export function hostsOf({ issuer, hosts }: IdentityProvider): string[] {
  return [new URL(issuer).hostname, ...hosts];
}

function isOpenToAll({ hostname, pathname }: URL): boolean {
  return hostname === 'login.microsoftonline.com' && openTenants.includes(pathname.split('/')[1] ?? '');
}

/** Undefined when it cannot be read. The error of the parser quotes the text, and is not passed on. */
function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

import { z } from 'zod';
import { thisMachine } from './egress.ts';
import { identityProvidersSchema } from './identity-provider.ts';

const variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe('port the server listens on'),
  HOST: z
    .string()
    .optional()
    .describe('address the server listens on; this machine only in demonstration mode, else all'),
  ORIGIN: z
    .url({ protocol: /^https?$/, abort: true })
    .refine((url) => url.startsWith('https:') || thisMachine.includes(new URL(url).hostname), 'must be https')
    .optional()
    .describe('the address people use, for example https://regionspeil.example.no; turns demonstration mode off'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL database; without it the embedded store is used. Turns demonstration mode off'),
  OWNER_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'the same database with a login that owns the tables, for migrations; then that of DATABASE_URL owns none'
    ),
  STORE_DIR: z.string().min(1).default('var/store').describe('directory of the embedded store'),
  SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('at least 32 random characters; signs the answer links. Required outside demonstration mode'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('mail server, for example smtp://user:password@host:587. Required outside demonstration mode'),
  MAIL_FROM: z.string().min(3).default('regionspeil@localhost').describe('sender address of mail'),
  OIDC_PROVIDERS: identityProvidersSchema
    .optional()
    .describe('JSON list of those who vouch for people with OpenID Connect: Ansattporten, Entra ID and others'),
  WEB_CHECK_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
    .refine(
      (hosts) => hosts.every((host) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)),
      'must be names of hosts, with commas between'
    )
    .optional()
    .describe(
      'hosts whose pages about the units are looked at, with those below them, for example kommune.no; without it none is'
    ),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .optional()
    .describe('how much is logged: info, but warn in demonstration mode, unless set')
});

export type Environment = z.infer<typeof variables> & { isDemonstration: boolean; logLevel: string };

/** Every variable with its description, for the documentation and its test. */
export const variableDescriptions: Record<string, string> = Object.fromEntries(
  Object.entries(variables.shape).map(([name, schema]) => [name, schema.description ?? ''])
);

/** Reads the environment once; a wrong or missing value throws one line that names the variable. Empty counts as unset. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw wrongVariable(parsed.error);
  if (parsed.data.OWNER_DATABASE_URL !== undefined && parsed.data.DATABASE_URL === undefined) {
    throw new Error('OWNER_DATABASE_URL: set without DATABASE_URL, whose tables it owns');
  }
  const isDemonstration = parsed.data.DATABASE_URL === undefined && parsed.data.ORIGIN === undefined;
  if (!isDemonstration) {
    for (const name of ['ORIGIN', 'SECRET', 'SMTP_URL'] as const) {
      if (parsed.data[name] === undefined) throw new Error(`${name}: missing (${variableDescriptions[name]})`);
    }
  }
  return { ...parsed.data, isDemonstration, logLevel: parsed.data.LOG_LEVEL ?? (isDemonstration ? 'warn' : 'info') };
}

/** Where the store is, and which login keeps its tables. */
export function storePlaceOf(env: Environment) {
  return { databaseUrl: env.DATABASE_URL, ownerUrl: env.OWNER_DATABASE_URL, directory: env.STORE_DIR };
}

/** Where the store is, for scripts that only read it and need no more of the environment. */
export function readStorePlace(source: Record<string, string | undefined>): {
  databaseUrl?: string;
  directory: string;
} {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = variables.pick({ DATABASE_URL: true, STORE_DIR: true }).safeParse(given);
  if (!parsed.success) throw wrongVariable(parsed.error);
  const { DATABASE_URL: databaseUrl, STORE_DIR: directory } = parsed.data;
  return databaseUrl === undefined ? { directory } : { databaseUrl, directory };
}

function wrongVariable({ issues: [issue] }: z.ZodError): Error {
  const [name = '', ...field] = (issue?.path ?? []).map(String);
  const place = [name, ...field].join('.');
  return new Error(`${place}: ${issue?.message} (${variableDescriptions[name]})`);
}

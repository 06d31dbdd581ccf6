import { z } from 'zod';
import { thisMachine } from '#lib/server/egress.ts';

const text = z.string().min(1);
const municipalityNo = z.string().regex(/^\d{4}$/, 'must be a municipality number');
const address = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => url.startsWith('https:') || thisMachine.includes(new URL(url).hostname), 'must be https');
const base = address.transform((url) => url.replace(/\/+$/, ''));

/** A JSON text in an environment variable, of a form. */
function json<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

export const maskinportenSchema = json(
  z.strictObject({
    issuer: address.refine((url) => url.endsWith('/'), 'must end with a slash'),
    clientId: text,
    keyId: text,
    privateKey: z.looseObject({ kty: z.literal('RSA'), n: text, e: text, d: text })
  })
);
export const svarutSchema = json(
  z.strictObject({
    baseUrl: base,
    integrationId: text,
    integrationPassword: text,
    accounts: z.record(
      municipalityNo,
      z.strictObject({
        account: z.uuid(),
        consumerOrg: z
          .string()
          .regex(/^\d{9}$/)
          .optional()
      })
    ),
    certificate: z.string().startsWith('-----BEGIN CERTIFICATE-----').optional()
  })
);
export const svarinnSchema = json(
  z.strictObject({
    baseUrl: base,
    mailboxes: z.record(
      municipalityNo,
      z.strictObject({ user: text, password: text, privateKey: z.string().startsWith('-----BEGIN') })
    )
  })
);
export const smsSchema = json(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('altinn'), baseUrl: base, sender: z.string().max(11).optional() }),
    z.strictObject({
      kind: z.literal('gateway'),
      url: base,
      token: text,
      sender: text.max(11),
      isIdempotent: z.boolean().default(false)
    })
  ])
);

export type DispatchSettings = {
  MASKINPORTEN?: z.infer<typeof maskinportenSchema> | undefined;
  SVARUT?: z.infer<typeof svarutSchema> | undefined;
  SVARINN?: z.infer<typeof svarinnSchema> | undefined;
  SMS?: z.infer<typeof smsSchema> | undefined;
};

/** What is wrong with the settings together: who needs a token must say where it comes from. */
export function dispatchFault({ MASKINPORTEN, SVARUT, SMS }: DispatchSettings): string | null {
  if (MASKINPORTEN) return null;
  if (SVARUT) return 'MASKINPORTEN: missing, and SVARUT needs it';
  return SMS?.kind === 'altinn' ? 'MASKINPORTEN: missing, and SMS of the kind altinn needs it' : null;
}

/** The hosts that the settings name; no other is reached for messages. */
export function dispatchHosts({ MASKINPORTEN, SVARUT, SVARINN, SMS }: DispatchSettings): string[] {
  const urls = [MASKINPORTEN?.issuer, SVARUT?.baseUrl, SVARINN?.baseUrl];
  const sms = SMS && (SMS.kind === 'altinn' ? SMS.baseUrl : SMS.url);
  return [...urls, sms].filter((url) => url !== undefined).map((url) => new URL(url).host);
}

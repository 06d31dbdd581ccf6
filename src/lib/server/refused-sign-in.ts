import { z } from 'zod';
import { signInRefusals } from '#lib/domain/sign-in-refusal.ts';
import { seal, unseal } from './sealing.ts';

const schema = z.object({
  code: z.enum(signInRefusals),
  /** The organisation chosen at the provider, when that is what stopped it. */
  organisation: z.object({ number: z.string(), name: z.string().nullable() }).nullable(),
  returnPath: z.string().nullable(),
  invitation: z.string().nullable()
});

/** Why a sign-in came to nothing, and what trying again needs. */
export type RefusedSignIn = z.infer<typeof schema>;

/** The refusal as the value of a cookie: it leaves the address clean, and nobody else can make one. */
export function sealRefusal(secret: string, refused: RefusedSignIn): string {
  return seal(secret, 'refused-sign-in', JSON.stringify(refused)).toString('base64url');
}

/** What a cookie says of a sign-in that was refused; without one all we know is that there is no attempt any more. */
export function readRefusal(secret: string, cookie: string | undefined): RefusedSignIn {
  const text = unseal(secret, 'refused-sign-in', Buffer.from(cookie ?? '', 'base64url'));
  if (text === null) return { code: 'no-attempt', organisation: null, returnPath: null, invitation: null };
  return schema.parse(JSON.parse(text));
}

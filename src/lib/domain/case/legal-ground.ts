import { z } from 'zod';

const legalGrounds = z.array(
  z.object({
    id: z.string().regex(/^\w+$/),
    from: z.iso.date(),
    until: z.iso.date().nullable(),
    statute: z.string().min(1),
    nb: z.string().min(1),
    nn: z.string().min(1)
  })
);

/** A ground that a referral can have between two days (ISO); `until` null: it still holds. */
export type LegalGround = z.infer<typeof legalGrounds>[number];

/** The grounds in a file; throws when it is wrong. */
export function parseLegalGrounds(text: string): LegalGround[] {
  return legalGrounds.parse(JSON.parse(text));
}

/** The grounds that hold on a day (ISO). */
export function groundsOn(grounds: readonly LegalGround[], day: string): LegalGround[] {
  return grounds.filter(({ from, until }) => from <= day && (until === null || day <= until));
}

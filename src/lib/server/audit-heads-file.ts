import { z } from 'zod';
import type { AuditHead } from './audit.ts';

const headsFile = z.object({
  writtenAt: z.iso.datetime(),
  heads: z.array(
    z.strictObject({
      chain: z.string().min(1),
      length: z.int().positive(),
      sequence: z.int().positive(),
      hash: z.string().regex(/^[0-9a-f]{64}$/)
    })
  )
});

/** Where every chain ended at a moment, as a file to keep elsewhere. */
export function writeHeadsFile(heads: readonly AuditHead[], at: Date): string {
  return `${JSON.stringify({ writtenAt: at.toISOString(), heads }, null, 2)}\n`;
}

/** Reads such a file; a wrong value throws one line that names it. */
export function parseHeadsFile(text: string): AuditHead[] {
  const parsed = headsFile.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data.heads;
  const issue = parsed.error.issues[0];
  throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
}

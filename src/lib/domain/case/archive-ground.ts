import { z } from 'zod';

const archiveGround = z.object({ shieldedBy: z.string().min(1) });

/** The statute that keeps cases from the public in an archive, as it is written there. */
export type ArchiveGround = z.infer<typeof archiveGround>;

/** The statute in a file; throws when it is wrong. */
export function parseArchiveGround(text: string): ArchiveGround {
  return archiveGround.parse(JSON.parse(text));
}

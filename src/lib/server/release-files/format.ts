import type { ReleaseFormatId } from '#lib/domain/release-format.ts';
import type { ReleaseReading } from '#lib/domain/release-reading.ts';

/** A file of a release with the SHA-256 of its bytes. */
export type ReleaseFile = {
  format: ReleaseFormatId;
  name: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  hash: string;
};
/** One file of a format; `part` tells it from the others of the same, null when it is the only one. */
export type Written = { part: string | null; bytes: Uint8Array | string };
/**
 * Writes a release in one format. `before` are the files of the formats that stand earlier in the list, for those that tell
 * of them. The same reading gives the same bytes.
 */
export type Write = (reading: ReleaseReading, before: readonly ReleaseFile[]) => Written[] | Promise<Written[]>;

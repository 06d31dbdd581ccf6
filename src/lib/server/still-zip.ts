import { unzipSync, zipSync } from 'fflate';

/** The earliest day that a ZIP can tell, in local time as it is written, so that it is the same everywhere. */
const never = new Date(1980, 0, 1);

/** A ZIP archive without the moments its files were packed at, so that the same content gives the same bytes. */
export function stillZip(
  archive: Uint8Array,
  change: (name: string, content: Uint8Array) => Uint8Array = (_, content) => content
): Uint8Array<ArrayBuffer> {
  const files = Object.entries(unzipSync(archive)).map(([name, content]) => [name, change(name, content)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: never, level: 6 }));
}

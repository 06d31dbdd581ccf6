import { unzipSync } from 'fflate';
import { endingOf } from '#lib/domain/case/case-document.ts';
import type { DocumentFile } from '#lib/server/case/document.ts';
import type { Received } from './svarinn.ts';

const mostFiles = 50;
const mostBytes = 100 * 1024 * 1024;

/**
 * The files of a consignment: one as it is, or several out of a ZIP. A ZIP that cannot be read, or would unfold to more than
 * it should, is kept as it came, so that nothing is lost.
 */
export function filesOf(content: Buffer, listed: Received['files']): DocumentFile[] {
  if (content.length === 0) return [];
  if (listed.length > 1) return unzipped(content) ?? [{ ending: 'zip', content }];
  return [{ ending: endingOf(listed[0]?.name ?? '', content), content }];
}

function unzipped(content: Buffer): DocumentFile[] | null {
  const sizes: number[] = [];
  const isWithin = ({ originalSize }: { originalSize: number }) => {
    sizes.push(originalSize);
    if (sizes.length > mostFiles || sizes.reduce((sum, size) => sum + size, 0) > mostBytes) throw new Error('too much');
    return originalSize > 0;
  };
  try {
    const entries = Object.entries(unzipSync(content, { filter: isWithin }));
    const files = entries.map(([name, bytes]) => ({ ending: endingOf(name, bytes), content: Buffer.from(bytes) }));
    return files.length > 0 ? files : null;
  } catch {
    return null;
  }
}

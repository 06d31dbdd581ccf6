import type { PostalAddress } from './dispatch.ts';

/**
 * The parts of an address that was typed on one line, as "Gata 1, 4611 Kristiansand"; null when it does not end with a
 * postcode and a place, since nobody can post to it then.
 */
export function readPostalAddress(typed: string | null): PostalAddress | null {
  const parts = (typed ?? '').split(/[,\n]/).map((part) => part.trim());
  const lines = parts.filter((part) => part !== '');
  const [, postcode, place] = /^(?:N(?:O)?-)?(\d{4}) +(\S.*)$/.exec(lines.pop() ?? '') ?? [];
  if (postcode === undefined || place === undefined || lines.length === 0) return null;
  return { lines: lines.length > 3 ? [...lines.slice(0, 2), lines.slice(2).join(', ')] : lines, postcode, place };
}

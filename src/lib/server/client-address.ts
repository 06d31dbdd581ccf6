import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom a limit counts as one client: an IPv4 address, or the first 64 bits of an IPv6 address, which is what one
 * subscriber gets. What has no address that we can read is counted as one.
 */
export function clientOf(getClientAddress: () => string): string {
  const address = readAddress(getClientAddress).replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return 'unknown';
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 4 - groups.length);
  const network = [...groups, ...Array<string>(missing).fill('0')].slice(0, 4);
  return network.map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':') + '::/64';
}

/** The adapter throws when the header that the proxy should set is missing or too short, and knows no address of whoever has gone. */
function readAddress(getClientAddress: () => string): string {
  try {
    return (getClientAddress() as string | undefined) ?? '';
  } catch {
    return '';
  }
}

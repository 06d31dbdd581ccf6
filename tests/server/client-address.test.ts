import { expect, it } from 'vitest';
import { clientOf } from '#lib/server/client-address.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:42:1:2:3:4', '2001:db8:0:42::/64'],
  ['2001:DB8:0000:0042::9', '2001:db8:0:42::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['no address', 'unknown'],
  ['', 'unknown']
])('%s is counted as %s', (address, client) => {
  expect(clientOf(() => address)).toBe(client);
});

it('a request that went past the proxy is counted, not a bug', () => {
  const getClientAddress = () => {
    throw new Error('Address header was specified but is absent from request');
  };
  expect(clientOf(getClientAddress)).toBe('unknown');
});

it('whoever has gone before the answer is counted, not a bug', () => {
  expect(clientOf(() => undefined as unknown as string)).toBe('unknown');
});

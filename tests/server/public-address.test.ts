import { expect, it } from 'vitest';
import { isPublicAddress } from '#lib/server/public-address.ts';

it.each(['193.213.112.4', '8.8.8.8', '172.15.0.1', '172.32.0.1', '2a00:1450:400f::1', '2606:4700::1111'])(
  '%s is on the open internet',
  (address) => expect(isPublicAddress(address)).toBe(true)
);

it.each([
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.0.1', '169.254.169.254', '172.16.0.1', '172.31.9.9'],
  ...['192.168.1.1', '192.0.2.7', '198.19.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '64:ff9b::a00:1'],
  ...['2001:db8::1', '2002:a00:1::', '2001::1', 'localhost', '', '0x7f.1', '2130706433']
])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));

import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Networks that are nobody's page on the web (IANA's registries of special-purpose addresses, RFC 6890 and later). */
const closedIPv4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  '224.0.0.0/3'
];
/** Of IPv6 only 2000::/3 is given out; within it these are not, or lead back into IPv4. */
const closedIPv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const closed = new BlockList();
const givenOut = new BlockList();
for (const network of closedIPv4) add(closed, network, 'ipv4');
for (const network of closedIPv6) add(closed, network, 'ipv6');
add(givenOut, '2000::/3', 'ipv6');

/** Whether an IP address is one on the open internet: none of this machine, of a network inside, or of a special use. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  return isIPv6(address) && givenOut.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

function add(list: BlockList, network: string, family: 'ipv4' | 'ipv6'): void {
  const [start = '', length] = network.split('/');
  list.addSubnet(start, Number(length), family);
}

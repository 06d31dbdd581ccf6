const longestAddress = 500;

/** The same address when it is safe to lead a reader there, else null: what was typed without a secure line is only told. */
export function secureAddress(address: string): string | null {
  return readWebAddress(address) === address && /^https:/i.test(address) ? address : null;
}

/** A web address as typed, with https:// put in front where it is missing; null when it cannot be a page on the web. */
export function readWebAddress(typed: string): string | null {
  if (/^\/|\s/.test(typed)) return null;
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (address.length > longestAddress || !URL.canParse(address)) return null;
  const { hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return null;
  return /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(hostname) ? address : null;
}

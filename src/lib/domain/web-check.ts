/**
 * What became of asking for the page that a municipality has told of: it answers and names the unit, it answers without,
 * there is no such page, nothing answers, or we may not ask for it.
 */
export const webCheckOutcomes = ['named', 'unnamed', 'missing', 'silent', 'refused'] as const;
export type WebCheckOutcome = (typeof webCheckOutcomes)[number];

/** Why a page is not asked for: not on the list, a port of its own, an address inside a network, robots.txt, too many turns. */
export const refusals = ['host', 'port', 'private', 'robots', 'redirects'] as const;
export type Refusal = (typeof refusals)[number];
/** Why nothing came: nobody has the name, nothing takes the connection, or it took too long. */
export type Silence = 'name' | 'connection' | 'time';

/** What was read of an address; `text` is the words of the page, empty where it is no page of words. */
export type PageRead =
  { kind: 'page'; status: number; text: string } | { kind: 'refused'; why: Refusal } | { kind: 'silent'; why: Silence };

/** What a check has found; `detail` is the status of a missing page, or why it was refused or silent. */
export type WebCheck = { address: string; checkedAt: Date; outcome: WebCheckOutcome; detail: string | null };

/** What a unit is called in bokmål and nynorsk, or whom it meets. */
const unitName = /rådg[ij](?:ve|e)nde\s+(?:enhet|eining)|\brussak/i;
const unitLetters = /\bRER\b/;

/** Whether the words of a page name the advisory unit: by its name in bokmål or nynorsk, as RER, or by "russaker". */
export function namesUnit(text: string): boolean {
  return unitName.test(text) || unitLetters.test(text);
}

/** What a reading comes to. */
export function outcomeOf(read: PageRead): Pick<WebCheck, 'outcome' | 'detail'> {
  if (read.kind !== 'page') return { outcome: read.kind, detail: read.why };
  if (read.status >= 400) return { outcome: 'missing', detail: String(read.status) };
  return { outcome: namesUnit(read.text) ? 'named' : 'unnamed', detail: null };
}

/** Whether a host is one of a list, or lies below one of them: 'kommune.no' takes in 'www.skien.kommune.no'. */
export function isListedHost(hostname: string, hosts: readonly string[]): boolean {
  const asked = hostname.toLowerCase();
  return hosts.some((host) => asked === host || asked.endsWith(`.${host}`));
}

/** Days until an address is asked for again: sooner where the municipality may be about to mend it. */
export const daysBetweenChecks: Record<WebCheckOutcome, number> = {
  named: 30,
  unnamed: 7,
  missing: 7,
  silent: 1,
  refused: 30
};

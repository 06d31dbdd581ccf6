import { hostIn, type Claim, type Expected, type Survey } from './coverage.ts';

/**
 * Why it is not clear whose answer holds for a municipality. `answers_itself`: a host names it and it has answered too;
 * `two_hosts`: several hosts name it; `chain`: its host is itself covered by another, or they name each other; `denied`:
 * a host names it and it says no; `other_host`: a host names it and it points to another; `not_named`: the host it points
 * to has answered without naming it; `host_silent`: that host has not answered.
 */
export type ConflictCode =
  'answers_itself' | 'two_hosts' | 'chain' | 'denied' | 'other_host' | 'not_named' | 'host_silent';

/** A conflict and the hosts it is with. */
export type Conflict = { code: ConflictCode; hosts: string[] };

/** What is unclear about one municipality; `holding` is the claim it stands under for now. Null: nothing. */
export function conflictOf(one: Expected, survey: Survey, holding: Claim | null): Conflict | null {
  const hosts = (survey.claims.get(one.municipalityNo) ?? []).map(({ host }) => host).sort();
  const [host] = hosts;
  if (host === undefined) return pointingConflict(one, survey);
  if (hosts.length > 1) return { code: 'two_hosts', hosts };
  return namedConflict(one.municipalityNo, host, survey, holding !== null);
}

/** One host names it: what it says itself may differ, or the host may not cover anybody. */
function namedConflict(number: string, host: string, { said, answering }: Survey, isHeld: boolean): Conflict | null {
  const own = said.get(number);
  const hosts = [host];
  if (hostIn(own, 'not_answered_by') === host) return { code: 'denied', hosts };
  if (!isHeld) return { code: 'chain', hosts };
  if (answering.has(number)) return { code: 'answers_itself', hosts };
  const pointsTo = hostIn(own, 'answered_by') ?? host;
  return pointsTo === host ? null : { code: 'other_host', hosts: [host, pointsTo] };
}

/** Nobody names it, but it says itself, or the list says, that a host answers for it. */
function pointingConflict(one: Expected, { said, answering }: Survey): Conflict | null {
  const own = said.get(one.municipalityNo);
  const isSilent = own === undefined;
  const host = isSilent ? one.coveredBy : hostIn(own, 'answered_by');
  if (host === null) return null;
  const next = hostIn(said.get(host), 'answered_by');
  if (next !== null) return { code: 'chain', hosts: [host, next] };
  if (answering.has(host)) return { code: 'not_named', hosts: [host] };
  return isSilent ? null : { code: 'host_silent', hosts: [host] };
}

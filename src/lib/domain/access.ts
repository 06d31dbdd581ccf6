import type { Audience } from './disclosure.ts';

/** A role given to a person for a unit. */
export type Grant = { role: Role; unitType: 'korus_region'; unitId: string };
type Role = 'adviser';

/** Who is asking. A respondent is whoever holds a municipality's link to a round. */
export type User =
  | { kind: 'public' }
  | { kind: 'respondent'; roundId: string; municipalityNo: string }
  | { kind: 'person'; personId: string; name: string; grants: readonly Grant[] };

/** What can be asked for, with what it concerns. */
export type Request =
  | { action: 'answer_round'; roundId: string; municipalityNo: string }
  | { action: 'read_own_report'; roundId: string; municipalityNo: string }
  | { action: 'follow_round' | 'read_region_counts' | 'read_reports' | 'hand_out_link'; korusRegion: string }
  | { action: 'list_rounds' };

/** The only place rights are decided. */
export function may(user: User, request: Request): boolean {
  switch (request.action) {
    case 'answer_round':
    case 'read_own_report':
      return (
        user.kind === 'respondent' && user.roundId === request.roundId && user.municipalityNo === request.municipalityNo
      );
    case 'follow_round':
    case 'read_region_counts':
    case 'read_reports':
    case 'hand_out_link':
      return isAdviserOf(user, request.korusRegion);
    case 'list_rounds':
      return regionsOf(user).length > 0;
  }
}

/** The KORUS regions a user advises. */
export function regionsOf(user: User): string[] {
  if (user.kind !== 'person') return [];
  return user.grants.filter((grant) => grant.role === 'adviser').map((grant) => grant.unitId);
}

/** The audience whose figures a user gets of a region. */
export function audienceOf(user: User, korusRegion: string): Audience {
  return may(user, { action: 'read_region_counts', korusRegion }) ? 'region' : 'public';
}

function isAdviserOf(user: User, korusRegion: string): boolean {
  return regionsOf(user).includes(korusRegion);
}

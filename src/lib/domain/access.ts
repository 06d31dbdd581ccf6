import type { Around, Listing, Request } from './access-request.ts';
import { caseRoles, openedInUnit, type CaseRole } from './case/case-right.ts';
import type { Audience } from './disclosure.ts';
import type { Role } from './role.ts';
import type { Unit } from './unit.ts';

/** A role given to a person for a unit. */
export type Grant = Unit & { role: Role };

/** Who is asking. A respondent is whoever holds a municipality's link to a round; grants are those that hold now. */
export type User =
  | { kind: 'public' }
  | { kind: 'respondent'; roundId: string; municipalityNo: string; helper?: Helping }
  | { kind: 'person'; personId: string; name: string; scope: Scope; grants: readonly Grant[] };

/**
 * A colleague with a link of their own: they fill in, check, and explain figures, also after the freeze. They send, confirm
 * and ask for a correction only when whoever invited them said so.
 */
type Helping = { id: string; name: string; maySend: boolean };

/** What a way of signing in opens: by e-mail only answering, never a case. */
export type Scope = 'everything' | 'answers';

/** Whether a role is open in a session of this scope. */
export function isOpenIn(scope: Scope, role: Role): boolean {
  return scope === 'everything' || role === 'respondent';
}

/** The only place rights are decided. */
export function may(user: User, request: Request): boolean {
  if ('owner' in request) return user.kind === 'person' && user.personId === request.owner;
  if ('county' in request) return countiesOf(user).includes(request.county);
  if ('unitNo' in request) {
    return casePartsOf(user, request.unitNo).some((part) => openedInUnit[request.action].includes(part));
  }
  return mayByGrant(user, request);
}

function mayByGrant(
  user: User,
  request: Exclude<Request, { owner: string } | { unitNo: string } | { county: string }>
): boolean {
  if ('municipalityNo' in request) return answersFor(user, request);
  if ('author' in request && user.kind === 'person' && user.personId === request.author) return false;
  if ('korusRegion' in request) return regionsOf(user).includes(request.korusRegion);
  if ('held' in request) return isForEach(request.held, (one) => may(user, { action: 'change_grant', ...one }));
  if ('grants' in request) return isForEach(request.grants, (one) => administers(user, one));
  if ('around' in request) return grantsAround(user, request.around).some((own) => opens(own, request));
  if (request.action === 'analyse_round') return analyses(user, request);
  if (request.action === 'read_release_early') return readsEarly(user, request);
  if (request.action === 'read_profile') return user.kind === 'person';
  return grantsOf(user).some(({ role }) => openedBy[request.action].includes(role));
}

/** The KORUS regions a user advises. */
export function regionsOf(user: User): string[] {
  return unitsWhere(user, 'adviser');
}

/** The counties a user follows as a county governor's adviser. */
export function countiesOf(user: User): string[] {
  return unitsWhere(user, 'governor');
}

/** For whom a user follows up a municipality: the county governor's adviser before KORUS, where someone is both. */
export function sideOf(user: User): 'governor' | 'korus' {
  return countiesOf(user).length > 0 ? 'governor' : 'korus';
}

/** The municipalities a user who has signed in answers for. */
export function municipalitiesOf(user: User): string[] {
  return unitsWhere(user, 'respondent');
}

/** The parts a user has in the cases of a unit; only its own, and none by e-mail. */
export function casePartsOf(user: User, unitNo: string): CaseRole[] {
  return grantsOf(user)
    .filter(({ unitType, unitId }) => unitType === 'advisory_unit' && unitId === unitNo)
    .flatMap(({ role }) => caseRoles.filter((part) => part === role));
}

/** The units whose cases a user works with. */
export function caseUnitsOf(user: User): string[] {
  return [...new Set(caseRoles.flatMap((part) => unitsWhere(user, part)))];
}

/** The audience whose figures a user gets of a region. */
export function audienceOf(user: User, korusRegion: string): Audience {
  return may(user, { action: 'read_region_counts', korusRegion }) ? 'region' : 'public';
}

/** Whether a grant is to answer and nothing more: signing in by e-mail is enough, and its holder may hand it over. */
export function isToAnswer({ role }: Grant): boolean {
  return role === 'respondent';
}

const auditReaders: readonly Role[] = ['administrator', 'adviser', 'respondent', 'unit_leader', 'archivist'];
/** The roles that open a page wherever they are held. */
const openedBy: Record<Listing, readonly Role[]> = {
  list_rounds: ['adviser'],
  list_county_rounds: ['governor'],
  list_desk: ['governor', 'adviser'],
  list_own_rounds: ['respondent'],
  list_cases: ['case_officer', 'unit_leader', 'sampler', 'archivist'],
  list_audits: auditReaders,
  manage_people: ['administrator', 'unit_leader', 'adviser']
};

function opens(own: Grant, request: Extract<Request, { around: Around }>): boolean {
  switch (request.action) {
    case 'change_grant':
      return mayGive(own, request.role);
    case 'change_municipality':
    case 'end_every_session':
      return own.role === 'administrator';
    case 'follow_municipality':
      return own.role === 'governor' || own.role === 'adviser';
    case 'read_audit':
      return readsAudit(own, request.around);
    case 'read_answer_changes':
      return own.role === 'adviser' || own.role === 'respondent';
  }
}

/** What was done with cases is for their own municipality: no adviser, respondent or administrator from outside reads it. */
function readsAudit(own: Grant, [asked]: Around): boolean {
  if (asked?.unitType !== 'advisory_unit') return auditReaders.includes(own.role);
  const isOfMunicipality = own.role === 'administrator' && own.unitType === 'municipality';
  return own.role === 'unit_leader' || own.role === 'archivist' || isOfMunicipality;
}

/** Whether a grant gives the right to give and withdraw a role within its unit: the case register is its municipality's. */
export function mayGive(own: Grant, role: Role): boolean {
  switch (own.role) {
    case 'administrator':
      return own.unitType === 'municipality' || !caseRoles.some((one) => one === role);
    case 'unit_leader':
      return role === 'case_officer' || role === 'sampler' || role === 'archivist';
    case 'adviser':
    case 'respondent':
      return role === 'respondent';
    case 'governor':
    case 'case_officer':
    case 'sampler':
    case 'archivist':
      return false;
  }
}

/** Whether a user administers the place of a grant and may give it. */
function administers(user: User, { role, around }: { role: Role; around: Around }): boolean {
  return may(user, { action: 'change_grant', role, around }) && may(user, { action: 'change_municipality', around });
}

function isForEach<One>(all: readonly One[], holds: (one: One) => boolean): boolean {
  return all.length > 0 && all.every(holds);
}

function answersFor(user: User, asked: Extract<Request, { municipalityNo: string }>): boolean {
  if (user.kind === 'respondent') {
    return (
      user.roundId === asked.roundId && user.municipalityNo === asked.municipalityNo && isOpenTo(user.helper, asked)
    );
  }
  return municipalitiesOf(user).includes(asked.municipalityNo);
}

function isOpenTo(helper: Helping | undefined, { action }: Extract<Request, { municipalityNo: string }>): boolean {
  if (!helper) return true;
  switch (action) {
    case 'answer_round':
    case 'read_own_report':
    case 'explain_figure':
      return true;
    case 'send_answer':
    case 'ask_for_correction':
      return helper.maySend;
    case 'give_answer':
      return false;
  }
}

/** Advisers at any time, county governors' advisers when what is answered stands. */
function analyses(user: User, round: Extract<Request, { action: 'analyse_round' }>): boolean {
  const followsCounty = countiesOf(user).some((county) => round.counties.includes(county));
  return (round.isSettled && followsCounty) || regionsOf(user).includes(round.region);
}

function readsEarly(user: User, { region, isInvited }: Extract<Request, { action: 'read_release_early' }>): boolean {
  return regionsOf(user).includes(region) || (user.kind === 'person' && isInvited);
}

function grantsOf(user: User): readonly Grant[] {
  return user.kind === 'person' ? user.grants : [];
}

function grantsAround(user: User, around: Around): Grant[] {
  return grantsOf(user).filter((own) =>
    around.some(({ unitType, unitId }) => own.unitType === unitType && own.unitId === unitId)
  );
}

function unitsWhere(user: User, role: Role): string[] {
  return grantsOf(user)
    .filter((grant) => grant.role === role)
    .map((grant) => grant.unitId);
}

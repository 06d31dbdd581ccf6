import type { Answers } from './answer.ts';
import { coveredIn, hostIn, isAnswer, type Claim, type Expected, type Said, type Survey } from './coverage.ts';
import { conflictOf, type Conflict } from './coverage-conflict.ts';
import type { AnswerStatus } from './indicator.ts';

/**
 * Where a municipality stands in a round. `standsIn` is whose report has its figures: its own, a host's, or null.
 * `answers` are its own, or its part of a host's report that gives figures for each; null when there are none.
 * `waitsFor` is the host that has not answered.
 */
export type Standing = {
  municipalityNo: string;
  status: AnswerStatus;
  standsIn: string | null;
  part: 'own' | 'each' | 'whole' | null;
  answers: Answers | null;
  waitsFor: string | null;
  conflict: Conflict | null;
};

/**
 * Where every municipality stands, each in one report at most. A host's word holds, and a covered municipality's own
 * report is held back, until an adviser has decided; a host whose own report is held back covers nobody.
 */
export function resolveCoverage(expected: readonly Expected[], said: readonly Said[]): Standing[] {
  const survey = surveyOf(expected, said);
  const chosen = withoutCircles(
    new Map(
      expected.flatMap((one) => {
        const claim = chosenClaim(one, survey);
        return claim ? [[one.municipalityNo, claim] as const] : [];
      })
    )
  );
  return expected.map((one) => standingOf(one, survey, chosen));
}

function surveyOf(expected: readonly Expected[], reports: readonly Said[]): Survey {
  const list = new Map(expected.map((one) => [one.municipalityNo, one]));
  const said = new Map(reports.map((one) => [one.municipalityNo, one]));
  const answering = new Map([...said].filter(([number, one]) => list.has(number) && isAnswer(one)));
  const claims = new Map<string, Claim[]>(expected.map(({ municipalityNo }) => [municipalityNo, []]));
  for (const [host, { coverage }] of answering) {
    const part = coverage?.kind === 'each' ? 'each' : 'whole';
    const named = coverage === null ? expectedUnder(host, expected, said) : coveredIn(coverage);
    for (const number of new Set(named)) if (number !== host) claims.get(number)?.push({ host, part });
  }
  return { expected: list, said, answering, claims };
}

/** A host that says nothing of others confirms the round's list, but for those who have said something themselves. */
function expectedUnder(host: string, expected: readonly Expected[], said: ReadonlyMap<string, Said>): string[] {
  return expected
    .filter(({ municipalityNo, coveredBy }) => {
      const isSilent = !said.has(municipalityNo) || hostIn(said.get(municipalityNo), 'answered_by') === host;
      return coveredBy === host && isSilent;
    })
    .map(({ municipalityNo }) => municipalityNo);
}

function chosenClaim(one: Expected, survey: Survey): Claim | null {
  if (one.coverRuling === 'own') return null;
  return one.coverRuling === 'host' ? ruledClaim(one, survey) : likeliestClaim(one, survey);
}

function ruledClaim({ municipalityNo, coverRulingHost }: Expected, { answering, claims }: Survey): Claim | null {
  if (coverRulingHost === null || coverRulingHost === municipalityNo || !answering.has(coverRulingHost)) return null;
  const claim = claims.get(municipalityNo)?.find(({ host }) => host === coverRulingHost);
  return claim ?? { host: coverRulingHost, part: 'whole' };
}

/** Of several hosts the one whose figures cannot be taken apart, then the one that is pointed at, then by number. */
function likeliestClaim({ municipalityNo, coveredBy }: Expected, { said, claims }: Survey): Claim | null {
  const own = said.get(municipalityNo);
  const pointedAt = hostIn(own, 'answered_by') ?? coveredBy;
  const rank = ({ host, part }: Claim) => (part === 'whole' ? 0 : 2) + (host === pointedAt ? 0 : 1);
  const [first] = (claims.get(municipalityNo) ?? [])
    .filter(({ host }) => host !== hostIn(own, 'not_answered_by'))
    .toSorted((a, b) => rank(a) - rank(b) || a.host.localeCompare(b.host));
  return first ?? null;
}

/** Of hosts that claim each other in a circle, the one with the lowest number stands for itself. */
function withoutCircles(chosen: ReadonlyMap<string, Claim>): Map<string, Claim> {
  const kept = new Map(chosen);
  for (const start of [...chosen.keys()].sort()) {
    const seen = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = kept.get(at)?.host;
    }
    if (at === start) kept.delete(start);
  }
  return kept;
}

function standingOf(one: Expected, survey: Survey, chosen: ReadonlyMap<string, Claim>): Standing {
  const { municipalityNo, coverRuling } = one;
  const claim = holdingClaim(municipalityNo, survey, chosen);
  const own = survey.answering.get(municipalityNo);
  const conflict = coverRuling === null ? conflictOf(one, survey, claim) : null;
  const common = { municipalityNo, conflict, waitsFor: claim || own ? null : waitsFor(one, survey) };
  if (claim) {
    const coverage = survey.answering.get(claim.host)?.coverage;
    const answers = coverage?.kind === 'each' ? (coverage.figures[municipalityNo] ?? null) : null;
    return { ...common, status: 'covered_by_host', standsIn: claim.host, part: claim.part, answers };
  }
  if (own) return { ...common, status: 'answered', standsIn: municipalityNo, part: 'own', answers: own.answers };
  const status = one.status === 'declined' ? 'declined' : 'missing';
  return { ...common, status, standsIn: null, part: null, answers: null };
}

/** The claim that a municipality stands under, or null: the host's own report must count itself. */
function holdingClaim(number: string, survey: Survey, chosen: ReadonlyMap<string, Claim>): Claim | null {
  const claim = chosen.get(number);
  return claim && holdingClaim(claim.host, survey, chosen) === null ? claim : null;
}

function waitsFor({ municipalityNo, coveredBy, ...one }: Expected, { said, answering }: Survey): string | null {
  const own = said.get(municipalityNo);
  if (one.coverRuling === 'own' || hostIn(own, 'not_answered_by') !== null) return null;
  const host = one.coverRulingHost ?? hostIn(own, 'answered_by') ?? coveredBy;
  return host === null || answering.has(host) ? null : host;
}

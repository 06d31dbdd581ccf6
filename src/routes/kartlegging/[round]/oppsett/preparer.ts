import type { RequestEvent } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { countiesAt, municipalitiesAt } from '#lib/domain/geography.ts';
import { unitName } from '#lib/domain/unit.ts';
import { conditionsOf, roundPhase } from '#lib/domain/round.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { listAssignments } from '#lib/server/assignment.ts';
import { Problem } from '#lib/server/problem.ts';
import { compareWithLast } from '#lib/server/round-proposal.ts';
import { findRound } from '#lib/server/round.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollower, type Follower } from '../follow.ts';

/** The round of an address for someone who prepares it; others find nothing. */
export async function openPreparer(locals: App.Locals, roundId: string, url: URL): Promise<Follower> {
  const follower = await openFollower(locals, roundId, url);
  const { korusRegion } = follower.round;
  if (!may(locals.user, { action: 'prepare_round', korusRegion })) throw Problem.notFound();
  return follower;
}

type Sent = Pick<RequestEvent<{ round: string }>, 'locals' | 'params' | 'request' | 'url'>;

/** A form that someone sends who prepares the round, with the moment it came. */
export async function begin(event: Sent) {
  const { form } = await readSignedInForm(event);
  const { locals, params, url } = event;
  return { form, locals, now: locals.app.clock(), ...(await openPreparer(locals, params.round, url)) };
}

/** The listed municipalities that are not there at another end of the period, as a sentence; null when all are. */
export function listProblem(
  { app, language }: App.Locals,
  periodEnd: string,
  list: readonly { municipalityNo: string }[]
) {
  const { geography } = app.reference;
  const there = new Set(municipalitiesAt(geography, periodEnd).map(({ number }) => number));
  const missing = list.filter(({ municipalityNo }) => !there.has(municipalityNo));
  if (missing.length === 0) return null;
  const names = missing.map(({ municipalityNo: unitId }) => unitName(geography, { unitType: 'municipality', unitId }));
  const sentence = messagesIn(language).setup.problems.notThere(names.join(', '), formatDate(periodEnd, language));
  return { field: 'periodEnd', sentence };
}

/** The list of a round with where each comes from, what is gone, and whom one may add. */
export async function readSetup({ app }: App.Locals, { actor, round, municipalities }: Follower) {
  const { geography } = app.reference;
  const nameOf = (unitId: string) => unitName(geography, { unitType: 'municipality', unitId }) ?? unitId;
  const { list, compared, last } = await app.db.transaction(actor, async (tx) => {
    const last = round.copiedFrom === null ? null : await findRound(tx, round.copiedFrom);
    return {
      list: await listAssignments(tx, round.id),
      compared: await compareWithLast(tx, geography, round, last),
      last
    };
  });
  const origins = new Map(compared?.origins.map((origin) => [origin.municipalityNo, origin]));
  const listed = new Set(list.map(({ municipalityNo }) => municipalityNo));
  const phase = roundPhase(round, app.clock());
  return {
    round,
    phase,
    mayChangeList: conditionsOf(phase, 'change_list') !== null,
    mayMove: conditionsOf(phase, 'move_dates') !== null,
    mayOpen: phase === 'preparing' && list.length > 0 && round.closesAt > app.clock(),
    opensAtOnce: round.opensAt <= app.clock(),
    lastName: last?.name ?? null,
    gone: (compared?.gone ?? []).map((number) => ({ number, name: nameOf(number) })),
    addable: [...municipalities.values()]
      .filter(({ korusRegion, number }) => korusRegion === round.korusRegion && !listed.has(number))
      .map(({ number, name }) => ({ number, name })),
    counties: countiesAt(geography, round.periodEnd)
      .filter(({ number }) => list.some((one) => municipalities.get(one.municipalityNo)?.countyNumber === number))
      .map(({ number, name }) => ({ number, name })),
    list: list.map(
      ({ municipalityNo, status, coveredBy, contactName, contactEmail, declinedReason, extendedUntil }) => {
        const origin = origins.get(municipalityNo);
        return {
          ...{ municipalityNo, status, contactName, contactEmail, declinedReason, extendedUntil },
          name: municipalities.get(municipalityNo)?.name ?? municipalityNo,
          county: municipalities.get(municipalityNo)?.countyNumber ?? null,
          host: coveredBy === null ? null : nameOf(coveredBy),
          origin: origin?.kind ?? null,
          from: (origin?.from ?? []).map(nameOf)
        };
      }
    )
  };
}

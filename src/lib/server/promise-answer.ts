import type { Answers } from '#lib/domain/answer.ts';
import { dayOf } from '#lib/domain/day.ts';
import { askedDuties, dutyStates, plannedMonth, type AskedDuty } from '#lib/domain/duty.ts';
import { eventOfAnswer, isStanding, promisedDay } from '#lib/domain/promise.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Tx } from './db.ts';
import { addPromise, changePromise, listPromises, markAnswered, type KnownPromise } from './promise.ts';
import { questionnaireOf } from './questionnaires.ts';
import { listRounds } from './round.ts';
import type { Round } from '#lib/domain/round.ts';

type Given = { roundId: string; municipalityNo: string; version: number; submittedAt: Date; answers: Answers };
type Said = { state: 'yes' | 'planned' | 'no'; day: string };

/**
 * Reads promises out of the answers of settled rounds, the oldest first: what was planned becomes one, and what a later answer
 * says of it is told once. The answer itself asked: the form asks whether what was planned is done.
 */
export async function settlePromises(tx: Tx, known: readonly Questionnaire[], now: Date): Promise<void> {
  const rounds = new Map((await listRounds(tx)).map((round) => [round.id, round]));
  const promises = await listPromises(tx);
  for (const given of await listSettledAnswers(tx, now)) {
    const round = rounds.get(given.roundId);
    if (!round) throw new Error('unknown round: ' + given.roundId);
    for (const duty of askedDuties) {
      const said = saidOf(questionnaireOf(known, round), round, given.answers, duty);
      const own = promises.filter((one) => one.municipalityNo === given.municipalityNo && one.duty === duty);
      if (said && !isKnown(own, given, rounds)) promises.push(...(await takeIn(tx, own, { given, duty, said }, now)));
    }
  }
}

/** What counts of the newest answers of settled rounds: those that plan something, and those of whoever has promised. */
function listSettledAnswers(tx: Tx, now: Date): Promise<Given[]> {
  return tx.query<Given>(
    `with newest as (
      select distinct on (report.round_id, report.municipality_no)
        report.round_id, report.municipality_no, report.version, report.submitted_at, report.answers, round.period_end
      from report
      join round on round.id = report.round_id
      where round_is_settled(round, $1) and round.data_kind <> 'published'
      order by report.round_id, report.municipality_no, report.version desc
    )
    select
      round_id as "roundId",
      municipality_no as "municipalityNo",
      version,
      submitted_at as "submittedAt",
      answers
    from newest
    where municipality_no in (select municipality_no from promise)
      or municipality_no in (
        select planning.municipality_no
        from newest as planning
        where jsonb_path_exists(planning.answers, '$.*.value ? (@ == "planned" || @ == "planlagt")')
      )
    order by period_end, round_id, municipality_no`,
    [now]
  );
}

function saidOf({ questions }: Questionnaire, { closesAt }: Round, answers: Answers, duty: AskedDuty): Said | null {
  const state = dutyStates(questions, answers)[duty];
  if (state === 'unknown' || state === 'not_asked') return null;
  return { state, day: promisedDay(plannedMonth(questions, answers, duty), dayOf(closesAt)) };
}

/** Whether an answer, or one of a later period, was held against a promise of the same duty already. */
function isKnown(
  own: readonly KnownPromise[],
  { roundId, version }: Given,
  rounds: ReadonlyMap<string, Round>
): boolean {
  const endOf = (id: string) => rounds.get(id)?.periodEnd ?? '';
  return own.some(({ answerRound, answerVersion }) => {
    if (answerRound === null) return false;
    if (answerRound === roundId) return version <= (answerVersion ?? 0);
    return endOf(roundId) <= endOf(answerRound);
  });
}

type News = { given: Given; duty: AskedDuty; said: Said };

/** Holds an answer against the promise of its duty that is not settled, or makes one; returns what was made. */
async function takeIn(tx: Tx, own: KnownPromise[], { given, duty, said }: News, now: Date): Promise<KnownPromise[]> {
  const { municipalityNo, roundId, version, submittedAt } = given;
  const teller = { roundId };
  const open = own.findLast((one) => isStanding(one) || one.state === 'broken');
  if (open) {
    if (open.answerRound === null && submittedAt < open.createdAt) return [];
    const today = dayOf(now);
    const found = eventOfAnswer(open, said, today);
    if (found) Object.assign(open, await changePromise(tx, open, { ...found, today, teller }, now));
    await markAnswered(tx, open, { roundId, version });
    Object.assign(open, { answerRound: roundId, answerVersion: version });
    return [];
  }
  if (said.state !== 'planned') return [];
  const promise = { duty, text: '', owner: '', dueOn: said.day };
  const id = await addPromise(tx, municipalityNo, { ...promise, teller, source: { roundId, version } }, now);
  const answer = { roundId, answerRound: roundId, answerVersion: version };
  return [{ ...promise, ...answer, id, municipalityNo, state: 'open', createdAt: now }];
}

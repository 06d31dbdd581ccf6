import { populationAt } from '#lib/domain/geography.ts';
import { daysOf, type Round } from '#lib/domain/round.ts';
import type { Background } from '#lib/domain/soft-question.ts';
import type { App as Opened } from '#lib/server/app.ts';
import { listVersions, previousAnswers, type PreviousAnswers } from '#lib/server/report.ts';
import { listRounds } from '#lib/server/round.ts';
import type { Respondent } from './respondent.ts';
import type { Known } from './submission.ts';

type Period = Pick<Round, 'periodStart' | 'periodEnd'>;

/**
 * What a form is read against: the municipality's own earlier answers, and the rates of the region's last frozen round.
 * Only what the public may see of that round is used, so no question tells anything of another municipality.
 */
export async function readKnown(app: Opened, { actor, round }: Respondent): Promise<Omit<Known, 'members'>> {
  const { roundId, municipalityNo } = actor;
  const { latest, previous, rounds } = await app.db.transaction(actor, async (tx) => ({
    latest: (await listVersions(tx, roundId, municipalityNo))[0],
    previous: await previousAnswers(tx, roundId, municipalityNo),
    rounds: await listRounds(tx)
  }));
  const frozen = lastFrozen(rounds, round, app.clock());
  const rates = frozen ? await app.statistics.publicRates(frozen) : {};
  return {
    background: backgroundOf(app, { round, municipalityNo }, previous, rates),
    earlier: latest ? { answers: latest.answers, reasons: latest.reasons } : null,
    last: previous?.answers ?? null
  };
}

function backgroundOf(
  app: Opened,
  { round, municipalityNo }: { round: Round; municipalityNo: string },
  previous: PreviousAnswers | null,
  rates: Background['rates']
): Background {
  const exposureIn = (period: Period) =>
    populationAt(app.reference.geography, municipalityNo, period.periodEnd).total * daysOf(period);
  const last = previous ? { answers: previous.answers, exposure: exposureIn(previous) } : null;
  return { exposure: exposureIn(round), last, rates };
}

function lastFrozen(rounds: readonly Round[], round: Round, now: Date): Round | null {
  const isEarlier = (one: Round) =>
    one.korusRegion === round.korusRegion &&
    one.questionnaireId === round.questionnaireId &&
    one.periodEnd < round.periodEnd &&
    one.dataKind !== 'published' &&
    one.freezesAt <= now;
  return rounds.find(isEarlier) ?? null; // the newest period stands first
}

import { observedIn, responseOf } from '#lib/domain/estimate/basis.ts';
import { ladderOf, rungNames, rungOf, type LadderBasis } from '#lib/domain/estimate/ladder.ts';
import { rangeOf } from '#lib/domain/estimate/outcome.ts';
import { refusalsOf, rungRefusalOf } from '#lib/domain/estimate/refusal.ts';
import { countIndicators } from '#lib/domain/indicator.ts';
import { dataStateHash, listEstimates, standingEstimate, type EstimateVersion } from '#lib/server/estimate.ts';
import { listJudgements, type MadeJudgement } from '#lib/server/judgement.ts';
import { estimateAgainstLater, type HeldEstimate } from '#lib/server/released-estimate.ts';
import { latestSaid } from '#lib/server/report.ts';
import { recordSeen } from '#lib/server/round-part.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { estimateSentences } from '#lib/ui/estimate/estimate-sentence.ts';
import { ladderPart } from '#lib/ui/estimate/ladder-part.ts';
import { readBasis, seenState, type EstimateDesk } from './open-estimate.ts';

/** All that the page tells, read as the adviser; the audit tells that the answers were seen. */
export async function readEstimateScene({ app, language }: App.Locals, desk: EstimateDesk) {
  const { actor, round, indicator } = desk;
  const { geography } = app.reference;
  const read = await app.db.transaction(actor, async (tx) => {
    const answers = await latestSaid(tx, round.id);
    await recordSeen(tx, { round, counties: null, answers }, app.clock());
    const { basis } = await readBasis(tx, desk, geography);
    const judgements = await listJudgements(tx, { round, indicator: indicator.id });
    const versions = (await listEstimates(tx, round)).filter((one) => one.indicator === indicator.id);
    return { basis, judgements, versions, held: await estimateAgainstLater(tx, round, geography) };
  });
  const { basis, judgements, versions } = read;
  const held = read.held.filter(({ version }) => version.indicator === indicator.id);
  const ladder = ladderOf(basis);
  const observed = observedIn(basis);
  const response = responseOf(basis);
  const refused = refusalsOf(basis, ladder, { isRegion: true, remindedAlike: null, isHidden: false });
  const standing = standingEstimate(versions, indicator.id);
  const isChanged = standing !== null && standing.dataState !== dataStateHash(basis, standing.rung);
  const rung = standing?.rung === 'judgement' && !isChanged ? 'judgement' : 'model';
  const range = refused.length > 0 ? null : rangeOf(ladder, rung);
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    indicator: indicator.id,
    indicators: countIndicators.map(({ id, name }) => ({ id, name: name[language === 'nn' ? 'nn' : 'nb'] })),
    ...{ observed, response, refused, seen: seenState(basis) },
    sentences: estimateSentences({ indicator: indicator.id, observed, response, rung, range }, language),
    ladder: ladderPart(ladder, observed, language, svgDocument),
    ways: rungNames.map((name) => ({ name, refusal: rungRefusalOf(basis, ladder, name), rung: rungOf(ladder, name) })),
    silent: silentOf(basis, judgements, desk),
    standing: standing && { rung: standing.rung, byName: standing.byName, at: standing.at, isChanged },
    history: versions.map((version) => historyOf(version, held))
  };
}

function silentOf(basis: LadderBasis, judgements: readonly MadeJudgement[], { municipalities }: EstimateDesk) {
  const made = new Map(judgements.map((one) => [one.municipalityNo, one]));
  return basis.silent.map(({ municipalityNo, population, why }) => ({
    ...{ municipalityNo, population, why },
    name: municipalities.get(municipalityNo)?.name ?? municipalityNo,
    cases: made.get(municipalityNo)?.cases ?? null,
    reason: made.get(municipalityNo)?.reason ?? '',
    last: basis.last?.counts.get(municipalityNo) ?? null,
    lastName: basis.last?.name ?? null
  }));
}

function historyOf(
  { version, event, rung, reason, figures, byName, at }: EstimateVersion,
  held: readonly HeldEstimate[]
) {
  const since = held.find((one) => one.version.version === version);
  return {
    ...{ version, event, rung, reason, byName, at },
    figures: figures && {
      ...{ observed: figures.observed, reported: figures.reported, expected: figures.expected },
      range: figures.range
    },
    later: since?.later ?? null,
    next: since?.next ?? null
  };
}

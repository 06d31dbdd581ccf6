import { compareLists, everyoneIn, nextList, type DatedList, type Expectation } from '#lib/domain/expected-list.ts';
import type { Geography, KorusRegionId } from '#lib/domain/geography.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { firstRound, nextRound } from '#lib/domain/round-copy.ts';
import type { Round } from '#lib/domain/round.ts';
import { listAssignments } from './assignment.ts';
import type { Tx } from './db.ts';
import { listRounds } from './round.ts';

type Known = { geography: Geography; questionnaires: readonly Questionnaire[]; now: Date };

/** A round that can be made for a region: from its last one, or from nothing; `waiting` are those in preparation already. */
export type Proposal = { round: Round; list: Expectation[]; last: Round | null; waiting: Round[] };

/** What the next round of a region would be. */
export async function proposeRound(tx: Tx, korusRegion: KorusRegionId, known: Known): Promise<Proposal> {
  const { geography, questionnaires, now } = known;
  const rounds = (await listRounds(tx)).filter((one) => one.korusRegion === korusRegion);
  const last = rounds.find(({ openedAt }) => openedAt !== null) ?? null;
  const waiting = rounds.filter(({ openedAt }) => openedAt === null);
  const taken = rounds.map(({ slug }) => slug);
  if (last) {
    const round = nextRound(last, newestOf(questionnaires, last.questionnaireId).version, { taken, now });
    return { round, list: nextList(geography, korusRegion, await datedList(tx, last), round.periodEnd), last, waiting };
  }
  const region = geography.korusRegions.find(({ id }) => id === korusRegion);
  const [questionnaire] = questionnaires;
  if (!region || !questionnaire) throw new Error(`no region or no questionnaire: ${korusRegion}`);
  const newest = newestOf(questionnaires, questionnaire.id);
  const round = firstRound({ region, questionnaire: newest }, { taken, now });
  return { round, list: everyoneIn(geography, korusRegion, round.periodEnd), last: null, waiting };
}

/** How the list of a round differs from that of the round it was made from; null when it was made from nothing. */
export async function compareWithLast(tx: Tx, geography: Geography, round: Round, last: Round | null) {
  if (!last) return null;
  const numbers = (await listAssignments(tx, round.id)).map(({ municipalityNo }) => municipalityNo);
  return compareLists(geography, await datedList(tx, last), { date: round.periodEnd, numbers });
}

async function datedList(tx: Tx, round: Round): Promise<DatedList> {
  return { date: round.periodEnd, list: await listAssignments(tx, round.id) };
}

function newestOf(questionnaires: readonly Questionnaire[], id: string): Questionnaire {
  const [newest] = questionnaires.filter((one) => one.id === id).toSorted((a, b) => b.version - a.version);
  if (!newest) throw new Error(`unknown questionnaire: ${id}`);
  return newest;
}

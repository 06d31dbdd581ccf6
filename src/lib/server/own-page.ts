import type { Answers } from '#lib/domain/answer.ts';
import { coveredIn, isAnswer, type Coverage } from '#lib/domain/coverage.ts';
import { noFilter } from '#lib/domain/filter.ts';
import { municipalitiesAt, populationAt, type Geography } from '#lib/domain/geography.ts';
import type { AnswerStatus } from '#lib/domain/indicator.ts';
import type { Round } from '#lib/domain/round.ts';
import { alikeIn, similarMunicipalities, type Likeness } from '#lib/domain/similar-municipality.ts';
import type { Cell } from '#lib/stats/cube.ts';
import type { AnswerKey } from './answer-change.ts';
import type { App } from './app.ts';
import { listReportReaders } from './audit-log.ts';
import { listHosts, listRoundMembers, type RoundMember } from './coverage.ts';
import type { Tx } from './db.ts';
import { readConversations } from './query-thread.ts';
import { listVersions } from './report.ts';

type Store = Pick<App, 'statistics' | 'reference'>;
type Own = { round: Round; municipalityNo: string };
/** A report of the own municipality with the round it was for. */
type RoundReport = {
  round: Pick<Round, 'id' | 'name' | 'periodStart' | 'periodEnd' | 'dataKind'>;
  answers: Answers;
  coverage: Coverage | null;
};
/** What the public knows of each municipality of a round; a category is null where it has not told. */
export type PublicFacts = { status: AnswerStatus; organisedUnder: string | null; webInfo: string | null };

const mostSimilar = 5;

/** Everything of a municipality's own in a round, as its respondent may read it; earlier rounds the newest first. */
export async function readOwn(tx: Tx, { roundId, municipalityNo }: AnswerKey) {
  return {
    versions: await listVersions(tx, roundId, municipalityNo),
    readers: await listReportReaders(tx),
    hosts: await listHosts(tx),
    members: await listRoundMembers(tx),
    conversations: await readConversations(tx, { roundId, municipalityNo }),
    earlier: await listEarlierAnswers(tx, { roundId, municipalityNo })
  };
}

/** What the municipality answered in each earlier round with the same questionnaire, the newest first. */
async function listEarlierAnswers(tx: Tx, { roundId, municipalityNo }: AnswerKey): Promise<RoundReport[]> {
  type Row = RoundReport['round'] & Pick<RoundReport, 'answers' | 'coverage'>;
  const rows = await tx.query<Row>(
    `select distinct on (earlier.period_end, earlier.id)
      earlier.id,
      earlier.name,
      earlier.period_start::text as "periodStart",
      earlier.period_end::text as "periodEnd",
      earlier.data_kind as "dataKind",
      report.answers,
      report.coverage
    from round as this
    join round as earlier
      on earlier.questionnaire_id = this.questionnaire_id and earlier.period_end < this.period_end
    join report on report.round_id = earlier.id
    where this.id = $1
      and report.municipality_no = $2
    order by earlier.period_end desc, earlier.id, report.version desc`,
    [roundId, municipalityNo]
  );
  return rows.filter(isAnswer).map(({ answers, coverage, ...round }) => ({ round, answers, coverage }));
}

/** The public sums of a round and what the public knows of each municipality, by number. */
export async function readPublic({ statistics }: Store, round: Round) {
  const { cells } = await statistics.view(round, 'public', noFilter);
  const { figures } = await statistics.dataset(round, 'public');
  const facts = new Map<string, PublicFacts>();
  for (const { municipalityNo, indicator, category, value } of figures) {
    if (municipalityNo === null) continue;
    const one = facts.get(municipalityNo) ?? { status: 'missing', organisedUnder: null, webInfo: null };
    const told = value === null ? null : category;
    if (indicator === 'answer_status') one.status = (category ?? 'missing') as AnswerStatus;
    if (indicator === 'organised_under') one.organisedUnder = told;
    if (indicator === 'web_info') one.webInfo = told;
    facts.set(municipalityNo, one);
  }
  const totals = cells.filter(({ countyNo, category }) => countyNo === null && category === null);
  return { facts, totalOf: (id: string): Cell | null => totals.find(({ indicator }) => indicator === id) ?? null };
}

/** The page of its service that each of some municipalities has told of in its latest answer; asked as the system. */
export async function listServicePages(
  tx: Tx,
  roundId: string,
  municipalityNos: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ municipalityNo: string; page: string | null }>(
    `select distinct on (municipality_no)
      municipality_no as "municipalityNo",
      answers -> 'web_address' ->> 'value' as page
    from report
    where round_id = $1
      and municipality_no = any($2)
      and coalesce(coverage ->> 'kind' not in ('answered_by', 'not_answered_by'), true)
    order by municipality_no, version desc`,
    [roundId, municipalityNos]
  );
  return new Map(rows.flatMap(({ municipalityNo, page }) => (page === null ? [] : [[municipalityNo, page]])));
}

/** The municipalities whose cases stand in one's own figures: those it names, else those that the list has under it. */
export function speaksFor(
  coverage: Coverage | null,
  members: readonly RoundMember[],
  facts: ReadonlyMap<string, PublicFacts>
): string[] {
  if (coverage !== null && coverage.kind !== 'whole') return [];
  const expected = members.filter(({ isExpected }) => isExpected).map(({ municipalityNo }) => municipalityNo);
  const named = coverage === null ? expected : coveredIn(coverage);
  return named.filter((number) => facts.get(number)?.status === 'covered_by_host');
}

/** The same of an earlier round, whose list is not asked for: a host that named nobody spoke for those it speaks for now. */
export function spokeFor(coverage: Coverage | null, now: readonly string[]): readonly string[] {
  if (coverage === null) return now;
  return coverage.kind === 'whole' ? coverage.municipalities : [];
}

/** Inhabitants of some municipalities at the end of a round; those that did not exist then have none. */
export function inhabitantsOf(geography: Geography, numbers: readonly string[], date: string): number {
  const existing = new Set(municipalitiesAt(geography, date).map(({ number }) => number));
  return numbers
    .filter((number) => existing.has(number))
    .reduce((sum, number) => sum + populationAt(geography, number, date).total, 0);
}

/** The municipalities of the round that are most like one's own, and what the public knows of them. */
export function similarOnes(
  { reference: { geography } }: Pick<Store, 'reference'>,
  { round, municipalityNo }: Own,
  facts: ReadonlyMap<string, PublicFacts>
) {
  const known = municipalitiesAt(geography, round.periodEnd).filter(({ number }) => facts.has(number));
  const likeness = new Map(
    known.map(({ number, centralityClass, korusRegion }): [string, Likeness] => [
      number,
      {
        ...{ municipalityNo: number, centrality: centralityClass, korusRegion },
        population: populationAt(geography, number, round.periodEnd).total,
        organisedUnder: facts.get(number)?.organisedUnder ?? null
      }
    ])
  );
  const own = likeness.get(municipalityNo);
  if (!own) return [];
  return similarMunicipalities(own, [...likeness.values()], mostSimilar).flatMap((similar) => {
    const [other, told] = [likeness.get(similar.municipalityNo), facts.get(similar.municipalityNo)];
    const name = known.find(({ number }) => number === similar.municipalityNo)?.name;
    if (!other || !told || name === undefined) return [];
    return [
      {
        municipalityNo: similar.municipalityNo,
        name,
        population: other.population,
        alikeIn: alikeIn(own, other),
        ...told
      }
    ];
  });
}

import type { Audience } from '#lib/domain/disclosure.ts';
import { type Filter, filterAddress, noFilter } from '#lib/domain/filter.ts';
import { countiesAt, type County, type Geography } from '#lib/domain/geography.ts';
import { daysOf, type Round } from '#lib/domain/round.ts';
import { cubeQuery, type Cell } from '#lib/stats/cube.ts';
import { municipalityFiguresQuery, type MunicipalityFigure } from '#lib/stats/municipality-figures.ts';
import { datasetFor, placesAt, readEntries, storeState, type Dataset } from './dataset.ts';
import type { Actor, Db } from './db.ts';
import { openEngine } from './duckdb.ts';
import { EngineShelf } from './engine-shelf.ts';
import { publicTerms } from './public-terms.ts';
import { Recent } from './recent.ts';

/** The rows of one view, with the name of the data set they were made from. */
export type View = { hash: string; cells: Cell[]; municipalityFigures: MunicipalityFigure[] };

const reader: Actor = { kind: 'system', task: 'statistics' };
const stateHoldsMs = 1000;
const ratesHoldMs = 3_600_000;

/**
 * The statistics of all rounds. Data sets follow the store: after an answer in this process at once, after one through
 * another replica within a second.
 */
export class Statistics {
  private readonly db: Db;
  private readonly geography: Geography;
  private readonly clock: () => Date;
  private readonly datasets = new Recent<string, Promise<Dataset>>(200);
  private readonly named = new Recent<string, Dataset>(200);
  private readonly engines = new EngineShelf(24);
  private readonly views = new Recent<string, Promise<View>>(2000);
  private readonly rates = new Recent<string, Promise<Record<string, number | null>>>(50);
  private state: { text: Promise<string>; readAt: number } | null = null;

  constructor(db: Db, geography: Geography, clock: () => Date) {
    this.db = db;
    this.geography = geography;
    this.clock = clock;
  }

  /** The state of everything reported; pages made from it may be kept as long as it stays the same. */
  current(): Promise<string> {
    const now = this.clock().getTime();
    if (!this.state || now - this.state.readAt >= stateHoldsMs) {
      const text = this.db.transaction(reader, (tx) => storeState(tx, new Date(now)));
      text.catch(() => this.changed());
      this.state = { text, readAt: now };
    }
    return this.state.text;
  }

  /** Tells that something was reported, so that the next reader sees it. */
  changed(): void {
    this.state = null;
  }

  /** The figures of a round that an audience may have. */
  async dataset(round: Round, audience: Audience): Promise<Dataset> {
    const key = `${await this.current()}/${round.id}/${round.dataKind}/${audience}`;
    return this.datasets.getOr(key, async () => {
      const { entries, terms } = await this.db.transaction(reader, async (tx) => ({
        entries: await readEntries(tx, round.id, placesAt(this.geography, round.periodEnd)),
        terms: await publicTerms(tx, round)
      }));
      const dataset = datasetFor(audience, terms, entries);
      this.named.set(`${round.id}/${audience}/${dataset.hash}`, dataset);
      return dataset;
    });
  }

  /**
   * The figures of this name as an Arrow IPC stream, or null. A page that was opened before the last answer came asks
   * for those it was made from, so they are kept for a while.
   */
  async arrow(round: Round, audience: Audience, hash: string): Promise<Uint8Array | null> {
    await this.dataset(round, audience);
    const dataset = this.named.get(`${round.id}/${audience}/${hash}`);
    if (!dataset) return null;
    const { arrowStream } = await import('./arrow-stream.ts'); // not at the start, of whose time Arrow takes a tenth
    return arrowStream(dataset.figures);
  }

  /** The rows of a filtered view, from native DuckDB. */
  async view(round: Round, audience: Audience, filter: Filter): Promise<View> {
    const dataset = await this.dataset(round, audience);
    return this.views.getOr(`${dataset.hash}?${filterAddress(filter)}`, () =>
      this.engines.use(
        dataset.hash,
        () => openEngine(dataset.figures),
        async (engine) => ({
          hash: dataset.hash,
          cells: await engine.run<Cell>(cubeQuery(filter)),
          municipalityFigures: await engine.run<MunicipalityFigure>(municipalityFiguresQuery(filter))
        })
      )
    );
  }

  /**
   * What the public may see of a frozen round as cases per inhabitant and day, by count; null where it is hidden. Kept
   * for an hour, so that sending in does not wait for it.
   */
  publicRates(round: Round): Promise<Record<string, number | null>> {
    const hour = Math.floor(this.clock().getTime() / ratesHoldMs);
    return this.rates.getOr(`${round.id}/${hour}`, async () => {
      const { cells } = await this.view(round, 'public', noFilter);
      const totals = cells.filter(({ countyNo, category }) => countyNo === null && category === null);
      return Object.fromEntries(
        totals.map(({ indicator, value, populationReported }) => [
          indicator,
          value === null || populationReported === 0 ? null : value / (populationReported * daysOf(round))
        ])
      );
    });
  }

  /** The counties of a round's expected municipalities, in number order. */
  async counties(round: Round): Promise<County[]> {
    const { figures } = await this.dataset(round, 'public');
    const numbers = new Set(figures.map((figure) => figure.countyNo));
    return countiesAt(this.geography, round.periodEnd).filter((county) => numbers.has(county.number));
  }

  /** How many municipalities stand in the totals of a host in another county, whose cases are counted there. */
  async coveredElsewhere(round: Round): Promise<number> {
    const { figures } = await this.dataset(round, 'region');
    const status = figures.filter(({ indicator }) => indicator === 'cases_received');
    const countyOf = new Map(status.map(({ municipalityNo, countyNo }) => [municipalityNo, countyNo]));
    return status.filter(
      ({ reporter, countyNo, value }) => reporter && value === null && countyOf.get(reporter) !== countyNo
    ).length;
  }
}

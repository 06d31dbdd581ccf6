import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossDimensions, dimensions, measuresOf, type Analysis, type Brush } from '#lib/domain/analysis.ts';
import { analysisAddress, parseAnalysis } from '#lib/domain/analysis-address.ts';
import { indicatorOf, indicators } from '#lib/domain/indicator.ts';
import { divisions, picturesOf } from '#lib/domain/picture.ts';
import { populationClasses } from '#lib/domain/place.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';

const [questionnaire] = loadQuestionnaires('data/questionnaires');
if (!questionnaire) throw new Error('no questionnaire');
const choices = {
  questionnaire,
  rounds: ['sor-2024', 'sor-2023', 'sor-2022'],
  counties: ['40', '42'],
  municipalities: ['4201', '4202', '4001'],
  areas: { police_district: ['Agder', 'Sør-Øst'], county_governor: ['Agder'], korus_region: ['sor'] },
  country: {
    counties: ['40', '42', '32'],
    municipalities: ['4201', '4202', '4001', '3201'],
    areas: { police_district: ['Agder', 'Sør-Øst', 'Øst'], county_governor: ['Agder'], korus_region: ['sor', 'ost'] }
  }
};
const brushes: (Brush | null)[] = [
  null,
  { dimension: 'county', area: '42' },
  { dimension: 'police_district', area: 'Sør-Øst' },
  { dimension: 'own_group', area: 'group' }
];
const parse = (address: string) => parseAnalysis(new URLSearchParams(address), choices);

describe('the address of a view', () => {
  it('without choices is cases received by county in the page’s round', () => {
    expect(parse('')).toEqual({
      unknown: [],
      analysis: {
        ...{ indicator: 'cases_received', measure: 'count', dimension: 'county', columns: null, rounds: ['sor-2024'] },
        ...{ filter: { county: null, populationClass: null, organisedUnder: null }, group: [] },
        ...{ picture: 'bars', division: 'county', brush: null, scope: 'region' }
      }
    });
  });

  it.each([
    ['tall=sol', 'tall', 'sol'],
    ['mal=share', 'mal', 'share'],
    ['tall=web_info&mal=rate', 'mal', 'rate'],
    ['mal=rate_15_to_17', 'mal', 'rate_15_to_17'],
    ['tall=cases_under_18&mal=rate_18_plus', 'mal', 'rate_18_plus'],
    ['tall=cases_handled&mal=rate_18_plus', 'mal', 'rate_18_plus'],
    ['runde=midt-2024', 'runde', 'midt-2024'],
    ['gruppe=4201 9999', 'gruppe', '9999'],
    ['fylke=03', 'fylke', '03'],
    ['storrelse=stor', 'storrelse', 'stor'],
    ['bilde=funnel', 'bilde', 'funnel'],
    ['tall=web_info&bilde=bars', 'bilde', 'bars'],
    ['grenser=gate', 'grenser', 'gate'],
    ['valgt=county:03', 'valgt', 'county:03'],
    ['valgt=county', 'valgt', 'county'],
    ['kolonner=municipality', 'kolonner', 'municipality'],
    ['etter=municipality&kolonner=county', 'kolonner', 'county']
  ])('%s names what cannot be used', (address, parameter, value) => {
    expect(parse(address).unknown).toEqual([{ parameter, value }]);
  });

  it('keeps rounds in the order of the page, the newest first, each once', () => {
    expect(parse('runde=sor-2023&runde=sor-2024&runde=sor-2023').analysis.rounds).toEqual(['sor-2024', 'sor-2023']);
  });

  it('reads an own group as people write lists', () => {
    expect(parse('gruppe=4201, 4202;4001').analysis.group).toEqual(['4201', '4202', '4001']);
  });

  it('chooses among the places of the country only in its scope, which there is where other regions have rounds', () => {
    expect(parse('omrade=landet&fylke=32').analysis).toMatchObject({ scope: 'country', filter: { county: '32' } });
    expect(parse('fylke=32').unknown).toEqual([{ parameter: 'fylke', value: '32' }]);
    const alone = parseAnalysis(new URLSearchParams('omrade=landet'), { ...choices, country: null });
    expect(alone).toMatchObject({
      analysis: { scope: 'region' },
      unknown: [{ parameter: 'omrade', value: 'landet' }]
    });
  });

  it('keeps the newest of many rounds in the scope of the country, and names the others', () => {
    const rounds = ['2026', '2025', '2024', '2023', '2022', '2021', '2020'];
    const ask = (address: string) => parseAnalysis(new URLSearchParams(address), { ...choices, rounds });
    const all = rounds.map((id) => `runde=${id}`).join('&');
    expect(ask(all)).toMatchObject({ analysis: { rounds }, unknown: [] });
    expect(ask(`omrade=landet&${all}`)).toMatchObject({
      analysis: { rounds: ['2026', '2025', '2024', '2023', '2022'] },
      unknown: [
        { parameter: 'runde', value: '2021' },
        { parameter: 'runde', value: '2020' }
      ]
    });
  });

  it('says the same dimension twice only once', () => {
    expect(parse('etter=county&kolonner=county').analysis.columns).toBeNull();
  });

  it('comes back the same whatever was chosen', () => {
    const analysis: fc.Arbitrary<Analysis> = fc
      .record({
        indicator: fc.constantFrom(...indicators.map(({ id }) => id)),
        turn: fc.nat(),
        dimension: fc.constantFrom(...dimensions),
        rounds: fc.subarray(choices.rounds, { minLength: 1 }),
        filter: fc.record({
          county: fc.option(fc.constantFrom(...choices.counties)),
          populationClass: fc.option(fc.constantFrom(...populationClasses.map(({ id }) => id))),
          organisedUnder: fc.constant(null)
        }),
        group: fc.subarray(choices.municipalities),
        division: fc.constantFrom(...divisions),
        brush: fc.constantFrom(...brushes),
        scope: fc.constantFrom<Analysis['scope'][]>('region', 'country')
      })
      .map(({ turn, ...rest }) => {
        const across = [null, ...crossDimensions(rest.dimension)];
        const allowed = measuresOf(indicatorOf(rest.indicator));
        const columns = across[turn % across.length] ?? null;
        const shown = { ...rest, columns, measure: allowed[turn % allowed.length] ?? 'count' };
        const drawn = picturesOf(shown);
        return { ...shown, picture: drawn[turn % drawn.length] ?? drawn[0] };
      });
    fc.assert(
      fc.property(analysis, (one) => {
        expect(parse(analysisAddress(one, 'sor-2024'))).toEqual({ analysis: one, unknown: [] });
      })
    );
  });
});

import { describe, expect, it } from 'vitest';
import { messagesIn } from '#lib/i18n/messages.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { historyPart, type OwnRound } from '#lib/ui/own-page/history.ts';
import { similarLines, type SimilarOne } from '#lib/ui/own-page/similar.ts';
import { standingPart } from '#lib/ui/own-page/standing.ts';
import { questionnaire } from '../../support/answers.ts';

const text = messagesIn('nb').ownPage;
const names = { name: 'Vennesla', regionName: 'KORUS Sør' };
const region = { count: 71, population: 929_303 };
const partOf = (own: { count: number; population: number } | null, of: typeof region | null = region) =>
  standingPart({ own, region: of, ...names }, 'nb', svgDocument);

describe('where a municipality stands', () => {
  it('is said in words first: that small figures tell nothing apart', () => {
    const part = partOf({ count: 2, population: 15_000 });
    expect(part).toMatchObject({ finding: text.standing.finding.alike, caution: null });
    expect(part.table?.rows).toEqual([
      { header: 'Vennesla', cells: ['1,3', '0,2', '4,8'] },
      { header: 'KORUS Sør', cells: ['0,8', '0,6', '1,0'] }
    ]);
    expect(part.svg).toContain('<desc>Vennesla: 1,3 (0,2–4,8). KORUS Sør: 0,8 (0,6–1,0).</desc>');
  });

  it('is told with how often chance does it, where it is told', () => {
    expect(partOf({ count: 9, population: 5000 })).toMatchObject({
      ...{ finding: text.standing.finding.more, caution: text.standing.byChance }
    });
  });

  it('is not told of one that is all there is in the sum, which is shown', () => {
    const own = { count: 4, population: 15_000 };
    expect(partOf(own, own).finding).toBe(text.standing.finding.alone);
  });

  it('leaves the region out while its sum is not public, and has no picture without an own figure', () => {
    const alone = partOf({ count: 2, population: 15_000 }, null);
    expect(alone.finding).toBe(text.standing.finding.unknown);
    expect(alone.svg).not.toContain('KORUS');
    expect(partOf(null)).toEqual({ finding: text.standing.noOwn, caution: null, svg: null, table: null });
  });
});

describe('the own rounds', () => {
  const round = (name: string, count: number | null): OwnRound => ({
    ...{ name, periodStart: '2022-07-01', periodEnd: '2024-03-31', isSynthetic: true },
    received: count === null ? null : { count, exposure: 15_000 * 640 }
  });

  it('are nothing without an earlier one', () => {
    expect(historyPart([round('2024', 3)], 'nb')).toBeNull();
  });

  it.each([
    [3, 1, text.history.notTold(1, 3, '2023')],
    [14, 1, text.history.told(1, 14, '2023', true)],
    [0, 12, text.history.told(12, 0, '2023', false)],
    [null, 1, text.history.unknown]
  ])('from %s now and %s before, say what can be said', (now, before, finding) => {
    expect(historyPart([round('2024', now), round('2023', before)], 'nb')?.finding).toBe(finding);
  });

  it('go the way of the rate, also where the count goes the other way', () => {
    const host = { ...round('2024', 24), received: { count: 24, exposure: 150_000 * 640 } };
    expect(historyPart([host, round('2023', 20)], 'nb')?.finding).toBe(text.history.told(20, 24, '2023', false));
  });

  it('say a figure that was not given, and that figures are made up', () => {
    const rows = historyPart([round('2024', null), round('2023', 1)], 'nb')?.table.rows;
    expect(rows?.map(({ header, cells }) => [header, cells[1]])).toEqual([
      ['2024 (syntetiske tall)', 'ingen tall'],
      ['2023 (syntetiske tall)', '1']
    ]);
  });
});

describe('a similar municipality', () => {
  const one: SimilarOne = {
    ...{ name: 'Modum', population: 14_665, alikeIn: ['population', 'centrality'] },
    ...{ status: 'answered', organisedUnder: null, webInfo: 'planned', servicePage: null }
  };
  const said = (over: Partial<SimilarOne> = {}) => similarLines([{ ...one, ...over }], questionnaire, 'nb')[0];

  it('is told with why it is like, and in the words of the questionnaire', () => {
    expect(said()?.line).toBe('14\u00a0665 innbyggere. Ligner på dere i innbyggertall og sentralitet.');
    expect(said()?.facts.map(({ value }) => value)).toEqual(['ikke oppgitt', 'Planlagt', 'Har svart']);
  });

  it('leads to the page of its service where that is secure, and else tells the address', () => {
    const pageOf = (servicePage: string) => said({ webInfo: 'yes', servicePage })?.facts[2];
    expect(pageOf('https://modum.no/rus')).toMatchObject({
      value: 'https://modum.no/rus',
      href: 'https://modum.no/rus'
    });
    expect(pageOf('http://modum.no/rus')).toMatchObject({ value: 'http://modum.no/rus', href: null });
  });

  it('may be the nearest and still like in nothing', () => {
    expect(said({ alikeIn: [] })?.line).toBe('14\u00a0665 innbyggere.');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredIn, isAnswer, type Coverage, type Expected, type Said } from '#lib/domain/coverage.ts';
import { resolveCoverage, type Standing } from '#lib/domain/coverage-standing.ts';
import { figuresOf, type Entry } from '#lib/domain/figure.ts';
import { answersOf } from '../support/region.ts';

const list = ['4201', '4202', '4203', '4204', '4205'];
const undecided = { coverRuling: null, coverRulingHost: null };
const expects = (changed: Record<string, Partial<Expected>> = {}): Expected[] =>
  list.map((municipalityNo) => ({
    ...{ municipalityNo, status: 'expected' as const, coveredBy: null, ...undecided },
    ...changed[municipalityNo]
  }));
const figures = answersOf([4, 2, 1], 'yes');
const part = { cases_received: { status: 'reported' as const, value: 2 } };
const report = (municipalityNo: string, coverage: Coverage | null = null): Said => ({
  municipalityNo,
  answers: isAnswer({ coverage }) ? figures : {},
  coverage
});
const whole = (...municipalities: string[]): Coverage => ({ kind: 'whole', municipalities });
const each = (...municipalities: string[]): Coverage => ({
  kind: 'each',
  figures: Object.fromEntries(municipalities.map((number) => [number, part]))
});
const pointsTo = (host: string): Coverage => ({ kind: 'answered_by', host });
const denies = (host: string): Coverage => ({ kind: 'not_answered_by', host });

function standing(number: string, said: Said[], changed: Record<string, Partial<Expected>> = {}): Standing {
  const found = resolveCoverage(expects(changed), said).find(({ municipalityNo }) => municipalityNo === number);
  if (!found) throw new Error('not in the list: ' + number);
  return found;
}

describe('where a municipality stands', () => {
  it('has answered when it has, and is missing when it has not', () => {
    expect(standing('4201', [report('4201')])).toMatchObject({ status: 'answered', standsIn: '4201', part: 'own' });
    expect(standing('4202', [report('4201')])).toMatchObject({ status: 'missing', standsIn: null, answers: null });
    expect(standing('4202', [], { '4202': { status: 'declined' } }).status).toBe('declined');
  });

  it('stands in its host’s total, without answers of its own, when the figures are for the whole', () => {
    expect(standing('4202', [report('4201', whole('4202'))])).toEqual({
      municipalityNo: '4202',
      status: 'covered_by_host',
      standsIn: '4201',
      part: 'whole',
      answers: null,
      waitsFor: null,
      conflict: null
    });
  });

  it('has its own part of a host’s report that gives figures for each', () => {
    expect(standing('4202', [report('4201', each('4202'))])).toMatchObject({
      status: 'covered_by_host',
      part: 'each',
      answers: part
    });
  });

  it('waits for a host that has not answered, and is missing until then', () => {
    const expected = { '4202': { status: 'covered_by_host', coveredBy: '4201' } } as const;
    expect(standing('4202', [], expected)).toMatchObject({ status: 'missing', waitsFor: '4201', conflict: null });
    expect(standing('4202', [report('4202', pointsTo('4201'))])).toMatchObject({
      status: 'missing',
      waitsFor: '4201',
      conflict: { code: 'host_silent', hosts: ['4201'] }
    });
  });

  it('is covered as the list says when its host answers and says nothing of others', () => {
    const expected = { '4202': { status: 'covered_by_host', coveredBy: '4201' } } as const;
    expect(standing('4202', [report('4201')], expected)).toMatchObject({ status: 'covered_by_host', conflict: null });
    const itself = [report('4201'), report('4202')];
    expect(standing('4202', itself, expected)).toMatchObject({ status: 'answered', conflict: null });
  });

  it('is missing, and shown, when the host of the list says that it answers for nobody', () => {
    const expected = { '4202': { status: 'covered_by_host', coveredBy: '4201' } } as const;
    expect(standing('4202', [report('4201', whole())], expected)).toMatchObject({
      status: 'missing',
      waitsFor: null,
      conflict: { code: 'not_named', hosts: ['4201'] }
    });
  });

  it('agrees with a host that names it when it points there', () => {
    const said = [report('4201', whole('4202')), report('4202', pointsTo('4201'))];
    expect(standing('4202', said)).toMatchObject({ status: 'covered_by_host', conflict: null });
  });

  it('does not cover itself', () => {
    expect(standing('4201', [report('4201', whole('4201'))])).toMatchObject({ status: 'answered', conflict: null });
  });
});

describe('a conflict', () => {
  it('is a covered municipality that answers itself: its own report is held back', () => {
    const said = [report('4201', whole('4202')), report('4202')];
    expect(standing('4202', said)).toMatchObject({
      status: 'covered_by_host',
      answers: null,
      conflict: { code: 'answers_itself', hosts: ['4201'] }
    });
  });

  it('is two hosts that name one: it stands where the figures cannot be taken apart', () => {
    const said = [report('4201', each('4203')), report('4202', whole('4203'))];
    expect(standing('4203', said)).toMatchObject({
      standsIn: '4202',
      conflict: { code: 'two_hosts', hosts: ['4201', '4202'] }
    });
  });

  it('between two hosts that are alike, is for now settled by whom it points to, then by number', () => {
    const said = [report('4201', whole('4203')), report('4202', whole('4203'))];
    expect(standing('4203', said).standsIn).toBe('4201');
    expect(standing('4203', [...said, report('4203', pointsTo('4202'))]).standsIn).toBe('4202');
  });

  it('is a chain: a host that is itself covered covers nobody', () => {
    const said = [report('4201', whole('4202')), report('4202', whole('4203'))];
    expect(standing('4202', said)).toMatchObject({ standsIn: '4201', conflict: { code: 'answers_itself' } });
    expect(standing('4203', said)).toMatchObject({
      status: 'missing',
      standsIn: null,
      conflict: { code: 'chain', hosts: ['4202'] }
    });
  });

  it('is a chain of words too: the host that is pointed to points on', () => {
    const said = [report('4202', pointsTo('4201')), report('4203', pointsTo('4202'))];
    expect(standing('4203', said)).toMatchObject({ status: 'missing', conflict: { code: 'chain' } });
  });

  it('is two that name each other: the one with the lowest number stands for itself', () => {
    const said = [report('4201', whole('4202')), report('4202', whole('4201'))];
    expect(standing('4201', said)).toMatchObject({ status: 'answered', conflict: { code: 'chain' } });
    expect(standing('4202', said)).toMatchObject({ status: 'covered_by_host', standsIn: '4201' });
  });

  it('is a host that says yes where the municipality says no: it is missing until it answers', () => {
    const said = [report('4201', whole('4202')), report('4202', denies('4201'))];
    expect(standing('4202', said)).toMatchObject({ status: 'missing', conflict: { code: 'denied', hosts: ['4201'] } });
  });

  it('is a host that names one that points elsewhere', () => {
    const said = [report('4201', whole('4203')), report('4203', pointsTo('4202'))];
    expect(standing('4203', said)).toMatchObject({
      standsIn: '4201',
      conflict: { code: 'other_host', hosts: ['4201', '4202'] }
    });
  });

  it('is a host that has answered without naming the one that points to it', () => {
    const said = [report('4201', whole('4203')), report('4202', pointsTo('4201'))];
    expect(standing('4202', said)).toMatchObject({ status: 'missing', conflict: { code: 'not_named' } });
  });
});

describe('an adviser’s decision', () => {
  const said = [report('4201', whole('4202')), report('4202')];

  it('lets the host’s answer hold', () => {
    const decided = { '4202': { coverRuling: 'host', coverRulingHost: '4201' } } as const;
    expect(standing('4202', said, decided)).toMatchObject({ standsIn: '4201', conflict: null });
  });

  it('lets the municipality’s own answer hold', () => {
    const decided = { '4202': { coverRuling: 'own', coverRulingHost: null } } as const;
    expect(standing('4202', said, decided)).toMatchObject({ status: 'answered', standsIn: '4202', conflict: null });
  });

  it('lets a host hold that has not named the municipality', () => {
    const decided = { '4202': { coverRuling: 'host', coverRulingHost: '4201' } } as const;
    const unnamed = [report('4201'), report('4202', pointsTo('4201'))];
    expect(standing('4202', unnamed, decided)).toMatchObject({ status: 'covered_by_host', part: 'whole' });
  });

  it('for a host that has not answered leaves the municipality’s own answer standing', () => {
    const decided = { '4202': { coverRuling: 'host', coverRulingHost: '4203' } } as const;
    expect(standing('4202', said, decided)).toMatchObject({ status: 'answered', conflict: null });
    expect(standing('4202', [], decided)).toMatchObject({ status: 'missing', waitsFor: '4203', conflict: null });
  });
});

describe('whatever is said', () => {
  const someone = fc.constantFrom(...list);
  const some = fc.uniqueArray(someone, { maxLength: 4 });
  const coverage: fc.Arbitrary<Coverage | null> = fc.oneof(
    fc.constant(null),
    some.map((numbers) => whole(...numbers)),
    some.map((numbers) => each(...numbers)),
    someone.map(pointsTo),
    someone.map(denies)
  );
  const reports = fc
    .tuple(...list.map((number) => fc.option(coverage.map((one) => report(number, one)))))
    .map((all) => all.filter((one) => one !== null));
  const expected = fc
    .array(fc.tuple(fc.option(someone), fc.constantFrom('host', 'own', null), someone, fc.boolean()), {
      minLength: list.length,
      maxLength: list.length
    })
    .map((rows) =>
      rows.map(([coveredBy, coverRuling, host, isDeclined], index): Expected => ({
        municipalityNo: list[index] ?? '',
        status: coveredBy ? 'covered_by_host' : isDeclined ? 'declined' : 'expected',
        coveredBy,
        coverRuling,
        coverRulingHost: coverRuling === 'host' ? host : null
      }))
    );
  const entriesOf = (standings: Standing[]): Entry[] =>
    standings.map(({ municipalityNo, status, standsIn, part: ofReport, answers }) => ({
      ...{ municipalityNo, countyNo: '42', population: 100, status, answers },
      standsIn: ofReport === 'each' || ofReport === 'whole' ? { host: standsIn ?? '', part: ofReport } : null
    }));

  it('every municipality stands in one report at most, and in one that counts itself', () => {
    fc.assert(
      fc.property(expected, reports, (expectedOnes, said) => {
        const standings = resolveCoverage(expectedOnes, said);
        const answers = new Set(said.filter(isAnswer).map(({ municipalityNo }) => municipalityNo));
        const counting = new Set(standings.filter(({ part: p }) => p === 'own').map(({ standsIn }) => standsIn));
        expect(standings.map(({ municipalityNo }) => municipalityNo)).toEqual(list);
        for (const { municipalityNo, status, standsIn, part: p } of standings) {
          expect(status === 'answered').toBe(p === 'own');
          expect(status === 'covered_by_host').toBe(p === 'each' || p === 'whole');
          if (p === 'own') expect(answers).toContain(municipalityNo);
          else if (standsIn !== null) expect(counting).toContain(standsIn);
        }
      }),
      { numRuns: 500 }
    );
  });

  it('the sum of the region is that of the reports that count, and the base counts those they speak for', () => {
    fc.assert(
      fc.property(expected, reports, (expectedOnes, said) => {
        const standings = resolveCoverage(expectedOnes, said);
        const rows = figuresOf(entriesOf(standings)).filter(({ indicator }) => indicator === 'cases_received');
        const own = standings.filter(({ part: p }) => p === 'own').length;
        const parts = standings.filter(({ part: p, municipalityNo, standsIn }) => {
          const host = said.find((one) => one.municipalityNo === standsIn);
          return p === 'each' && coveredIn(host?.coverage ?? null).includes(municipalityNo);
        }).length;
        const inWhole = standings.filter(({ part: p }) => p === 'whole').length;
        expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(own * 4 + parts * 2);
        expect(rows.reduce((sum, { reported }) => sum + reported, 0)).toBe(own + parts + inWhole);
      }),
      { numRuns: 500 }
    );
  });

  it('the response rate counts those who have answered or whose host has, and nobody else', () => {
    fc.assert(
      fc.property(expected, reports, (expectedOnes, said) => {
        const standings = resolveCoverage(expectedOnes, said);
        const rows = figuresOf(entriesOf(standings)).filter(({ indicator }) => indicator === 'answer_status');
        const answered = standings.filter(({ standsIn }) => said.some((one) => one.municipalityNo === standsIn));
        expect(rows.filter(({ category }) => category === 'answered' || category === 'covered_by_host')).toHaveLength(
          answered.length
        );
      }),
      { numRuns: 300 }
    );
  });

  it('a decision removes the conflict it decides', () => {
    fc.assert(
      fc.property(expected, reports, (expectedOnes, said) => {
        for (const { municipalityNo, conflict } of resolveCoverage(expectedOnes, said)) {
          const decide = (coverRuling: 'host' | 'own', coverRulingHost: string | null) =>
            resolveCoverage(
              expectedOnes.map((one) =>
                one.municipalityNo === municipalityNo ? { ...one, coverRuling, coverRulingHost } : one
              ),
              said
            ).find((one) => one.municipalityNo === municipalityNo)?.conflict;
          for (const host of conflict?.hosts ?? []) expect(decide('host', host)).toBeNull();
          expect(decide('own', null)).toBeNull();
        }
      }),
      { numRuns: 300 }
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, type Entry } from '#lib/domain/figure.ts';
import { indicators } from '#lib/domain/indicator.ts';
import { smallRegion } from '../support/region.ts';

const figures = figuresOf(smallRegion);
const figureOf = (municipalityNo: string, indicator: string) =>
  figures.find((figure) => figure.municipalityNo === municipalityNo && figure.indicator === indicator);

describe('the figures of a round', () => {
  it('has one per indicator and municipality, answered or not', () => {
    expect(figures).toHaveLength(indicators.length * smallRegion.length);
  });

  it('keeps a confirmed none as a reported zero', () => {
    expect(figureOf('4202', 'cases_received')).toMatchObject({ value: 0, status: 'confirmed_none', reported: 1 });
  });

  it('never makes a zero of a municipality that has not answered', () => {
    expect(figureOf('4203', 'cases_received')).toMatchObject({ value: null, status: 'missing', reported: 0 });
    expect(figureOf('4005', 'cases_received')).toMatchObject({ value: null, status: 'declined', reported: 0 });
  });

  it('tells "do not know" from a question left out', () => {
    expect(figureOf('4003', 'cases_received')).toMatchObject({ value: null, status: 'dont_know', reported: 0 });
    expect(figureOf('4003', 'cases_handled')).toMatchObject({ value: null, status: 'not_given', reported: 0 });
  });

  it('gives a share its denominator only where both figures were given', () => {
    expect(figureOf('4201', 'cases_under_18')).toMatchObject({ value: 2, numerator: 2, denominator: 5 });
    expect(figureOf('4003', 'cases_under_18')).toMatchObject({ value: null, denominator: null });
    const unknown = figuresOf([
      {
        municipalityNo: '4204',
        countyNo: '42',
        population: 10,
        status: 'answered',
        answers: {
          cases_received: { status: 'dont_know', value: null },
          cases_handled: { status: 'reported', value: 4 }
        }
      }
    ]);
    expect(unknown.find((figure) => figure.indicator === 'cases_handled')).toMatchObject({
      value: 4,
      numerator: null,
      denominator: null
    });
  });

  it('gives a category the value 1, and counts its inhabitants', () => {
    expect(figureOf('4001', 'web_info')).toMatchObject({ category: 'yes', value: 1, populationReported: 8000 });
  });

  it('counts a covered municipality as answered, and its cases as the host’s', () => {
    const alone = figuresOf([
      { municipalityNo: '4204', countyNo: '42', population: 10, status: 'covered_by_host', answers: null }
    ]);
    expect(alone.find((figure) => figure.indicator === 'answer_status')).toMatchObject({ reported: 1 });
    expect(alone.find((figure) => figure.indicator === 'cases_received')).toMatchObject({
      value: null,
      status: 'covered_by_host',
      reported: 0
    });
  });

  const host: Entry = {
    ...{ municipalityNo: '4201', countyNo: '42', population: 1000, status: 'answered' },
    answers: { cases_received: { status: 'reported', value: 9 }, cases_handled: { status: 'dont_know', value: null } }
  };
  const covered = (part: 'each' | 'whole', answers: Entry['answers']): Entry => ({
    ...{ municipalityNo: '4001', countyNo: '40', population: 10, status: 'covered_by_host', answers },
    standsIn: { host: '4201', part }
  });
  const ofCovered = (part: 'each' | 'whole', answers: Entry['answers'], indicator: string) =>
    figuresOf([host, covered(part, answers)]).find(
      (figure) => figure.municipalityNo === '4001' && figure.indicator === indicator
    );

  it('puts those whom a host’s figures include behind them, with their inhabitants and no value', () => {
    expect(ofCovered('whole', null, 'cases_received')).toMatchObject({
      ...{ value: null, numerator: null, denominator: null, status: 'covered_by_host' },
      ...{ expected: 1, reported: 1, population: 10, populationReported: 10, reporter: '4201' }
    });
    expect(ofCovered('whole', null, 'cases_handled')).toMatchObject({ reported: 0, populationReported: 0 });
    expect(ofCovered('whole', null, 'web_info')).toMatchObject({ category: 'not_given', reported: 0 });
    expect(ofCovered('whole', null, 'answer_status')).toMatchObject({ category: 'covered_by_host', reported: 1 });
  });

  it('gives those for whom a host gives figures their own', () => {
    const answers: Entry['answers'] = {
      cases_received: { status: 'reported', value: 3 },
      cases_handled: { status: 'dont_know', value: null }
    };
    expect(ofCovered('each', answers, 'cases_received')).toMatchObject({ value: 3, reported: 1, reporter: '4201' });
    expect(ofCovered('each', answers, 'cases_handled')).toMatchObject({
      value: null,
      status: 'dont_know',
      reported: 0
    });
    expect(ofCovered('each', answers, 'cases_under_18')).toMatchObject({ value: null, status: 'not_given' });
  });

  it('adds up: reported never exceeds expected, whatever is answered', () => {
    const answer = fc.oneof(
      fc.record({ status: fc.constant('reported' as const), value: fc.nat(50) }),
      fc.constant({ status: 'dont_know' as const, value: null })
    );
    fc.assert(
      fc.property(fc.array(fc.option(answer), { maxLength: 20 }), (answers) => {
        const made = figuresOf(
          answers.map((cases_received, index) => ({
            municipalityNo: String(1000 + index),
            countyNo: '10',
            population: 100,
            status: cases_received ? ('answered' as const) : ('missing' as const),
            answers: cases_received ? { cases_received } : null
          }))
        );
        const received = made.filter((figure) => figure.indicator === 'cases_received');
        expect(received.filter((figure) => figure.reported === 1)).toHaveLength(
          answers.filter((one) => one?.status === 'reported').length
        );
        expect(received.every((figure) => (figure.value === null) === (figure.reported === 0))).toBe(true);
      })
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '#lib/domain/figure.ts';
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
    const covered = figuresOf([
      { municipalityNo: '4204', countyNo: '42', population: 10, status: 'covered_by_host', answers: null }
    ]);
    expect(covered.find((figure) => figure.indicator === 'answer_status')).toMatchObject({ reported: 1 });
    expect(covered.find((figure) => figure.indicator === 'cases_received')).toMatchObject({
      value: null,
      status: 'covered_by_host',
      reported: 0
    });
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

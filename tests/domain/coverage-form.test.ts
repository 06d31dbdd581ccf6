import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageFields, isCoverageField, parseCoverage } from '#lib/domain/coverage-form.ts';
import type { Fields } from '#lib/domain/answer.ts';
import type { Coverage } from '#lib/domain/coverage.ts';
import { questionnaire, someCases } from '../support/answers.ts';

const members = ['4201', '4202', '4203'].map((municipalityNo) => ({ municipalityNo, isExpected: false }));
const expected = members.map((one) => ({ ...one, isExpected: one.municipalityNo === '4201' }));
const parse = (fields: Fields, among = members) => parseCoverage(questionnaire, { ...someCases, ...fields }, among);
const codes = (fields: Fields, among = members) => parse(fields, among).problems.map(({ code }) => code);

describe('a form about other municipalities', () => {
  it('says nothing of them when nothing is chosen', () => {
    expect(parse({})).toEqual({ coverage: null, problems: [] });
  });

  it('must say whether it speaks for those the list has under it', () => {
    expect(codes({ 'cover.4201': 'yes' }, expected)).toEqual(['kind_required']);
    expect(codes({}, expected)).toEqual(['kind_required']);
    expect(parse({ 'cover.kind': 'own', 'cover.4201': 'yes' }, expected).coverage).toEqual({
      kind: 'whole',
      municipalities: []
    });
  });

  it('names those whom its figures include', () => {
    const { coverage } = parse({ 'cover.kind': 'whole', 'cover.4203': 'yes', 'cover.4201': 'yes' });
    expect(coverage).toEqual({ kind: 'whole', municipalities: ['4201', '4203'] });
    expect(codes({ 'cover.kind': 'whole' })).toEqual(['nobody_chosen']);
    expect(codes({ 'cover.kind': 'each', 'cover.0301': 'yes' })).toEqual(['unknown_member']);
  });

  it('gives figures for each, confirmed none or counts; a blank one is no figure', () => {
    const { coverage, problems } = parse({
      ...{ 'cover.kind': 'each', 'cover.4201': 'yes', 'cover.4202': 'yes' },
      ...{ 'each.4201.none': 'yes', 'each.4202.cases_received': '3', 'each.4202.cases_handled': '0' }
    });
    expect(problems).toEqual([]);
    expect(coverage).toEqual({
      kind: 'each',
      figures: {
        '4201': Object.fromEntries(
          questionnaire.gate.zeroes.map((key) => [key, { status: 'confirmed_none', value: 0 }])
        ),
        '4202': {
          cases_received: { status: 'reported', value: 3 },
          cases_handled: { status: 'reported', value: 0 }
        }
      }
    });
  });

  it('takes a figure of another that is not known, as of its own', () => {
    const each = { 'cover.kind': 'each', 'cover.4202': 'yes' };
    const unknown = { 'each.4202.cases_received': '3', 'each.4202.cases_handled.status': 'dont_know' };
    expect(parse({ ...each, ...unknown })).toEqual({
      coverage: {
        kind: 'each',
        figures: {
          '4202': {
            cases_received: { status: 'reported', value: 3 },
            cases_handled: { status: 'dont_know', value: null }
          }
        }
      },
      problems: []
    });
    expect(parse({ ...each, ...unknown, 'each.4202.cases_handled': '2' }).problems).toMatchObject([
      { field: 'each.4202.cases_handled', problem: { code: 'number_and_unknown', value: '2' } }
    ]);
    expect(codes({ ...each, 'each.4202.none': 'yes', 'each.4202.cases_received.status': 'dont_know' })).toEqual([
      'none_and_figures'
    ]);
  });

  it('checks the figures of each, and names the field that is wrong', () => {
    const each = { 'cover.kind': 'each', 'cover.4202': 'yes' };
    expect(codes(each)).toEqual(['no_figures']);
    expect(codes({ ...each, 'each.4202.none': 'yes', 'each.4202.cases_received': '3' })).toEqual(['none_and_figures']);
    const { problems } = parse({ ...each, 'each.4202.cases_received': '3', 'each.4202.cases_handled': '5' });
    expect(problems).toMatchObject([
      { field: 'each.4202.cases_handled', code: 'figure', problem: { check: 'handled_at_most_received' } }
    ]);
    expect(parse({ ...each, 'each.4202.cases_received': 'tre' }).problems).toMatchObject([
      { field: 'each.4202.cases_received', problem: { code: 'not_whole_number', value: 'tre' } }
    ]);
  });

  it('points to a host of the round instead of answering', () => {
    const host = { any_cases: 'host' };
    expect(parse({ ...host, 'cover.host': '4202' }).coverage).toEqual({ kind: 'answered_by', host: '4202' });
    expect(codes(host)).toEqual(['host_required']);
    expect(codes({ ...host, 'cover.host': '0301' })).toEqual(['unknown_host']);
  });

  it('begins with those the list has under it', () => {
    expect(coverageFields(questionnaire, null, expected)).toEqual({ 'cover.4201': 'yes' });
  });

  it('comes back from its report as it was', () => {
    const numbers = fc.uniqueArray(fc.constantFrom('4201', '4202', '4203'), { minLength: 1 });
    const count = fc.nat(9999).map((value) => ({ status: 'reported' as const, value }));
    const none = Object.fromEntries(
      questionnaire.gate.zeroes.map((key) => [key, { status: 'confirmed_none' as const, value: 0 as const }])
    );
    const part = fc.oneof(
      fc.constant(none),
      count.map((cases_received) => ({ cases_received })),
      count.map((cases_received) => ({ cases_received, cases_handled: { status: 'dont_know' as const, value: null } }))
    );
    const coverage: fc.Arbitrary<Coverage> = fc.oneof(
      numbers.map((all): Coverage => ({ kind: 'whole', municipalities: all.sort() })),
      fc.constant<Coverage>({ kind: 'whole', municipalities: [] }),
      fc.constantFrom('4201', '4202').map((host): Coverage => ({ kind: 'answered_by', host })),
      numbers.chain((all) =>
        fc.tuple(...all.map(() => part)).map((parts): Coverage => ({
          kind: 'each',
          figures: Object.fromEntries(all.map((number, index) => [number, parts[index] ?? none]))
        }))
      )
    );
    fc.assert(
      fc.property(coverage, (one) => {
        const fields = coverageFields(questionnaire, one, members);
        expect(Object.keys(fields).filter((name) => name !== 'any_cases' && !isCoverageField(name))).toEqual([]);
        expect(parse(fields)).toEqual({ coverage: one, problems: [] });
      })
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, isAsked, parseAnswers, statusField, type Answers, type Fields } from '#lib/domain/answer.ts';
import { noCases, questionnaire, someAnswers, someCases } from '../support/answers.ts';

const problemsOf = (fields: Fields) => parseAnswers(questionnaire, fields).problems;
const answersOf = (fields: Fields) => parseAnswers(questionnaire, fields).answers;
const countKeys = questionnaire.questions.filter(({ type }) => type === 'count').map(({ key }) => key);

describe('the gate', () => {
  it('must be answered', () => {
    expect(problemsOf({})).toContainEqual({ field: 'any_cases', code: 'gate_required', value: '' });
    expect(problemsOf({ ...noCases, any_cases: 'perhaps' })).toEqual([
      { field: 'any_cases', code: 'gate_required', value: 'perhaps' }
    ]);
  });

  it('answered with none confirms three counts as none, and nothing more is asked about cases', () => {
    const { answers, problems } = parseAnswers(questionnaire, noCases);
    expect(problems).toEqual([]);
    const none = { status: 'confirmed_none', value: 0 };
    expect(answers).toMatchObject({ cases_received: none, cases_handled: none, cases_under_18: none });
    expect(Object.keys(answers)).not.toContain('cases_carried_over');
  });

  it('answered with none leaves out counts that were typed before', () => {
    const { answers, problems } = parseAnswers(questionnaire, {
      ...someCases,
      any_cases: 'none',
      cases_handled: 'tre'
    });
    expect(problems).toEqual([]);
    expect(answers.cases_received).toEqual({ status: 'confirmed_none', value: 0 });
  });
});

describe('a count', () => {
  it.each([
    ['3', 3],
    [' 3 ', 3],
    ['\u00a03', 3],
    ['0', 0],
    ['007', 7],
    ['9999', 9999]
  ])('typed as "%s" is %i', (typed, value) => {
    const fields = { ...someCases, cases_carried_over: typed };
    expect(parseAnswers(questionnaire, fields)).toMatchObject({
      problems: [],
      answers: { cases_carried_over: { status: 'reported', value } }
    });
  });

  it.each(['3,5', '3.0', '-1', '+3', 'tre', '1e3', '0x3', '3 000', '３', '٣', '²', '½', 'Infinity'])(
    'typed as "%s" is refused with the value as typed',
    (typed) => {
      expect(problemsOf({ ...someCases, cases_received: typed })).toContainEqual({
        field: 'cases_received',
        code: 'not_whole_number',
        value: typed
      });
    }
  );

  it.each(['10000', '99999999999999999999'])('of %s is too large', (typed) => {
    expect(problemsOf({ ...someCases, cases_received: typed })).toContainEqual({
      field: 'cases_received',
      code: 'too_large',
      value: typed
    });
  });

  it('may be unknown, but not both unknown and a number', () => {
    const unknown = { ...someCases, cases_handled: '', [statusField('cases_handled')]: 'dont_know' };
    expect(answersOf(unknown).cases_handled).toEqual({ status: 'dont_know', value: null });
    expect(problemsOf({ ...unknown, cases_handled: '3' })).toEqual([
      { field: 'cases_handled', code: 'number_and_unknown', value: '3' }
    ]);
  });
});

describe('a blank', () => {
  it('is never zero: a required one is a problem, another has no answer at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countKeys), fc.constantFrom('', ' ', '\t', '\u00a0'), (key, blank) => {
        const { answers, problems } = parseAnswers(questionnaire, { ...someCases, [key]: blank });
        expect(answers[key]).toBeUndefined();
        const isRequired = key !== 'cases_carried_over';
        expect(problems.some(({ field, code }) => field === key && code === 'required')).toBe(isRequired);
      })
    );
  });
});

describe('a follow-up', () => {
  it('is asked only when its choice is taken', () => {
    const address = questionnaire.questions.find(({ key }) => key === 'web_address');
    if (!address) throw new Error('no web_address');
    expect(isAsked(questionnaire, address, { web_info: 'yes' })).toBe(true);
    expect(isAsked(questionnaire, address, { web_info: 'planned' })).toBe(false);
    expect(problemsOf({ ...noCases, web_info: 'yes' })).toEqual([
      { field: 'web_address', code: 'required', value: '' }
    ]);
  });

  it('that is hidden is never reported and never refused, whatever stands in it', () => {
    const hidden = { web_address: 'ikke en adresse', web_month: 'snart', organised_under_other: 'x'.repeat(900) };
    const { answers, problems } = parseAnswers(questionnaire, { ...noCases, ...hidden });
    expect(problems).toEqual([]);
    for (const key of Object.keys(hidden)) expect(answers[key]).toBeUndefined();
  });

  it('that is text is refused when it is too long', () => {
    const long = { ...noCases, organised_under: 'other', organised_under_other: 'x'.repeat(201) };
    expect(problemsOf(long)).toMatchObject([{ field: 'organised_under_other', code: 'too_long' }]);
  });
});

it('a choice outside the list is refused', () => {
  expect(problemsOf({ ...noCases, web_info: 'maybe' })).toEqual([
    { field: 'web_info', code: 'unknown_option', value: 'maybe' }
  ]);
});

it('the fields of a report give the same answers again', () => {
  expect(answersOf(someCases)).toEqual(someAnswers);
  fc.assert(
    fc.property(wholeAnswers(), (answers) => {
      expect(parseAnswers(questionnaire, fieldsOf(questionnaire, answers))).toEqual({ answers, problems: [] });
    })
  );
});

/** Answers that break no rule. */
function wholeAnswers(): fc.Arbitrary<Answers> {
  const reported = (value: number | string) => ({ status: 'reported', value }) as const;
  const unknown = { status: 'dont_know', value: null } as const;
  const none = { status: 'confirmed_none', value: 0 } as const;
  const some = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(9999), fc.nat(9999), fc.option(fc.nat(9999)))
    .map(([received, handled, under18, carried]) => ({
      cases_received: reported(received),
      cases_handled: reported(Math.min(handled, received + (carried ?? 0))),
      cases_under_18: reported(Math.min(under18, received)),
      ...(carried === null ? {} : { cases_carried_over: reported(carried) })
    }));
  const noneOrUnknown = fc.constantFrom<Answers>(
    { cases_received: none, cases_handled: none, cases_under_18: none },
    { cases_received: unknown, cases_handled: reported(2), cases_under_18: unknown }
  );
  const web = fc.oneof<fc.Arbitrary<Answers>[]>(
    fc.webUrl({ validSchemes: ['https'] }).map((url) => ({ web_info: reported('yes'), web_address: reported(url) })),
    fc.tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => ({
      web_info: reported('planned'),
      web_month: reported(`${year}-${String(month).padStart(2, '0')}`)
    })),
    fc.constantFrom({ web_info: reported('no') }, { web_info: unknown })
  );
  const text = fc.string({ minLength: 1, maxLength: 200 }).filter((value) => value.trim() === value);
  const place = fc.oneof<fc.Arbitrary<Answers>[]>(
    text.map((value) => ({ organised_under: reported('other'), organised_under_other: reported(value) })),
    fc.constant({ organised_under: reported('health_and_care') })
  );
  return fc
    .tuple(fc.oneof<fc.Arbitrary<Answers>[]>(some, noneOrUnknown), place, web)
    .map(([cases, organised, info]) => ({ ...cases, ...organised, ...info, responsibility: unknown }));
}

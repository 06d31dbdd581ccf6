import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, type Answers, type Fields } from '#lib/domain/answer.ts';
import {
  nothingKnown,
  baseOf,
  readBase,
  readBasis,
  readFields,
  readSubmission,
  withoutConfirmation,
  type Known
} from '../../src/routes/svar/[token]/submission.ts';
import { cellsOf } from '#lib/domain/quality-cell.ts';
import { stableFields } from '../../src/routes/svar/[token]/own-answer.ts';
import { noCases, questionnaire, someAnswers, someCases } from '../support/answers.ts';

const sender: Fields = { name: 'Kari', confirm: 'yes' };

function formOf(fields: Fields, shown: string[] = []): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const id of shown) form.append('shown', id);
  return form;
}

const submit = (fields: Fields, shown: string[] = []) => readSubmission(questionnaire, formOf(fields, shown), 'nb');
const sentences = (fields: Fields) => {
  const submission = submit(fields);
  return submission.kind === 'refused' ? submission.problems : [];
};

describe('a form that is sent in', () => {
  it('with no cases is ready after one choice, three facts and a name', () => {
    expect(submit({ ...noCases, ...sender })).toMatchObject({ kind: 'ready', name: 'Kari', reasons: {} });
  });

  it('with cases is ready with its counts', () => {
    expect(submit({ ...someCases, ...sender })).toEqual({
      kind: 'ready',
      answers: someAnswers,
      coverage: null,
      reasons: {},
      name: 'Kari',
      email: null,
      changeReason: null,
      carried: [],
      sources: {}
    });
  });

  it('must say who sends it and be confirmed', () => {
    expect(sentences({ ...noCases, name: '  ' })).toEqual([
      { field: 'name', sentence: 'Skriv navnet ditt' },
      { field: 'confirm', sentence: 'Bekreft at svaret gjelder kommunen og perioden' }
    ]);
    expect(sentences({ ...noCases, ...sender, name: 'x'.repeat(101) })).toMatchObject([{ field: 'name' }]);
  });

  it('is refused with a sentence that names the field and the value', () => {
    expect(sentences({ ...someCases, ...sender, cases_received: '3,5' })).toEqual([
      {
        field: 'cases_received',
        sentence: '«Mottatte saker fra påtalemyndigheten»: «3,5» er ikke et helt tall. Skriv for eksempel 3'
      }
    ]);
  });

  it('is refused by a hard check with its numbers', () => {
    expect(sentences({ ...someCases, ...sender, cases_handled: '9' })).toEqual([
      { field: 'cases_handled', sentence: expect.stringContaining('Behandlede saker (9) er flere enn') }
    ]);
  });
});

describe('a surprising answer', () => {
  const surprising = { ...someCases, ...sender, cases_handled: '0' };

  it('is asked about once and never refused', () => {
    expect(submit(surprising)).toEqual({
      kind: 'asked',
      questions: [
        {
          id: 'none_handled',
          field: 'cases_handled',
          sentence: 'Mottatte saker er 4, men ingen er behandlet. Stemmer det?'
        }
      ]
    });
    expect(submit(surprising, ['none_handled'])).toMatchObject({ kind: 'ready', reasons: {} });
  });

  it('keeps the reason that was given', () => {
    const explained = { ...surprising, 'reason.none_handled': 'right', 'reason.none_handled.text': ' Neste periode ' };
    expect(submit(explained, ['none_handled'])).toMatchObject({
      kind: 'ready',
      reasons: { none_handled: { code: 'right', text: 'Neste periode' } }
    });
  });

  it('keeps a text without a code as another reason, and a code without a text', () => {
    const text = { ...surprising, 'reason.none_handled.text': 'Neste periode' };
    expect(submit(text, ['none_handled'])).toMatchObject({
      reasons: { none_handled: { code: 'other', text: 'Neste periode' } }
    });
    const code = { ...surprising, 'reason.none_handled': 'cannot_fix' };
    expect(submit(code, ['none_handled'])).toMatchObject({
      reasons: { none_handled: { code: 'cannot_fix', text: '' } }
    });
  });

  it('is asked about again when another question comes up', () => {
    const other = { ...surprising, cases_under_18: '4' };
    expect(submit(other, ['none_handled'])).toMatchObject({ kind: 'asked' });
  });

  it('stays asked beside an error, so that the reason is not lost', () => {
    const unconfirmed = { ...surprising, confirm: '', 'reason.none_handled.text': 'Ja' };
    expect(submit(unconfirmed, ['none_handled'])).toMatchObject({
      kind: 'refused',
      questions: [{ id: 'none_handled' }]
    });
  });

  it('that was corrected leaves no reason behind', () => {
    const corrected = { ...someCases, ...sender, 'reason.none_handled.text': 'Ja' };
    expect(submit(corrected, ['none_handled'])).toMatchObject({ kind: 'ready', reasons: {} });
  });
});

describe('a form held against what is known', () => {
  const exposure = 3_000 * 365;
  const lastNone = { ...someAnswers, cases_under_18: { status: 'reported', value: 0 } } as const;
  const rates = { cases_under_18: 0.33 / (10_000 * 365) };
  const known: Known = {
    ...nothingKnown,
    backgrounds: { own: { exposure, last: { answers: lastNone, exposure }, rates }, of: () => null }
  };
  const corrected: Known = { ...known, earlier: { answers: someAnswers, reasons: {} } };
  const read = (fields: Fields, shown: string[], against: Known) =>
    readSubmission(questionnaire, formOf({ ...someCases, ...sender, ...fields }, shown), 'nb', against);
  const surprising = { cases_received: '5', cases_under_18: '4' };

  it('is asked about a count that is surprising, in words that tell only the municipality’s own', () => {
    expect(read(surprising, [], known)).toEqual({
      kind: 'asked',
      questions: [
        {
          id: 'surprise.cases_under_18',
          field: 'cases_under_18',
          sentence: 'Dere skrev 4 på «Av de mottatte: personer under 18 år». Forrige gang skrev dere 0. Stemmer det?'
        }
      ]
    });
    const first = { ...known, backgrounds: { own: { exposure, last: null, rates }, of: () => null } };
    expect(read(surprising, [], first)).toMatchObject({
      questions: [{ sentence: expect.stringContaining('uvanlig mange for en kommune på deres størrelse') }]
    });
  });

  it('is asked about a figure that it gives for another, and keeps the reason under that one’s name', () => {
    const members = [{ municipalityNo: '4202', name: 'Grimstad', isExpected: false }];
    const host = { ...nothingKnown, members };
    const each = { 'cover.kind': 'each', 'cover.4202': 'yes' };
    const given = { 'each.4202.cases_received': '3', 'each.4202.cases_handled': '0' };
    const id = 'each.4202.none_handled';
    expect(read({ ...each, ...given }, [], host)).toEqual({
      kind: 'asked',
      questions: [
        {
          ...{ id, field: 'each.4202.cases_handled' },
          sentence: 'Grimstad: Mottatte saker er 3, men ingen er behandlet. Stemmer det?'
        }
      ]
    });
    const answered = { ...each, ...given, [`reason.${id}`]: 'cannot_fix', [`reason.${id}.text`]: 'alle kom i juni' };
    expect(read(answered, [id], host)).toMatchObject({
      kind: 'ready',
      reasons: { [id]: { code: 'cannot_fix', text: 'alle kom i juni' } }
    });
  });

  it('keeps what it was held against with the reason, and never stops the answer', () => {
    const reason = { 'reason.surprise.cases_under_18': 'right' };
    expect(read({ ...surprising, ...reason }, ['surprise.cases_under_18'], known)).toMatchObject({
      kind: 'ready',
      reasons: { 'surprise.cases_under_18': { code: 'right', text: '', last: 0 } }
    });
    expect(read(surprising, ['surprise.cases_under_18'], known)).toMatchObject({ kind: 'ready', reasons: {} });
  });

  it('is not asked again after “cannot be fixed”, and the reason goes on to the next version', () => {
    const answers: Answers = { ...someAnswers, cases_under_18: { status: 'reported', value: 4 } };
    const reasons = {
      'surprise.cases_under_18': { code: 'cannot_fix', text: 'registeret er borte', last: 0 }
    } as const;
    const after = { ...known, earlier: { answers, reasons } };
    expect(read({ ...surprising, change: 'Én sak til' }, [], after)).toMatchObject({ kind: 'ready', reasons });
  });

  it('says what is changed and why from the second version on', () => {
    expect(read({}, [], corrected)).toMatchObject({
      kind: 'refused',
      problems: [{ field: 'change', sentence: 'Skriv hva som er endret, og hvorfor' }]
    });
    expect(read({ change: ' Talt to ganger ' }, [], corrected)).toMatchObject({ changeReason: 'Talt to ganger' });
    expect(read({ change: 'x'.repeat(301) }, [], corrected)).toMatchObject({ problems: [{ field: 'change' }] });
    expect(read({ change: 'x' }, [], known)).toMatchObject({ kind: 'ready', changeReason: null });
  });

  it('tells what was only taken over from the last round', () => {
    const facts = { ...known, last: someAnswers };
    expect(read({ 'still.web_info': 'yes' }, [], facts)).toMatchObject({
      carried: ['organised_under', 'responsibility']
    });
  });

  it('may have an address for the receipt, which must be one', () => {
    expect(read({ email: 'kari@kommunen' }, [], known)).toMatchObject({ problems: [{ field: 'email' }] });
    expect(read({ email: ' kari@kommunen.no ' }, [], known)).toMatchObject({ email: 'kari@kommunen.no' });
  });
});

describe('a form held against what the municipality has counted itself', () => {
  const counts = { received: 5, handled: 3, under18: 1, carriedOver: 0, notMet: 1, ageUnknown: 0, medianDays: 12 };
  const known: Known = {
    ...nothingKnown,
    period: { periodStart: '2022-07-01', periodEnd: '2024-03-31' },
    register: { ...counts, since: '2022-01-01', selfReferrals: null }
  };
  const read = (fields: Fields, shown: string[] = [], against = known) =>
    readSubmission(questionnaire, formOf({ ...someCases, ...sender, ...fields }, shown), 'nb', against);
  const id = 'own_count.cases_received';

  it('is asked why a figure is another, and keeps the reason, but never what the register had', () => {
    expect(read({})).toEqual({
      kind: 'asked',
      questions: [
        {
          ...{ id, field: 'cases_received' },
          sentence:
            'Dere skrev 4 på «Mottatte saker fra påtalemyndigheten». Registeret deres har 5. Hvorfor er tallene ulike?'
        }
      ]
    });
    const explained = { [`reason.${id}`]: 'not_counted', [`reason.${id}.text`]: 'Én kom på papir' };
    const ready = read(explained, [id]);
    expect(ready).toMatchObject({
      kind: 'ready',
      reasons: { [id]: { code: 'not_counted', text: 'Én kom på papir' } },
      sources: {
        ...{ cases_received: 'other_than_register', cases_handled: 'register', cases_under_18: 'register' }
      }
    });
    expect(JSON.stringify(ready)).not.toContain('5');
  });

  it('is sent without a question when all is the same, and tells where it is from', () => {
    expect(read({ cases_received: '5' })).toMatchObject({
      kind: 'ready',
      sources: { cases_received: 'register', cases_handled: 'register', cases_under_18: 'register' }
    });
  });

  it('is not asked why where the register began inside the period', () => {
    const late = { ...known, register: { ...counts, since: '2023-01-01', selfReferrals: null } };
    expect(read({}, [], late)).toMatchObject({ kind: 'ready', sources: { cases_handled: 'register' } });
  });

  it('without cases is asked once, about those received', () => {
    expect(read({ ...noCases, cases_received: '', cases_handled: '', cases_under_18: '' })).toMatchObject({
      kind: 'asked',
      questions: [{ id }]
    });
  });

  it('is held against a file of another system in the same way', () => {
    const counted = 'cases_received=5 cases_handled=3 cases_under_18=1 cases_carried_over=0';
    expect(read({ counted }, [], nothingKnown)).toMatchObject({
      kind: 'asked',
      questions: [{ sentence: expect.stringContaining('Filen deres ga 5') }]
    });
    expect(read({ counted, cases_received: '5' }, [], nothingKnown)).toMatchObject({
      sources: { cases_received: 'file' }
    });
    expect(read({ counted: 'x=1 cases_received=99999 ;' }, [], nothingKnown)).toMatchObject({ sources: {} });
  });
});

describe('what is kept of a form', () => {
  it('is what is typed, valid or not, and no field that nobody asked for', () => {
    const form = formOf({ cases_received: ' 3,5 ', 'cases_handled.status': 'dont_know', admin: 'true' });
    form.set('name', new File(['x'], 'x.txt'));
    expect(readFields(questionnaire, form)).toEqual({ cases_received: ' 3,5 ', 'cases_handled.status': 'dont_know' });
  });

  it('has no NUL, which the store cannot keep', () => {
    expect(readFields(questionnaire, formOf({ name: 'Ka\0ri' }))).toEqual({ name: 'Kari' });
  });

  it('is not the confirmation: who opens the draft has confirmed nothing', () => {
    expect(withoutConfirmation({ ...noCases, ...sender })).toEqual({ ...noCases, name: 'Kari' });
  });
});

describe('what a form says of itself', () => {
  const saved = '2025-01-06T12:00:00.000Z';
  const taken = '2025-01-07T12:00:00.000Z';
  const basisOf = (form: FormData) => readBasis(questionnaire, form);

  it('is the change it was built on, or the sent answer that it may replace', () => {
    expect(basisOf(formOf({ formKey: 'a-1', basedOn: saved }))).toMatchObject({
      formKey: 'a-1',
      basedOn: new Date(saved)
    });
    expect(basisOf(formOf({ formKey: 'a-1', basedOn: saved, replaces: taken })).basedOn).toEqual(new Date(taken));
  });

  it('is where someone writes, and which of two values they choose', () => {
    expect(basisOf(formOf({ writesIn: 'cases_received', chosen: '3' }))).toMatchObject({
      writesIn: 'cases_received',
      chosen: 3
    });
    expect(basisOf(formOf({ writesIn: '' })).writesIn).toBeNull();
  });

  it('is nothing when it is blank or nonsense', () => {
    const nothing = { formKey: 'none', basedOn: null, chosen: null };
    expect(basisOf(formOf({ formKey: "x'; drop", basedOn: 'i går', chosen: '-1', writesIn: 'admin' }))).toEqual({
      ...nothing,
      writesIn: null
    });
    expect(basisOf(new FormData())).toEqual({ ...nothing, writesIn: undefined });
  });
});

describe('what a form began with', () => {
  const baseIn = (base: string) => readBase(questionnaire, formOf({ base }));

  it('is the values of the fields it shows, the empty ones too', () => {
    const base = baseOf(questionnaire, { cases_received: '3', 'reason.none_handled': 'Ja' }, []);
    expect(base).toMatchObject({ cases_received: '3', cases_handled: '', name: '' });
    expect(base).not.toHaveProperty('reason.none_handled');
    expect(baseIn(JSON.stringify(base))).toEqual(base);
  });

  it('is nothing when it cannot be read, and has no field that nobody asked for', () => {
    for (const text of ['', '{', '[]', '3', 'null', '{"admin":"true","cases_received":3}'])
      expect(baseIn(text)).toEqual({});
  });
});

it('from the last round the facts are filled in, never the counts', () => {
  expect({ any_cases: 'none', ...stableFields(questionnaire, someAnswers) }).toEqual(noCases);
  expect(stableFields(questionnaire, someAnswers)).not.toHaveProperty('any_cases');
});

it('what is asked of a form is what the advisers’ table marks, as far as three questions reach', () => {
  const exposure = 3_000 * 365;
  const count = fc.integer({ min: 0, max: 40 });
  const counts = fc.tuple(count, count, count).map(([handled, more, under18]) => [handled + more, handled, under18]);
  const rate = fc.option(fc.double({ min: 0, max: 20, noNaN: true }));
  const keys = ['cases_received', 'cases_handled', 'cases_under_18'];
  const answersOf = (given: number[]): Answers => ({
    ...someAnswers,
    ...Object.fromEntries(keys.map((key, index) => [key, { status: 'reported', value: given[index] ?? 0 } as const]))
  });
  fc.assert(
    fc.property(counts, fc.option(counts), rate, (now, before, perPeriod) => {
      const last = before && { answers: answersOf(before), exposure };
      const rates = { cases_received: perPeriod === null ? null : perPeriod / exposure };
      const background = { exposure, last, rates };
      const answers = answersOf(now);
      const fields = { ...fieldsOf(questionnaire, answers), ...sender };
      const submission = readSubmission(questionnaire, formOf(fields), 'nb', {
        ...nothingKnown,
        backgrounds: { own: background, of: () => null }
      });
      const marked = cellsOf(questionnaire, {
        ...{ municipalityNo: '4204', status: 'expected', hosted: null, first: null, threads: [], review: 'unreviewed' },
        report: { version: 1, submittedAt: new Date(0), channel: 'web', isConfirmed: true, answers, reasons: {} },
        background
      }).flatMap(({ key, marks }) => (marks.includes('surprising') ? [key] : []));
      if (submission.kind === 'refused') return;
      const asked = submission.kind === 'asked' ? submission.questions.map(({ field }) => field) : [];
      expect(marked).toEqual(expect.arrayContaining(asked));
      if (asked.length < 3) expect(new Set(marked)).toEqual(new Set(asked));
    }),
    { seed: 29, numRuns: 300 }
  );
});

import { describe, expect, it } from 'vitest';
import type { Fields } from '#lib/domain/answer.ts';
import {
  baseOf,
  readBase,
  readBasis,
  readFields,
  readSubmission,
  withoutConfirmation
} from '../../src/routes/svar/[token]/submission.ts';
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
      reasons: {},
      name: 'Kari'
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
    const explained = { ...surprising, 'reason.none_handled': ' Møter i neste periode ' };
    expect(submit(explained, ['none_handled'])).toMatchObject({
      kind: 'ready',
      reasons: { none_handled: 'Møter i neste periode' }
    });
  });

  it('is asked about again when another question comes up', () => {
    const other = { ...surprising, cases_under_18: '4' };
    expect(submit(other, ['none_handled'])).toMatchObject({ kind: 'asked' });
  });

  it('stays asked beside an error, so that the reason is not lost', () => {
    const unconfirmed = { ...surprising, confirm: '', 'reason.none_handled': 'Ja' };
    expect(submit(unconfirmed, ['none_handled'])).toMatchObject({
      kind: 'refused',
      questions: [{ id: 'none_handled' }]
    });
  });

  it('that was corrected leaves no reason behind', () => {
    const corrected = { ...someCases, ...sender, 'reason.none_handled': 'Ja' };
    expect(submit(corrected, ['none_handled'])).toMatchObject({ kind: 'ready', reasons: {} });
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

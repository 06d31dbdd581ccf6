import { describe, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import { askedAgain, type OwnPromise } from '#lib/domain/asked-again.ts';
import { withAddon, type Question } from '#lib/domain/questionnaire.ts';
import { questionnaire, someAnswers } from '../support/answers.ts';

const routine: Question = {
  ...{ key: 'sor_skriftlig_rutine', type: 'choice', group: 'regional', required: false },
  text: { nb: 'Skriftlig rutine?', nn: 'Skriftleg rutine?', en: 'Routine?' },
  definition: { nb: 'Rutine', nn: 'Rutine', en: 'Routine' },
  options: ['ja', 'planlagt', 'nei'].map((id) => ({ id, text: { nb: id, nn: id, en: id } }))
};
const asked = withAddon(questionnaire, [routine]);
const promise: OwnPromise = { duty: 'web_info', text: '', dueOn: '2025-06-30', state: 'open' };
const planned: Answers = {
  ...someAnswers,
  web_info: { status: 'reported', value: 'planned' },
  web_month: { status: 'reported', value: '2024-03' }
};
const said = (last: Answers, promises: readonly OwnPromise[]) =>
  askedAgain(asked, last, promises).map((one) => [
    one.kind,
    one.question?.key ?? null,
    one.kind === 'planned' ? one.month : one.promise.dueOn
  ]);

describe('what the form of the next round asks about again', () => {
  it('is what the last round planned, by its month, once although it became a promise', () => {
    expect(said(planned, [{ ...promise, dueOn: '2024-03-31' }])).toEqual([['planned', 'web_info', '2024-03']]);
  });

  it('is what a region’s own question planned, without a month', () => {
    const last: Answers = { ...someAnswers, sor_skriftlig_rutine: { status: 'reported', value: 'planlagt' } };
    expect(said(last, [])).toEqual([['planned', 'sor_skriftlig_rutine', null]]);
  });

  it('is what was promised in a talk, at the question of its duty, or beside when nothing asks about it', () => {
    const others: OwnPromise[] = [
      { ...promise, duty: 'written_routine', state: 'broken' },
      { ...promise, duty: 'cooperation_agreement' },
      { ...promise, duty: 'other', text: 'Møte med politiet' }
    ];
    expect(said(someAnswers, [promise, ...others])).toEqual([
      ['promise', 'web_info', '2025-06-30'],
      ['promise', 'sor_skriftlig_rutine', '2025-06-30'],
      ['promise', null, '2025-06-30'],
      ['promise', null, '2025-06-30']
    ]);
  });

  it('is nothing that was kept or withdrawn', () => {
    expect(
      said({}, [
        { ...promise, state: 'kept' },
        { ...promise, state: 'withdrawn' }
      ])
    ).toEqual([]);
  });
});

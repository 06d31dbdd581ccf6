import { describe, expect, it } from 'vitest';
import { fieldsOf, type Answers } from '#lib/domain/answer.ts';
import { allConfirmed, carriedFacts, promisesOf, shownFacts, stableFacts } from '#lib/domain/stable-fact.ts';
import { questionnaire, someAnswers } from '../support/answers.ts';

const withPage: Answers = {
  ...someAnswers,
  web_info: { status: 'reported', value: 'yes' },
  web_address: { status: 'reported', value: 'https://www.kommunen.no/rus' }
};
const planned: Answers = {
  ...someAnswers,
  web_info: { status: 'reported', value: 'planned' },
  web_month: { status: 'reported', value: '2024-03' }
};

describe('the facts of the last round', () => {
  it('are its choices, with what they opened, and never a count', () => {
    const facts = stableFacts(questionnaire, withPage);
    expect(facts.map(({ question, answer, detail }) => [question.key, answer.value, detail?.answer.value])).toEqual([
      ['organised_under', 'health_and_care', undefined],
      ['responsibility', 'substance_use_consultant', undefined],
      ['web_info', 'yes', 'https://www.kommunen.no/rus']
    ]);
  });

  it('leave out what was not known', () => {
    const unknown: Answers = { ...someAnswers, organised_under: { status: 'dont_know', value: null } };
    expect(stableFacts(questionnaire, unknown).map(({ question }) => question.key)).toEqual([
      'responsibility',
      'web_info'
    ]);
  });

  it('leave out a plan, which is asked about', () => {
    expect(stableFacts(questionnaire, planned).map(({ question }) => question.key)).not.toContain('web_info');
    expect(promisesOf(questionnaire, planned)).toMatchObject([{ question: { key: 'web_info' }, month: '2024-03' }]);
    expect(promisesOf(questionnaire, withPage)).toEqual([]);
  });
});

describe('in the form', () => {
  const fields = fieldsOf(questionnaire, withPage);

  it('a fact stands as a sentence until it is changed', () => {
    const shown = (typed: Record<string, string>) =>
      shownFacts(questionnaire, withPage, { ...fields, ...typed }).map(({ question }) => question.key);
    expect(shown({})).toEqual(['organised_under', 'responsibility', 'web_info']);
    expect(shown({ web_address: 'https://www.kommunen.no/ny', responsibility: 'other' })).toEqual(['organised_under']);
  });

  it('one button confirms all that stand', () => {
    const confirmed = allConfirmed(questionnaire, withPage, { ...fields, responsibility: 'other' });
    expect(confirmed).toMatchObject({ 'still.organised_under': 'yes', 'still.web_info': 'yes' });
    expect(confirmed).not.toHaveProperty(['still.responsibility']);
  });
});

describe('a fact that was only taken over', () => {
  const sent = (fields: Record<string, string>, answers: Answers = withPage) =>
    carriedFacts(questionnaire, withPage, { answers, fields });

  it('is told from one that was confirmed or looked at again', () => {
    expect(sent({ 'still.web_info': 'yes', 'still.responsibility': 'change' })).toEqual(['organised_under']);
  });

  it('is not one that was changed, in itself or in what it opened', () => {
    const moved: Answers = { ...withPage, organised_under: { status: 'reported', value: 'other' } };
    expect(sent({}, moved)).toEqual(['responsibility', 'web_info']);
    const address: Answers = { ...withPage, web_address: { status: 'reported', value: 'https://www.kommunen.no/ny' } };
    expect(sent({}, address)).toEqual(['organised_under', 'responsibility']);
  });
});

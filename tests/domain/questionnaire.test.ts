import { describe, expect, it } from 'vitest';
import { openedBy, parseQuestionnaire, questionOf } from '#lib/domain/questionnaire.ts';
import { questionnaire } from '../support/answers.ts';

const changed = (change: (copy: typeof questionnaire) => void) => {
  const copy = structuredClone(questionnaire);
  change(copy);
  return () => parseQuestionnaire(copy);
};

describe('a questionnaire', () => {
  it('is at most twelve questions, each with one line of definition in every language', () => {
    expect(questionnaire.questions.length).toBeLessThanOrEqual(12);
    for (const { definition } of questionnaire.questions) {
      for (const sentence of Object.values(definition)) expect(sentence.length).toBeLessThanOrEqual(80);
    }
  });

  it('says which question opens a follow-up', () => {
    expect(openedBy(questionnaire, 'web_month')).toMatchObject({
      question: { key: 'web_info' },
      option: { id: 'planned' }
    });
    expect(openedBy(questionnaire, 'web_info')).toBeNull();
  });

  it('does not know a question that it does not have', () => {
    expect(() => questionOf(questionnaire, 'weather')).toThrow('unknown question: weather');
  });
});

describe('a broken questionnaire is refused', () => {
  it('when a check names a question that is not there', () => {
    expect(changed(({ checks }) => checks[0]?.right.push('weather'))).toThrow('weather');
  });

  it('when the gate confirms a question that is not there', () => {
    expect(changed(({ gate }) => gate.zeroes.push('weather'))).toThrow('weather');
  });

  it('when a key is used twice', () => {
    expect(changed(({ questions }) => questions.push(...questions.slice(0, 1)))).toThrow('used twice');
  });

  it('when it has a part that nobody knows', () => {
    expect(() => parseQuestionnaire({ ...questionnaire, colour: 'red' })).toThrow('colour');
  });
});

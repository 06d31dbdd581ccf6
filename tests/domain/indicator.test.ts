import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categoriesOf, indicatorOf, indicators } from '#lib/domain/indicator.ts';
import { parseQuestionnaire } from '#lib/domain/questionnaire.ts';

const questionnaire = parseQuestionnaire(JSON.parse(readFileSync('data/questionnaires/rer-core-v1.json', 'utf8')));

describe('the catalogue of indicators', () => {
  it('has each id once, and a denominator that is itself a count', () => {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
    for (const { denominator } of indicators) {
      if (denominator !== null) expect(indicatorOf(denominator).kind).toBe('count');
    }
  });

  it('rests on questions that the questionnaire asks', () => {
    const asked = new Set(questionnaire.questions.map(({ key }) => key));
    const questions = indicators.filter(({ source }) => source === 'question');
    expect(questions.filter(({ id }) => !asked.has(id))).toEqual([]);
  });

  it('calls every count of cases personal and every arrangement institutional', () => {
    expect(indicators.filter(({ nature }) => nature === 'personal').map(({ id }) => id)).toEqual([
      'cases_received',
      'cases_handled',
      'cases_under_18'
    ]);
  });

  it('takes its categories from the questionnaire, or from where an answer stands', () => {
    const ids = (id: string) => categoriesOf(indicatorOf(id), questionnaire).map((category) => category.id);
    expect(ids('web_info')).toEqual(['yes', 'planned', 'no']);
    expect(ids('answer_status')).toEqual(['answered', 'covered_by_host', 'declined', 'missing']);
    expect(ids('cases_received')).toEqual([]);
  });

  it('refuses an id it does not know', () => {
    expect(() => indicatorOf('cases_lost')).toThrow('unknown indicator: cases_lost');
  });
});

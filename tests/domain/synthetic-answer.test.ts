import { expect, it } from 'vitest';
import { parseAnswers } from '#lib/domain/answer.ts';
import { syntheticForm } from '#lib/domain/synthetic-answer.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';

const questionnaires = loadQuestionnaires('data/questionnaires');

it.each(questionnaires.map((one) => [one.id, one.version, one] as const))(
  'made-up forms of %s version %i are the same from the same seed, and nearly all can be sent',
  (_id, _version, questionnaire) => {
    const seeds = Array.from({ length: 300 }, (_, index) => `round/${index}`);
    const forms = seeds.map((seed) => syntheticForm(questionnaire, seed));
    expect(seeds.map((seed) => syntheticForm(questionnaire, seed))).toEqual(forms);
    const sendable = forms.filter(({ fields }) => parseAnswers(questionnaire, fields).problems.length === 0);
    expect(sendable.length).toBeGreaterThan(285);
    const gates = forms.map(({ fields }) => fields[questionnaire.gate.key]);
    expect(new Set(gates)).toEqual(new Set(['yes', 'none']));
  }
);

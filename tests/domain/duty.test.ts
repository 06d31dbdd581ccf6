import { describe, expect, it } from 'vitest';
import { dutyOf, dutyStates, plannedMonth, stateOfOption } from '#lib/domain/duty.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';

const [core] = loadQuestionnaires('data/questionnaires');
const { questions } = core!;
const reported = (value: string) => ({ status: 'reported', value }) as const;
const text = { nb: 'x', nn: 'x', en: 'x' };

describe('the duties of an answer', () => {
  it('are found by the code of a question, of the core or a region', () => {
    expect(dutyOf('web_info')).toBe('web_info');
    expect(dutyOf('sor_skriftlig_rutine')).toBe('written_routine');
    expect(dutyOf('written_routine')).toBe('written_routine');
    expect(dutyOf('midt_har_dere_samarbeidsavtale')).toBe('cooperation_agreement');
    expect(dutyOf('sor_kontaktpunkt')).toBe('prosecution_contact');
    for (const key of ['web_month', 'sor_kontaktpunkt_2', 'cases_received']) expect(dutyOf(key)).toBeNull();
  });

  it('are in order, planned, lacking, not told or not asked', () => {
    const regional = { key: 'sor_skriftlig_rutine', type: 'choice', group: 'regional', required: false } as const;
    const asked = [...questions, { ...regional, text, definition: text }];
    expect(
      dutyStates(asked, {
        web_info: reported('planned'),
        organised_under: reported('other'),
        sor_skriftlig_rutine: reported('nei')
      })
    ).toEqual({
      ...{ unit: 'yes', web_info: 'planned', written_routine: 'no' },
      ...{ cooperation_agreement: 'not_asked', prosecution_contact: 'not_asked' }
    });
    expect(dutyStates(asked, { web_info: { status: 'dont_know', value: null } })).toMatchObject({
      ...{ unit: 'unknown', web_info: 'unknown', written_routine: 'unknown' }
    });
  });

  it('are planned for the month that the choice opens', () => {
    const answers = { web_info: reported('planned'), web_month: reported('2025-03') };
    expect(plannedMonth(questions, answers, 'web_info')).toBe('2025-03');
    expect(plannedMonth(questions, { web_info: reported('planned') }, 'web_info')).toBeNull();
    expect(plannedMonth(questions, answers, 'written_routine')).toBeNull();
  });

  it('have no state by other options', () => {
    expect(['yes', 'ja', 'planlagt', 'nei', 'kanskje', 3].map(stateOfOption)).toEqual([
      'yes',
      'yes',
      'planned',
      'no',
      null,
      null
    ]);
  });
});

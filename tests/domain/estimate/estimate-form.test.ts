import { describe, expect, it } from 'vitest';
import { readJudgements, readSignature } from '#lib/domain/estimate/estimate-form.ts';

const one = (cases: string, reason: string) => readJudgements([{ municipalityNo: '4201', cases, reason }]);

describe('a typed judgement', () => {
  it('is a whole number with a reason, or nothing', () => {
    expect(one('3', 'Ringt').read).toEqual([{ municipalityNo: '4201', judgement: { cases: 3, reason: 'Ringt' } }]);
    expect(one('0', 'Ringt').read[0]?.judgement).toEqual({ cases: 0, reason: 'Ringt' });
    expect(one('', '').read).toEqual([{ municipalityNo: '4201', judgement: null }]);
  });

  it.each([
    ['', 'Ringt', 'cases', 'missing'],
    ['3', '', 'reason', 'missing'],
    ['2,5', 'Ringt', 'cases', 'not_a_count'],
    ['-1', 'Ringt', 'cases', 'not_a_count'],
    ['3', 'x'.repeat(501), 'reason', 'too_long']
  ])('of “%s” with this reason is refused, and named', (cases, reason, field, kind) => {
    expect(one(cases, reason)).toEqual({ read: [], problems: [{ municipalityNo: '4201', field, kind }] });
  });
});

describe('a signature', () => {
  it('is a way, a reason and how the silent were reminded', () => {
    const typed = { rung: 'model', reason: ' Likner de andre ', reminded: 'alike' };
    expect(readSignature(typed)).toEqual({ rung: 'model', reason: 'Likner de andre', remindedAlike: true });
    expect(readSignature({ rung: 'x', reason: ' ', reminded: '' })).toEqual(['no_rung', 'no_reason', 'no_reminders']);
    expect(readSignature({ ...typed, reason: 'x'.repeat(1001) })).toEqual(['long_reason']);
  });
});

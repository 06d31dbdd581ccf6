import { expect, it } from 'vitest';
import { answerTimesOf } from '#lib/domain/punctuality.ts';

const deadline = new Date('2024-04-30T21:59:00Z');
const answered = (municipalityNo: string, at: string | null) => ({
  municipalityNo,
  answeredAt: at === null ? null : new Date(at)
});

it('answers are so many days before or after the deadline, and those that are missing have no time', () => {
  const answers = [
    answered('4201', '2024-04-28T21:59:00Z'),
    answered('4202', '2024-04-30T21:59:00Z'),
    answered('4203', '2024-05-03T09:59:00Z'),
    answered('4204', null)
  ];
  expect(answerTimesOf(answers, deadline)).toEqual([
    { municipalityNo: '4201', daysAfterDeadline: -2 },
    { municipalityNo: '4202', daysAfterDeadline: 0 },
    { municipalityNo: '4203', daysAfterDeadline: 2.5 }
  ]);
});

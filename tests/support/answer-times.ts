import type { RoundAnswerTime } from '#lib/stats/place-table.ts';

const days: Record<string, Record<string, number>> = {
  '2023': { '4201': -10, '4203': 3, '4001': -1, '4003': 0 },
  '2024': { '4201': -10, '4202': 0, '4001': 2.5, '4003': 8 }
};

/** When those of `twoRounds` that answered did so: in 2024 two on time, one of them on the very minute, and two late. */
export const answerTimes: RoundAnswerTime[] = Object.entries(days).flatMap(([roundId, round]) =>
  Object.entries(round).map(([municipalityNo, daysAfterDeadline]) => ({ roundId, municipalityNo, daysAfterDeadline }))
);

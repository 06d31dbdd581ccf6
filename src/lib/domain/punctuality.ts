/** When a municipality first answered a round, or the host it is covered by: days after the deadline, below 0 before it. */
export type AnswerTime = { municipalityNo: string; daysAfterDeadline: number };

/** The times of those that have answered; the others have none. A deadline that was moved holds for all, more time for none. */
export function answerTimesOf(
  answers: readonly { municipalityNo: string; answeredAt: Date | null }[],
  deadlineAt: Date
): AnswerTime[] {
  return answers.flatMap(({ municipalityNo, answeredAt }) =>
    answeredAt === null
      ? []
      : [{ municipalityNo, daysAfterDeadline: (answeredAt.getTime() - deadlineAt.getTime()) / 86_400_000 }]
  );
}

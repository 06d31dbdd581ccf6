import { may, type User } from '#lib/domain/access.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Round } from '#lib/domain/round.ts';
import { findByLink, type Assignment } from '#lib/server/assignment.ts';
import type { Actor } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { findRound } from '#lib/server/round.ts';

export type Respondent = {
  actor: Extract<Actor, { kind: 'respondent' }>;
  user: User;
  assignment: Assignment;
  round: Round;
  questionnaire: Questionnaire;
  municipalityName: string;
  korusName: string;
};

/** Whoever holds a municipality's link, with what the link opens; an unknown link is not found. */
export async function openRespondent({ app }: App.Locals, token: string): Promise<Respondent> {
  const found = await app.db.transaction({ kind: 'system', task: 'answer_link' }, async (tx) => {
    const assignment = await findByLink(tx, token);
    return assignment && { assignment, round: await findRound(tx, assignment.roundId) };
  });
  if (!found?.round) throw Problem.notFound();
  const { assignment, round } = found;
  const { municipalityNo } = assignment;
  const user: User = { kind: 'respondent', roundId: round.id, municipalityNo };
  if (!may(user, { action: 'read_own_report', roundId: round.id, municipalityNo })) throw Problem.notFound();
  const { geography } = app.reference;
  return {
    actor: { kind: 'respondent', roundId: round.id, municipalityNo },
    user,
    assignment,
    round,
    questionnaire: questionnaireOf(app.questionnaires, round),
    municipalityName: municipalitiesAt(geography, round.periodEnd).find((m) => m.number === municipalityNo)?.name ?? '',
    korusName: geography.korusRegions.find(({ id }) => id === round.korusRegion)?.name ?? ''
  };
}

/** The same for someone who may write the answer, also when the round has frozen: what was typed is then shown, not kept. */
export async function openWriter(locals: App.Locals, token: string): Promise<Respondent> {
  const respondent = await openRespondent(locals, token);
  const { roundId, municipalityNo } = respondent.actor;
  if (!may(respondent.user, { action: 'answer_round', roundId, municipalityNo })) throw Problem.notFound();
  return respondent;
}

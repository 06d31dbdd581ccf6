import { redirect, type RequestEvent } from '@sveltejs/kit';
import { may, type User } from '#lib/domain/access.ts';
import type { Request } from '#lib/domain/access-request.ts';
import { answerAddress, readAnswerAddress, type AnswerAddress } from '#lib/domain/answer-address.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { takesAnswers, type Round } from '#lib/domain/round.ts';
import { findHelperByLink } from '#lib/server/answer-helper.ts';
import { findAssignment, findByLink, type Assignment } from '#lib/server/assignment.ts';
import type { Actor, Tx } from '#lib/server/db.ts';
import type { Editor } from '#lib/server/draft-edit.ts';
import { readForm } from '#lib/server/form-body.ts';
import { readSetting, type MunicipalitySetting } from '#lib/server/municipality-setting.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { hasAnswered } from '#lib/server/report.ts';
import { findRound } from '#lib/server/round.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';

export type Respondent = {
  actor: Extract<Actor, { kind: 'respondent' }>;
  user: User;
  assignment: Assignment;
  setting: MunicipalitySetting;
  round: Round;
  hasAnswered: boolean;
  questionnaire: Questionnaire;
  municipalityName: string;
  korusName: string;
};

type Opened = Pick<Respondent, 'user' | 'assignment' | 'setting' | 'hasAnswered'> & { round: Round | null };

/**
 * Whoever answers for a municipality, with what the last part of the address opens: the token of its link, or the name of
 * its answer for someone who has signed in. An unknown link is not found; where links are switched off, sign-in comes first.
 */
export async function openRespondent(locals: App.Locals, token: string): Promise<Respondent> {
  const { app } = locals;
  const address = readAnswerAddress(token);
  const found = await app.db.transaction({ kind: 'system', task: 'answer_link' }, (tx) =>
    address ? openSignedIn(tx, locals.user, address) : openLink(tx, token)
  );
  if (!found?.round?.openedAt) throw Problem.notFound();
  const { user, assignment, round, setting } = found;
  const { municipalityNo } = assignment;
  if (!may(user, { action: 'read_own_report', roundId: round.id, municipalityNo })) throw Problem.notFound();
  const { geography } = app.reference;
  return {
    actor: actorFor(user, { roundId: round.id, municipalityNo }),
    ...{ user, assignment, setting, round, hasAnswered: found.hasAnswered },
    questionnaire: questionnaireOf(app.questionnaires, round),
    municipalityName: municipalitiesAt(geography, round.periodEnd).find((m) => m.number === municipalityNo)?.name ?? '',
    korusName: geography.korusRegions.find(({ id }) => id === round.korusRegion)?.name ?? ''
  };
}

/** Whether it may save and send now, by the round and by what its municipality has chosen. */
export function isOpenFor({ round, assignment, hasAnswered, setting }: Respondent, now: Date): boolean {
  const { extendedUntil } = assignment;
  return takesAnswers(round, now, { hasAnswered, extendedUntil }) && !setting.isReadOnly;
}

/** More than a host of a whole region has, with figures for each; every field that changes is a row in the store. */
const mostFields = 3000;

type Writing = Pick<RequestEvent<{ token: string }>, 'locals' | 'params' | 'request' | 'url'>;

/**
 * The same for someone who may write the answer, with the form they sent; also when the round has frozen: what was typed
 * is then shown, not kept. When their session has ended the typed form comes back to be sent again.
 */
export async function openWriter(
  event: Writing,
  action: Extract<Request, { municipalityNo: string }>['action'] = 'answer_round'
): Promise<{ writer: Respondent; form: FormData }> {
  const { token } = event.params;
  const form = readAnswerAddress(token) ? (await readSignedInForm(event)).form : await readForm(event.request);
  const fields = [...form].length;
  if (fields > mostFields) throw Problem.tooLarge(`${fields} fields`);
  const writer = await openRespondent(event.locals, token);
  const { roundId, municipalityNo } = writer.actor;
  if (!may(writer.user, { action, roundId, municipalityNo })) throw Problem.notFound();
  return { writer, form };
}

/** The name of who answers, when it is known here: of who has signed in, and of a colleague with a link of their own. */
export function nameOf(user: User): string | null {
  if (user.kind === 'person') return user.name;
  return user.kind === 'respondent' ? (user.helper?.name ?? null) : null;
}

/** Who edits a draft in a window: whoever holds the link of a municipality has no name. */
export function editorOf({ user }: Respondent, window: string): Editor {
  return { name: nameOf(user), window };
}

async function openLink(tx: Tx, token: string): Promise<Opened | null> {
  const own = await findByLink(tx, token);
  const helped = own ? null : await findHelperByLink(tx, token);
  const assignment = helped ? await findAssignment(tx, helped.roundId, helped.municipalityNo) : own;
  if (!assignment) return null;
  const { roundId, municipalityNo } = assignment;
  const setting = await readSetting(tx, municipalityNo);
  if (!setting.takesLinks) redirect(303, `/svar/med-innlogging/${answerAddress(assignment)}`);
  return {
    ...{ assignment, setting },
    user: { kind: 'respondent', roundId, municipalityNo, ...(helped && { helper: helped.helper }) },
    round: await findRound(tx, roundId),
    hasAnswered: await hasAnswered(tx, roundId, municipalityNo)
  };
}

async function openSignedIn(tx: Tx, user: User, { roundId, municipalityNo }: AnswerAddress): Promise<Opened | null> {
  if (user.kind === 'public') redirect(303, signInFirst({ roundId, municipalityNo }));
  if (!may(user, { action: 'read_own_report', roundId, municipalityNo })) return null;
  const assignment = await findAssignment(tx, roundId, municipalityNo);
  if (!assignment) return null;
  return {
    ...{ user, assignment },
    setting: await readSetting(tx, municipalityNo),
    round: await findRound(tx, roundId),
    hasAnswered: await hasAnswered(tx, roundId, municipalityNo)
  };
}

function signInFirst(address: AnswerAddress): string {
  return withReturnPath('/logg-inn', `/svar/${answerAddress(address)}`);
}

function actorFor(user: User, address: AnswerAddress): Respondent['actor'] {
  if (user.kind === 'person') return { kind: 'respondent', ...address, personId: user.personId, scope: user.scope };
  const helperId = user.kind === 'respondent' ? user.helper?.id : undefined;
  return { kind: 'respondent', ...address, ...(helperId && { helperId }) };
}

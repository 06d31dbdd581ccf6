import { fail } from '@sveltejs/kit';
import { answerAddress } from '#lib/domain/answer-address.ts';
import { parseAnswers, type Fields } from '#lib/domain/answer.ts';
import { checkSentence, failedChecks } from '#lib/domain/check.ts';
import { dayOf } from '#lib/domain/day.ts';
import { readGiver, type Giver, type GiverProblem } from '#lib/domain/giver.ts';
import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Assignment } from '#lib/server/assignment.ts';
import type { Tx } from '#lib/server/db.ts';
import { letterLanguage } from '#lib/server/letter-language.ts';
import { queueMessage } from '#lib/server/message.ts';
import type { PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { registerAnswer, type Registration } from '#lib/server/registration.ts';
import { answerToken } from '#lib/server/token.ts';
import { problemSentence } from '#lib/ui/answer/answer-text.ts';
import type { FieldProblem } from '#lib/ui/answer/form-context.ts';
import { readFields } from '../../../../svar/[token]/submission.ts';
import type { Registering } from './registering.ts';

/** What the form says about an answer that was not registered, with all that was typed. */
export type Refused = {
  fields: Fields;
  problems: FieldProblem[];
  questions: { id: string; field: string; sentence: string }[];
};
type Readable = Pick<Registration, 'answers' | 'reasons' | 'warnings' | 'replaces'> & { giver: Giver };
const giverFields = ['position', 'givenOn', 'way'] as const;

/** Registers the answer in a form, or gives back what is typed with what is wrong or asked about. */
export async function registerForm(locals: App.Locals, opened: Registering, user: PersonUser, form: FormData) {
  const { app } = locals;
  const { round, assignment, actor } = opened;
  const read = readRegistration(locals, opened, form);
  if ('problems' in read) return fail<Refused>(400, read);
  const { giver, ...answer } = read;
  const registration: Registration = {
    ...answer,
    ...{ roundId: round.id, municipalityNo: assignment.municipalityNo, at: app.clock(), registeredBy: user.personId },
    origin: { way: giver.way, givenBy: giver.name, givenRole: giver.position, givenOn: giver.givenOn }
  };
  const mailedTo = giver.way === 'phone' ? assignment.contactEmail : null;
  const registered = await app.db.transaction(actor, async (tx) => {
    const result = await registerAnswer(tx, registration);
    if (result.outcome === 'stored' && mailedTo !== null) {
      const mail = await confirmationMail(tx, app, opened, { giver, mailedTo });
      await queueMessage(tx, { recipient: mailedTo, ...mail }, app.clock());
    }
    return result;
  });
  if (registered.outcome === 'stored') app.statistics.changed();
  if (registered.outcome === 'asks') throw Problem.conflict('try-again');
  return { registered, way: giver.way, mailedTo };
}

/** The answer in a form and who gave it, or what is wrong with it, or what is asked about before it is taken. */
function readRegistration(
  { app, language }: App.Locals,
  { questionnaire, latest }: Registering,
  form: FormData
): Refused | Readable {
  const typed = (name: string) => String(form.get(name) ?? '').slice(0, 300);
  const extra = Object.fromEntries(giverFields.map((name) => [name, typed(name)]));
  const fields: Fields = { ...readFields(questionnaire, form), ...extra };
  const { answers, problems: wrong } = parseAnswers(questionnaire, fields);
  const asked = { name: typed('name'), position: typed('position'), givenOn: typed('givenOn'), way: typed('way') };
  const given = readGiver(asked, dayOf(app.clock()));
  const replaces = Number(form.get('replaces')) || null;
  const words = messagesIn(language).registration.problem;
  const isUnseen = latest?.channel === 'web' && replaces !== latest.version;
  const problems: FieldProblem[] = [
    ...wrong.map((one) => ({ field: one.field, sentence: problemSentence(one, questionnaire, language) })),
    ...giverProblems(given, language),
    ...(fields['confirm'] === 'yes' ? [] : [{ field: 'confirm', sentence: words.confirm }]),
    ...(isUnseen ? [{ field: 'replaces', sentence: words.replace }] : [])
  ];
  const failed = failedChecks(questionnaire, answers, 'soft');
  const shown = new Set(form.getAll('shown').map(String));
  const questions = failed.map((one) => ({
    id: one.check.id,
    field: one.check.left,
    sentence: checkSentence(one.check.text[language], one)
  }));
  const isReady = problems.length === 0 && questions.every(({ id }) => shown.has(id));
  if (!isReady || !('giver' in given)) return { fields, problems, questions };
  const reasons = Object.fromEntries(failed.flatMap(({ check }) => reasonOf(form, check.id)));
  return { answers, reasons, warnings: failed.map(({ check }) => check.id), replaces, giver: given.giver };
}

function giverProblems(given: ReturnType<typeof readGiver>, language: Language): FieldProblem[] {
  if ('giver' in given) return [];
  return given.problems.map((one) => ({ field: one.field, sentence: giverSentence(one, language) }));
}

function reasonOf(form: FormData, id: string): [string, string][] {
  const reason = String(form.get(`reason.${id}`) ?? '')
    .trim()
    .slice(0, 300);
  return reason === '' ? [] : [[id, reason]];
}

function giverSentence({ field, code, value }: GiverProblem, language: Language): string {
  const words = messagesIn(language).registration.problem;
  if (field === 'givenOn') return words.givenOn(value);
  if (field === 'way') return words.way;
  if (code === 'missing') return words[field];
  return field === 'name' ? words.nameTooLong : words.positionTooLong;
}

/** Asks the municipality to confirm what was said by phone. There are no figures in it. */
async function confirmationMail(
  tx: Tx,
  app: App.Locals['app'],
  { assignment, round, name, setting: { takesLinks } }: Registering,
  { giver, mailedTo }: { giver: Giver; mailedTo: string }
) {
  const { municipalityNo, linkEdition }: Assignment = assignment;
  const text = messagesIn(await letterLanguage(tx, municipalityNo, mailedTo)).registration.mail;
  const address = { roundId: round.id, municipalityNo };
  const answer = takesLinks ? answerToken(app.secret, round.id, municipalityNo, linkEdition) : answerAddress(address);
  const link = `${app.origin}/svar/${answer}/bekreft`;
  return { subject: text.subject(name), body: text.body(giver.name, name, round.name, link) };
}

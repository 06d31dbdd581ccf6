import { fail } from '@sveltejs/kit';
import { answerAddress } from '#lib/domain/answer-address.ts';
import { parseAnswers, type Fields } from '#lib/domain/answer.ts';
import { dayOf } from '#lib/domain/day.ts';
import { readGiver, type Giver, type GiverProblem } from '#lib/domain/giver.ts';
import type { Language } from '#lib/domain/language.ts';
import { storableText } from '#lib/domain/storable-text.ts';
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
import type { AskedQuestion, FieldProblem } from '#lib/ui/answer/form-context.ts';
import { readKnown } from '../../../../svar/[token]/known.ts';
import { readSoftQuestions } from '../../../../svar/[token]/soft-reading.ts';
import { readFields, type Known } from '../../../../svar/[token]/submission.ts';
import type { Registering } from './registering.ts';

/** What the form says about an answer that was not registered, with all that was typed. */
export type Refused = {
  fields: Fields;
  problems: FieldProblem[];
  questions: AskedQuestion[];
};
type Readable = Pick<Registration, 'answers' | 'reasons' | 'warnings' | 'replaces'> & { giver: Giver };
const giverFields = ['position', 'givenOn', 'way'] as const;

/** Registers the answer in a form, or gives back what is typed with what is wrong or asked about. */
export async function registerForm(locals: App.Locals, opened: Registering, user: PersonUser, form: FormData) {
  const { app } = locals;
  const { round, assignment, actor } = opened;
  const { municipalityNo } = assignment;
  const known = await readKnown(app, { actor, round, municipalityNo });
  const read = readRegistration(locals, opened, form, known);
  if ('problems' in read) return fail<Refused>(400, read);
  const { giver, ...answer } = read;
  const registration: Registration = {
    ...answer,
    ...{ roundId: round.id, municipalityNo, at: app.clock(), registeredBy: user.personId },
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
  form: FormData,
  known: Omit<Known, 'members'>
): Refused | Readable {
  const typed = (name: string) => storableText(String(form.get(name) ?? ''), 300);
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
  const shown = form.getAll('shown').map(String);
  const soft = readSoftQuestions(questionnaire, { answers, fields, shown }, known, { language, nameOf: String });
  if (problems.length > 0 || !('giver' in given)) return { fields, problems, questions: soft.again };
  if (soft.fresh.length > 0) return { fields, problems, questions: [...soft.again, ...soft.fresh] };
  return { answers, reasons: soft.reasons, warnings: soft.raised, replaces, giver: given.giver };
}

function giverProblems(given: ReturnType<typeof readGiver>, language: Language): FieldProblem[] {
  if ('giver' in given) return [];
  return given.problems.map((one) => ({ field: one.field, sentence: giverSentence(one, language) }));
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

import { parseAnswers, statusField, type Answers, type Fields } from '#lib/domain/answer.ts';
import { isEmail } from '#lib/domain/contact.ts';
import type { Coverage } from '#lib/domain/coverage.ts';
import { isCoverageField, saysByHost } from '#lib/domain/coverage-form.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { findReasonCode, type Reason, type StoredReasons } from '#lib/domain/reason.ts';
import {
  answeredBefore,
  questionsToAsk,
  softQuestionsOf,
  surpriseId,
  type Background,
  type EarlierVersion,
  type SoftQuestion
} from '#lib/domain/soft-question.ts';
import { carriedFacts, stillField } from '#lib/domain/stable-fact.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { problemSentence } from '#lib/ui/answer/answer-text.ts';
import { readCoverageForm, type NamedMember } from './coverage-fields.ts';
import type { FieldProblem } from '#lib/ui/answer/form-context.ts';
import { softSentence } from '#lib/ui/answer/reason-text.ts';

export type AskedQuestion = { id: string; field: string; sentence: string };
type Ready = {
  kind: 'ready';
  answers: Answers;
  coverage: Coverage | null;
  reasons: StoredReasons;
  name: string;
  /** Where a receipt goes besides to the contact; null for nowhere. */
  email: string | null;
  changeReason: string | null;
  carried: string[];
};
export type Submission =
  | { kind: 'refused'; problems: FieldProblem[]; questions: AskedQuestion[] }
  | { kind: 'asked'; questions: AskedQuestion[] }
  | Ready;

/** What is known before a form is read: figures to hold it against, the version it corrects, the last round, who else answers. */
export type Known = {
  background: Background | null;
  earlier: EarlierVersion | null;
  last: Answers | null;
  members: readonly NamedMember[];
};
export const nothingKnown: Known = { background: null, earlier: null, last: null, members: [] };

const longestName = 100;
const longestReason = 300;
const longestField = 5000;

/** The fields of a form that belong to the questionnaire or the sender, as typed but for NUL, which no store takes. */
export function readFields(questionnaire: Questionnaire, form: FormData): Fields {
  const { gate, questions, checks } = questionnaire;
  const softIds = [...checks.map(({ id }) => id), ...questions.map(({ key }) => surpriseId(key))];
  const names = [
    ...[gate.key, 'name', 'email', 'change', 'confirm'],
    ...questions.flatMap(({ key }) => [key, statusField(key), stillField(key)]),
    ...softIds.flatMap((id) => [reasonField(id), reasonTextField(id)]),
    ...new Set([...form.keys()].filter(isCoverageField))
  ];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' && value !== ''
        ? [[name, value.replaceAll('\0', '').slice(0, longestField)]]
        : [];
    })
  );
}

/** What a draft keeps of a form: who opens it next has confirmed nothing yet. */
export function withoutConfirmation(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'confirm'));
}

/** The key of the form that was sent and the change it was built on; `replaces` is a newer one it may erase. */
export function readBasis(form: FormData): { formKey: string; basedOn: Date | null } {
  const moment = new Date(String(form.get('replaces') ?? form.get('basedOn') ?? ''));
  const formKey = String(form.get('formKey') ?? '');
  return {
    formKey: /^[\w-]{1,100}$/.test(formKey) ? formKey : 'none',
    basedOn: Number.isNaN(moment.getTime()) ? null : moment
  };
}

/** What becomes of a form that is sent in: refused with sentences, asked about once, or ready to be stored. */
export function readSubmission(
  questionnaire: Questionnaire,
  form: FormData,
  language: Language,
  known: Known = nothingKnown
): Submission {
  const { background, earlier, last, members } = known;
  const fields = readFields(questionnaire, form);
  const cover = readCoverageForm(questionnaire, fields, members, language);
  const isByHost = saysByHost(questionnaire, fields) && members.length > 0;
  const { answers, problems } = isByHost ? { answers: {}, problems: [] } : parseAnswers(questionnaire, fields);
  const sentences = [
    ...problems.map((problem) => ({
      field: problem.field,
      sentence: problemSentence(problem, questionnaire, language)
    })),
    ...cover.problems,
    ...senderProblems(fields, language, earlier !== null)
  ];
  const candidates = softQuestionsOf(questionnaire, answers, background);
  const before = answeredBefore(questionnaire, candidates, earlier, background);
  const shown = new Set(form.getAll('shown').map(String));
  const { again, fresh } = questionsToAsk(candidates, shown, new Set(Object.keys(before)));
  const asked = (questions: SoftQuestion[]) =>
    questions.map((one) => ({ id: one.id, field: one.field, sentence: softSentence(one, questionnaire, language) }));
  if (sentences.length > 0) return { kind: 'refused', problems: sentences, questions: asked(again) };
  if (fresh.length > 0) return { kind: 'asked', questions: asked([...again, ...fresh]) };
  return {
    ...{
      kind: 'ready',
      answers,
      coverage: cover.coverage,
      name: typed(fields, 'name'),
      email: typed(fields, 'email') || null
    },
    reasons: { ...before, ...readReasons(again, fields) },
    changeReason: earlier ? typed(fields, 'change') : null,
    carried: last ? carriedFacts(questionnaire, last, { answers, fields }) : []
  };
}

/** The form field of the reason that answers a soft question, and that of its text. */
function reasonField(id: string): string {
  return `reason.${id}`;
}

function reasonTextField(id: string): string {
  return `reason.${id}.text`;
}

function readReasons(questions: readonly SoftQuestion[], fields: Fields): StoredReasons {
  return Object.fromEntries(
    questions.flatMap((question): [string, Reason][] => {
      const text = typed(fields, reasonTextField(question.id)).slice(0, longestReason);
      const code = findReasonCode(fields[reasonField(question.id)]) ?? (text === '' ? null : 'other');
      if (code === null) return [];
      const last = question.kind === 'surprise' && question.last !== null ? { last: question.last } : {};
      return [[question.id, { code, text, ...last }]];
    })
  );
}

function senderProblems(fields: Fields, language: Language, isCorrection: boolean): FieldProblem[] {
  const { problem } = messagesIn(language).answer;
  const [name, email, change] = [typed(fields, 'name'), typed(fields, 'email'), typed(fields, 'change')];
  const checks: [field: string, sentence: string | false][] = [
    ['change', isCorrection && change === '' && problem.change],
    ['change', isCorrection && change.length > longestReason && problem.changeTooLong(change.length)],
    ['name', name === '' && problem.name],
    ['name', name.length > longestName && problem.nameTooLong],
    ['email', email !== '' && !isEmail(email) && problem.email(email)],
    ['confirm', fields.confirm !== 'yes' && problem.confirm]
  ];
  return checks.flatMap(([field, sentence]) => (sentence === false ? [] : [{ field, sentence }]));
}

function typed(fields: Fields, name: string): string {
  return (fields[name] ?? '').trim();
}

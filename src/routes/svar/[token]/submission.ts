import { answerFields, type Answers, type Fields, parseAnswers } from '#lib/domain/answer.ts';
import { isEmail } from '#lib/domain/contact.ts';
import type { Coverage } from '#lib/domain/coverage.ts';
import { isCoverageField, saysByHost } from '#lib/domain/coverage-form.ts';
import type { Language } from '#lib/domain/language.ts';
import { countedField, ownCountsOf, sourcesOf, type Sources } from '#lib/domain/own-count.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { StoredReasons } from '#lib/domain/reason.ts';
import { ownCountId, surpriseId, type Backgrounds, type EarlierVersion } from '#lib/domain/soft-question.ts';
import { storableText } from '#lib/domain/storable-text.ts';
import { carriedFacts, stillField } from '#lib/domain/stable-fact.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { RegisterCounts } from '#lib/server/case/count.ts';
import { problemSentence } from '#lib/ui/answer/answer-text.ts';
import { readCoverageForm, type NamedMember } from './coverage-fields.ts';
import type { AskedQuestion, FieldProblem } from '#lib/ui/answer/form-context.ts';
import { isCoveredReason, readSoftQuestions, reasonFields } from './soft-reading.ts';

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
  sources: Sources;
};
export type Submission =
  | { kind: 'refused'; problems: FieldProblem[]; questions: AskedQuestion[] }
  | { kind: 'asked'; questions: AskedQuestion[] }
  | Ready;

/**
 * What is known before a form is read: figures to hold it against, the municipality's own register, the version it corrects,
 * the last round, who else answers.
 */
export type Known = {
  backgrounds: Backgrounds;
  register: RegisterCounts | null;
  period: { periodStart: string; periodEnd: string };
  earlier: EarlierVersion | null;
  last: Answers | null;
  members: readonly NamedMember[];
};
export const nothingKnown: Known = {
  backgrounds: { own: null, of: () => null },
  ...{ register: null, period: { periodStart: '', periodEnd: '' } },
  earlier: null,
  last: null,
  members: []
};

const longestName = 100;
const longestReason = 300;
const longestField = 5000;

/** The fields of a form that belong to the questionnaire or the sender, as typed but for what no store takes. */
export function readFields(questionnaire: Questionnaire, form: FormData): Fields {
  return Object.fromEntries(
    fieldNames(questionnaire, [...form.keys()]).flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' && value !== '' ? [[name, storableText(value, longestField)]] : [];
    })
  );
}

/** What the fields of a form began with, '' for empty ones; nothing when that cannot be read. */
export function readBase(questionnaire: Questionnaire, form: FormData): Fields {
  const given = fromJson(String(form.get('base') ?? ''));
  return Object.fromEntries(
    fieldNames(questionnaire, Object.keys(given)).flatMap((name) => {
      const value = name !== 'confirm' && Object.hasOwn(given, name) ? given[name] : undefined;
      return typeof value === 'string' ? [[name, storableText(value, longestField)]] : [];
    })
  );
}

/** The values that a form begins with, '' for empty ones: of the fields it shows, with the reasons it asks for. */
export function baseOf(questionnaire: Questionnaire, fields: Fields, reasonsAsked: readonly string[]): Fields {
  const names = [...shownFields(questionnaire, Object.keys(fields)), ...reasonsAsked.flatMap(reasonFields)];
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? '']));
}

function shownFields(questionnaire: Questionnaire, given: Iterable<string>): string[] {
  const still = questionnaire.questions.map(({ key }) => stillField(key));
  const cover = [...new Set(given)].filter(isCoverageField);
  return [...answerFields(questionnaire), ...still, ...cover, 'name', 'email', 'change', countedField];
}

function fieldNames(questionnaire: Questionnaire, given: readonly string[]): string[] {
  const { checks, questions } = questionnaire;
  const softIds = [
    ...checks.map(({ id }) => id),
    ...questions.flatMap(({ key }) => [surpriseId(key), ownCountId(key)])
  ];
  const covered = given.filter(isCoveredReason);
  return [...shownFields(questionnaire, given), 'confirm', ...softIds.flatMap(reasonFields), ...covered];
}

function fromJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {}; // a form without its base is merged as if it had begun empty: nothing is lost by that
  }
}

/** What a draft keeps of a form: who opens it next has confirmed nothing yet. */
export function withoutConfirmation(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'confirm'));
}

/** What a form says of itself: its key, the change it was built on, where it is written in, and which edit is chosen. */
export type FormBasis = {
  formKey: string;
  /** `replaces` in the form is an answer that was sent since, which it may be put over. */
  basedOn: Date | null;
  /** The field that is written in now; undefined when that is not told. */
  writesIn: string | null | undefined;
  /** The number of an edit that is to stand in its field. */
  chosen: number | null;
};

/** Reads what a form says of itself; what is blank or nonsense counts as nothing. */
export function readBasis(questionnaire: Questionnaire, form: FormData): FormBasis {
  const moment = new Date(String(form.get('replaces') ?? form.get('basedOn') ?? ''));
  const formKey = String(form.get('formKey') ?? '');
  const chosen = String(form.get('chosen') ?? '');
  const writesIn = form.get('writesIn');
  return {
    formKey: /^[\w-]{1,100}$/.test(formKey) ? formKey : 'none',
    basedOn: Number.isNaN(moment.getTime()) ? null : moment,
    writesIn: writesIn === null ? undefined : (answerFields(questionnaire).find((name) => name === writesIn) ?? null),
    chosen: /^\d{1,5}$/.test(chosen) ? Number(chosen) : null
  };
}

/** What becomes of a form that is sent in: refused with sentences, asked about once, or ready to be stored. */
export function readSubmission(
  questionnaire: Questionnaire,
  form: FormData,
  language: Language,
  known: Known = nothingKnown
): Submission {
  const { earlier, last, members, register, period } = known;
  const nameOf = (number: string) => members.find(({ municipalityNo }) => municipalityNo === number)?.name ?? number;
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
  const shown = form.getAll('shown').map(String);
  const given = { answers, coverage: cover.coverage, fields, shown };
  const counted = isByHost ? null : ownCountsOf(questionnaire, { register, period, fields });
  const backgrounds = { ...known.backgrounds, counted };
  const soft = readSoftQuestions(questionnaire, given, { backgrounds, earlier }, { language, nameOf });
  if (sentences.length > 0) return { kind: 'refused', problems: sentences, questions: soft.again };
  if (soft.fresh.length > 0) return { kind: 'asked', questions: [...soft.again, ...soft.fresh] };
  return {
    ...{
      kind: 'ready',
      answers,
      coverage: cover.coverage,
      name: typed(fields, 'name'),
      email: typed(fields, 'email') || null
    },
    reasons: soft.reasons,
    changeReason: earlier ? typed(fields, 'change') : null,
    carried: last ? carriedFacts(questionnaire, last, { answers, fields }) : [],
    sources: sourcesOf(answers, counted)
  };
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

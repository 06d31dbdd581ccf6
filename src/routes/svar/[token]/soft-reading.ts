import type { Fields } from '#lib/domain/answer.ts';
import { figureField } from '#lib/domain/coverage-form.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { findReasonCode, type Reason, type StoredReasons } from '#lib/domain/reason.ts';
import {
  answeredBefore,
  questionsOfReport,
  questionsToAsk,
  type Backgrounds,
  type EarlierVersion,
  type Given,
  type SoftQuestion
} from '#lib/domain/soft-question.ts';
import { storableText } from '#lib/domain/storable-text.ts';
import type { AskedQuestion } from '#lib/ui/answer/form-context.ts';
import { softSentence } from '#lib/ui/answer/reason-text.ts';

/** The soft questions of a form that has come, and what they were answered with. */
export type SoftReading = {
  /** Those that were shown with it and still hold, and those that are to be asked now. */
  again: AskedQuestion[];
  fresh: AskedQuestion[];
  reasons: StoredReasons;
  /** The ids of all that the answers raise, asked or not. */
  raised: string[];
};

const longestReason = 300;

/** The form field of the reason that answers a soft question, and that of its text. */
export function reasonFields(id: string): [code: string, text: string] {
  return [`reason.${id}`, `reason.${id}.text`];
}

/** Whether a name in a form is the reason for a figure of a covered municipality. */
export function isCoveredReason(name: string): boolean {
  return /^reason\.each\.\d{4}\.[a-z0-9_.]{1,80}$/.test(name);
}

/** Reads the soft questions of a form, whoever fills it in: at most three in all, each with a code and a text or without. */
export function readSoftQuestions(
  questionnaire: Questionnaire,
  { fields, shown, ...given }: Given & { fields: Fields; shown: readonly string[] },
  { backgrounds, earlier }: { backgrounds: Backgrounds; earlier: EarlierVersion | null },
  { language, nameOf }: { language: Language; nameOf: (municipalityNo: string) => string }
): SoftReading {
  const candidates = questionsOfReport(questionnaire, given, backgrounds);
  const before = answeredBefore(questionnaire, candidates, earlier, backgrounds);
  const { again, fresh } = questionsToAsk(candidates, new Set(shown), new Set(Object.keys(before)));
  const asked = (questions: SoftQuestion[]) =>
    questions.map((one) => ({
      id: one.id,
      field: one.of === undefined ? one.field : figureField(one.of, one.field),
      sentence: softSentence(one, questionnaire, { language, nameOf })
    }));
  return {
    ...{ again: asked(again), fresh: asked(fresh) },
    reasons: { ...before, ...reasonsIn(again, fields) },
    raised: candidates.map(({ id }) => id)
  };
}

function reasonsIn(questions: readonly SoftQuestion[], fields: Fields): StoredReasons {
  return Object.fromEntries(
    questions.flatMap((question): [string, Reason][] => {
      const [codeField, textField] = reasonFields(question.id);
      const text = storableText((fields[textField] ?? '').trim(), longestReason);
      const code = findReasonCode(fields[codeField]) ?? (text === '' ? null : 'other');
      if (code === null) return [];
      const last = question.kind === 'surprise' && question.last !== null ? { last: question.last } : {};
      return [[question.id, { code, text, ...last }]];
    })
  );
}

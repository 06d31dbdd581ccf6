import type { Answer, Answers, Fields } from './answer.ts';
import { questionOf, type Question, type Questionnaire } from './questionnaire.ts';

/** A fact from the last round that seldom changes: a choice, with what it opened if anything. */
export type StableFact = {
  question: Question;
  answer: Answer;
  detail: { question: Question; answer: Answer } | null;
};

/** Something that was planned in the last round, by a month as yyyy-mm: whether it was done is asked, not taken over. */
export type KeptPromise = { question: Question; answer: Answer; month: string };

/** The field that says whether a fact still holds: `yes`, or `change` when it is to be answered anew. */
export function stillField(key: string): string {
  return `still.${key}`;
}

/** The facts of the last round that can be confirmed as they stand. */
export function stableFacts(questionnaire: Questionnaire, last: Answers): StableFact[] {
  return choicesOf(questionnaire, last).flatMap(({ question, answer }): StableFact[] => {
    const detail = openedQuestion(questionnaire, question, answer);
    if (detail === null) return [{ question, answer, detail }];
    const given = last[detail.key];
    return detail.type !== 'month' && given ? [{ question, answer, detail: { question: detail, answer: given } }] : [];
  });
}

/** Those of the facts that still stand in the form as the last round had them; a changed one is an ordinary question. */
export function shownFacts(questionnaire: Questionnaire, last: Answers, fields: Fields): StableFact[] {
  return stableFacts(questionnaire, last).filter(({ question, answer, detail }) => {
    const stands = fields[question.key] === answer.value;
    return stands && (detail === null || fields[detail.question.key] === detail.answer.value);
  });
}

/** The fields with every fact confirmed that stands as the last round had it. */
export function allConfirmed(questionnaire: Questionnaire, last: Answers, fields: Fields): Fields {
  const facts = shownFacts(questionnaire, last, fields);
  return { ...fields, ...Object.fromEntries(facts.map(({ question }) => [stillField(question.key), 'yes'])) };
}

/** What the municipality planned in the last round. */
export function promisesOf(questionnaire: Questionnaire, last: Answers): KeptPromise[] {
  return choicesOf(questionnaire, last).flatMap(({ question, answer }) => {
    const detail = openedQuestion(questionnaire, question, answer);
    const month = detail?.type === 'month' ? last[detail.key]?.value : null;
    return typeof month === 'string' ? [{ question, answer, month }] : [];
  });
}

/** The facts that were sent as the last round had them although nobody confirmed them or looked at them again. */
export function carriedFacts(
  questionnaire: Questionnaire,
  last: Answers,
  sent: { answers: Answers; fields: Fields }
): string[] {
  return stableFacts(questionnaire, last)
    .filter(({ question }) => !['yes', 'change'].includes(sent.fields[stillField(question.key)] ?? ''))
    .filter(({ question, answer, detail }) => {
      const isSame = sent.answers[question.key]?.value === answer.value;
      return isSame && (detail === null || sent.answers[detail.question.key]?.value === detail.answer.value);
    })
    .map(({ question }) => question.key);
}

function choicesOf({ questions }: Questionnaire, last: Answers): { question: Question; answer: Answer }[] {
  return questions.flatMap((question) => {
    const answer = last[question.key];
    const isFact = question.type === 'choice' && question.group === 'unit';
    return isFact && answer?.status === 'reported' ? [{ question, answer }] : [];
  });
}

function openedQuestion(questionnaire: Questionnaire, question: Question, answer: Answer): Question | null {
  const key = question.options?.find(({ id }) => id === answer.value)?.followUp;
  return key ? questionOf(questionnaire, key) : null;
}

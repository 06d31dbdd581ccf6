import type { Reason } from '#lib/domain/attention.ts';
import { reasonsAbout, type DeskLetter, type DeskLetterKind, type DeskLetterProblem } from '#lib/domain/desk-letter.ts';
import type { RoundSeen } from '#lib/domain/attention.ts';
import type { ReportReading } from '#lib/domain/release-reading.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatDate, formatMonth, listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { promiseText } from './desk-text.ts';

/** What a letter tells of a municipality, and who writes it. */
type Subject = { name: string; rounds: readonly RoundSeen[]; reasons: readonly Reason[]; writer: string };

/** The letter of a kind to a municipality as things stand, in its language, with each fact as it is written. */
export function deskLetter(kind: DeskLetterKind, about: Subject, language: Language): DeskLetter {
  const text = messagesIn(language).desk.letter;
  const facts =
    kind === 'silence' ? [silentRounds(about, language)] : factsOf(reasonsAbout(about.reasons, kind), language);
  const told = kind === 'silence' ? `${text.opening.silence} ${facts[0]}.` : listed(text.opening[kind], facts);
  const body = [text.greeting(about.name), told, text.closing[kind], `${text.regards}\n${about.writer}`].join('\n\n');
  return { subject: text.subject[kind], body, facts };
}

/** What is wrong with a letter as it was typed. */
export function letterProblemText(problem: DeskLetterProblem, language: Language): string {
  const text = messagesIn(language).desk.letter.problem;
  switch (problem.kind) {
    case 'missing':
      return problem.field === 'subject' ? text.missingSubject : text.missingBody;
    case 'too_long':
      return text.tooLong(problem.length, problem.most);
    case 'fact_missing':
      return text.fact(problem.value);
  }
}

/** The letter as a document, to be downloaded. */
export function letterReading({ subject, body }: DeskLetter, language: Language, at: Date): ReportReading {
  const paragraphs = body.split('\n\n').flatMap((part): ReportReading['report'][number][] => {
    const lines = part.split('\n');
    const items = lines.filter((line) => line.startsWith('– ')).map((line) => line.slice(2));
    const rest = lines.filter((line) => !line.startsWith('– '));
    return [
      ...rest.map((text) => ({ kind: 'paragraph', text }) as const),
      ...(items.length > 0 ? [{ kind: 'list', items } as const] : [])
    ];
  });
  return {
    ...{ language, title: subject, subtitle: formatDate(at, language), version: 'Regionspeil', kind: null, at },
    ...{ source: '', pictures: [], report: paragraphs, words: { page: messagesIn(language).desk.letter.page } }
  };
}

function silentRounds({ rounds }: Subject, language: Language): string {
  const answered = rounds.findIndex(({ standing }) => standing !== 'silent');
  const silent = answered < 0 ? rounds : rounds.slice(0, answered);
  return listInText(
    silent.map(({ name }) => name),
    language
  );
}

function factsOf(reasons: readonly Reason[], language: Language): string[] {
  const { desk } = messagesIn(language);
  return reasons.flatMap((reason): string[] => {
    if (reason.kind === 'missing') return [desk.duty[reason.duty]];
    if (reason.kind === 'plan_overdue')
      return [desk.letter.due(desk.duty[reason.duty], formatMonth(reason.month, language))];
    if (reason.kind === 'promise_broken' || reason.kind === 'promise_overdue')
      return [desk.letter.due(promiseText(reason, language), formatDate(reason.dueOn, language))];
    return [];
  });
}

function listed(opening: string, facts: readonly string[]): string {
  return [opening, ...facts.map((fact) => `– ${fact}`)].join('\n');
}

import type { BoundFigure } from '#lib/domain/bound-text/bound-figure.ts';
import type { SentenceProblem } from '#lib/domain/bound-text/sentence-check.ts';
import type { Language } from '#lib/domain/language.ts';
import { writeFigure } from './bound-figure.ts';
import { numberInText } from './format.ts';
import { messagesIn } from './messages.ts';

/** What is the matter with a sentence, in words that say how to put it right. */
export function problemSentence(problem: SentenceProblem, language: Language): string {
  const { problems, units } = messagesIn(language).boundText;
  if (problem.kind === 'other_unit') return problems.other_unit(units[problem.unit].many, units[problem.noun].many);
  if (problem.kind === 'parts_leave') {
    return problems.parts_leave(municipalities(problem.rest, language), withUnit(problem.whole, language));
  }
  return 'written' in problem ? ofNumber(problem, language) : ofFigure(problem, language);
}

type OfNumber = Extract<SentenceProblem, { written: string; kind: Exclude<SentenceProblem['kind'], 'other_unit'> }>;
type OfFigure = Exclude<SentenceProblem, OfNumber | { kind: 'other_unit' | 'parts_leave' }>;

function ofNumber(problem: OfNumber, language: Language): string {
  const { problems } = messagesIn(language).boundText;
  const { written } = problem;
  switch (problem.kind) {
    case 'unknown_figure':
    case 'no_estimate':
      return problems[problem.kind](written);
    case 'contradicts':
    case 'other_base':
      return problems[problem.kind](written, problem.figure.names[language], withUnit(problem.figure, language));
    case 'typed':
      return problems.typed(written, problem.figure && problem.figure.names[language]);
  }
}

function ofFigure(problem: OfFigure, language: Language): string {
  const { problems } = messagesIn(language).boundText;
  const name = problem.figure.names[language];
  if (problem.kind !== 'other_subject') return problems[problem.kind](name);
  return problems.other_subject(name, problem.claimed && problem.claimed.names[language]);
}

function withUnit(figure: BoundFigure, language: Language): string {
  return writeFigure(figure, 'with_unit', language);
}

function municipalities(count: number, language: Language): string {
  const { one, many } = messagesIn(language).boundText.units.municipalities;
  return `${numberInText(count, language)} ${count === 1 ? one : many}`;
}

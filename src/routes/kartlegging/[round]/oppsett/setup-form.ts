import type { Language } from '#lib/domain/language.ts';
import { readDay } from '#lib/domain/day.ts';
import type { Round } from '#lib/domain/round.ts';
import {
  dayField,
  moveProblems,
  readSchedule,
  scheduleFields,
  timeField,
  type ScheduleProblem
} from '#lib/domain/round-schedule.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { RoundChange } from '#lib/server/round.ts';

export type FieldProblem = { field: string; sentence: string };
type SetupForm = { fields: Record<string, string>; change: RoundChange | null; problems: FieldProblem[] };

const longestName = 100;

/** What a round is set up with, as typed fields. */
export function setupFields(round: Round): Record<string, string> {
  const { name, periodStart, periodEnd } = round;
  return { name, periodStart, periodEnd, ...scheduleFields(round) };
}

/** The set-up that was typed, and sentences on what is wrong with it; the period of an opened round stays as it is. */
export function readSetup(
  form: FormData,
  round: Round,
  { language, now }: { language: Language; now: Date }
): SetupForm {
  const current = setupFields(round);
  const fields = Object.fromEntries(
    Object.keys(current).map((key) => [
      key,
      String(form.get(key) ?? current[key] ?? '')
        .trim()
        .replaceAll(/\s+/g, ' ')
    ])
  );
  const words = messagesIn(language).setup.problems;
  const problems: FieldProblem[] = [];
  const name = fields.name ?? '';
  if (name === '') problems.push({ field: 'name', sentence: words.name });
  if (name.length > longestName)
    problems.push({ field: 'name', sentence: words.nameTooLong(name.length, longestName) });
  const period = readPeriod(fields, round, words, problems);
  const { schedule, problems: moments } = readSchedule(fields);
  const moves = schedule && round.openedAt !== null ? moveProblems(round, schedule, now) : [];
  problems.push(...[...moments, ...moves].map((problem) => scheduleSentence(problem, language)));
  if (!schedule || !period || problems.length > 0) return { fields, change: null, problems };
  return { fields, change: { name, ...period, ...schedule }, problems };
}

type Words = ReturnType<typeof messagesIn>['setup']['problems'];

function readPeriod(fields: Record<string, string>, round: Round, words: Words, problems: FieldProblem[]) {
  if (round.openedAt !== null) return { periodStart: round.periodStart, periodEnd: round.periodEnd };
  const [periodStart, periodEnd] = (['periodStart', 'periodEnd'] as const).map((field) => {
    const day = readDay(fields[field] ?? '');
    if (day === null) problems.push({ field, sentence: words[field](fields[field] ?? '') });
    return day;
  });
  if (!periodStart || !periodEnd) return null;
  if (periodStart >= periodEnd) problems.push({ field: 'periodEnd', sentence: words.periodOrder });
  return { periodStart, periodEnd };
}

function scheduleSentence(problem: ScheduleProblem, language: Language): FieldProblem {
  const { moment, problems: words } = messagesIn(language).setup;
  const { field, value } = problem;
  const what = moment[field];
  switch (problem.kind) {
    case 'day':
      return { field: dayField(field), sentence: words.day(what, value) };
    case 'time':
      return { field: timeField(field), sentence: words.time(what, value) };
    case 'order':
      return {
        field: dayField(field),
        sentence: words.order(what, formatDate(value, language), moment[problem.before])
      };
    case 'past':
      return { field: dayField(field), sentence: words.past(what, formatDate(value, language)) };
    case 'begun':
      return { field: dayField(field), sentence: words.begun };
  }
}

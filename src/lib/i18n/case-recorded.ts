import type { Condition } from '#lib/domain/case/case-file.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatDate, formatMoment } from './format.ts';
import { messagesIn } from './messages.ts';

/** The name of a municipality by its number. */
export type NameOf = (municipalityNo: string) => string;
type Said = (value: never) => string | null;

/** What was recorded with an event of a case, in words; what stands elsewhere on the page is left out. */
export function recordedInWords(recorded: Record<string, unknown>, language: Language, nameOf: NameOf): string[] {
  const sayers = sayersIn(language, nameOf);
  const { option } = messagesIn(language).caseFlow;
  return Object.entries(recorded).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const sayer = sayers[name];
    const said = sayer ? sayer(value as never) : typeof value === 'string' ? (option[value] ?? null) : null;
    return said === null ? [] : [said];
  });
}

/** A condition as "2 møter, 1. januar 2026 – 31. desember 2026". */
export function conditionInWords({ kind, required, from, until }: Condition, language: Language): string {
  const { condition, period } = messagesIn(language).caseArchive;
  return `${condition[kind](required)}, ${period(formatDate(from, language), formatDate(until, language))}`;
}

function sayersIn(language: Language, nameOf: NameOf): Record<string, Said> {
  const { recorded: text } = messagesIn(language).caseArchive;
  const day = (value: string) => formatDate(value, language);
  const moment = (value: string) => formatMoment(new Date(value), language);
  const when = (said: string) => (value: boolean) => (value ? said : null);
  const nothing = () => null;
  return {
    ...{ receivedOn: nothing, isReferenceOpen: nothing, responsibleId: nothing, isNotTreating: nothing },
    conditions: (all: Condition[]) =>
      all
        .map((one) => {
          const words = conditionInWords(one, language);
          return one.isWithdrawn ? text.withdrawn(words) : words;
        })
        .join('; '),
    meetingBy: (value: string) => text.meetingBy(day(value)),
    meetingAt: (value: string) => text.meetingAt(moment(value)),
    testAt: (value: string) => text.testAt(moment(value)),
    sentOn: (value: string) => text.sentOn(day(value)),
    archiveDay: (value: string) => text.archiveDay(day(value)),
    archiveReference: (value: string) => text.archiveReference(value),
    laboratory: (value: string) => text.laboratory(value),
    toMunicipality: (value: string) => text.toMunicipality(nameOf(value)),
    identityChecked: when(text.identityChecked),
    informed: when(text.informed),
    hasAnswer: when(text.hasAnswer),
    answerReference: (value: string) => text.answerReference(value),
    checks: () => text.checks,
    hold: (value: boolean) => (value ? text.hold : text.noHold),
    deliveryStatus: (value: string) => value
  };
}

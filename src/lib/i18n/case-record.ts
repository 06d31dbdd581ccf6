import { conditionStanding, type ArchivedCase, type CaseRecord } from '#lib/domain/case/case-archive.ts';
import { personFields } from '#lib/domain/case/case-person.ts';
import type { CaseEvent } from '#lib/domain/case/case-transition.ts';
import { dayOf } from '#lib/domain/day.ts';
import type { Language } from '#lib/domain/language.ts';
import { conditionInWords, recordedInWords, type NameOf } from './case-recorded.ts';
import { formatDate, formatMoment } from './format.ts';
import { messagesIn } from './messages.ts';

/** What is said of a case beside what the register holds: its ground in words, its unit, names, and when it is taken out. */
export type RecordFrame = { ground: string; unit: string; nameOf: NameOf; at: Date };

/** All that the register holds of a case as one document: who, facts, conditions, history, notices and messages. */
export function caseRecord(one: ArchivedCase, frame: RecordFrame, language: Language): CaseRecord {
  const { record: text } = messagesIn(language).caseArchive;
  return {
    lang: language,
    title: text.title,
    heading: text.heading(one.number, one.year),
    lead: text.lead(frame.unit),
    facts: [...personFacts(one, language), ...caseFacts(one, frame, language)],
    parts: [
      conditionPart(one, frame, language),
      historyPart(one, frame, language),
      noticePart(one, language),
      messagePart(one, language)
    ],
    page: text.page
  };
}

function personFacts({ person }: ArchivedCase, language: Language): [string, string][] {
  const { cases: text } = messagesIn(language);
  return personFields.flatMap((field): [string, string][] => {
    const value = person[field];
    if (value === null) return [];
    if (field === 'born') return [[text.person[field], formatDate(value, language)]];
    return [[text.person[field], field === 'language' ? (text.languages[value] ?? value) : value]];
  });
}

function caseFacts(one: ArchivedCase, { ground, unit, nameOf, at }: RecordFrame, language: Language) {
  const { caseArchive, caseFlow, cases } = messagesIn(language);
  const { page: text } = cases;
  const { file } = one;
  const day = (value: string | null) => (value === null ? text.notGiven : formatDate(value, language));
  return [
    [cases.add.municipality, `${nameOf(one.municipalityNo)}, ${unit}`],
    [text.received, `${day(file.receivedOn)}, ${cases.channels[one.channel] ?? one.channel}`],
    [text.decided, day(file.decidedOn)],
    [text.ground, ground],
    [text.probation, day(file.probationUntil)],
    [text.responsible, one.responsible ?? text.notGiven],
    [text.meetings, String(file.met)],
    [text.tests, String(file.tested)],
    [text.closedBecause, `${caseFlow.option[file.closingCode ?? ''] ?? ''}, ${day(file.closedOn)}`],
    [text.deleteAfter, day(file.deleteAfter)],
    [caseArchive.record.exported, formatMoment(at, language)]
  ] satisfies [string, string][];
}

function conditionPart({ conditions }: ArchivedCase, { at }: RecordFrame, language: Language) {
  const { record: text, standing } = messagesIn(language).caseArchive;
  return {
    ...{ heading: text.conditions, headings: text.conditionHeads, widths: [50, 28, 22], none: text.noCondition },
    rows: conditions.map((one) => [
      conditionInWords(one, language),
      standing[conditionStanding(one, conditions, dayOf(at))],
      formatDate(one.recordedAt, language)
    ])
  };
}

function historyPart({ events }: ArchivedCase, { nameOf }: RecordFrame, language: Language) {
  const { caseArchive, caseFlow, cases } = messagesIn(language);
  const { record: text } = caseArchive;
  return {
    ...{ heading: text.history, headings: text.historyHeads, widths: [22, 26, 22, 30], none: '' },
    rows: events.map(({ at, event, by, confirmedBy, recorded }) => [
      formatMoment(at, language),
      caseFlow.happened[event as CaseEvent] ?? event,
      [by ?? cases.page.system, ...(confirmedBy ? [text.confirmed(confirmedBy)] : [])].join(', '),
      recordedInWords(recorded, language, nameOf).join('; ')
    ])
  };
}

function noticePart({ notices }: ArchivedCase, language: Language) {
  const { caseArchive, caseFlow } = messagesIn(language);
  const { record: text, notice } = caseArchive;
  return {
    ...{ heading: text.notices, headings: text.noticeHeads, widths: [45, 25, 30], none: text.noNotice },
    rows: notices.map(({ kind, madeAt, sentOn, channel }) => [
      notice[kind],
      formatDate(madeAt, language),
      sentOn === null ? text.notSent : `${formatDate(sentOn, language)}, ${caseFlow.option[channel ?? ''] ?? ''}`
    ])
  };
}

function messagePart({ messages }: ArchivedCase, language: Language) {
  const { record: text, message, messageState } = messagesIn(language).caseArchive;
  return {
    ...{ heading: text.messages, headings: text.messageHeads, widths: [30, 25, 20, 25], none: text.noMessage },
    rows: messages.map((one) => [
      message[one.kind],
      formatMoment(one.createdAt, language),
      messageState[one.state],
      (one.files ?? []).map(({ name }) => name).join(', ')
    ])
  };
}

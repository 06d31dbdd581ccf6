import type { LetterLanguage } from '#lib/domain/case/dispatch.ts';
import type { LetterDocument, LetterSender, NoticeFacts, SummonsFacts } from '#lib/domain/case/letter-document.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import type { CaseLetterText } from './text.ts';

const texts: Record<LetterLanguage, CaseLetterText> = { nb, nn, en };
/** Dates are Norwegian time in every language; Chromium and Node write nynorsk as bokmål. */
const locales: Record<LetterLanguage, string[]> = { nb: ['nb-NO'], nn: ['nn-NO', 'nb-NO'], en: ['en-GB'] };
const timeZone = 'Europe/Oslo';

/** The texts of letters, notices and SMS in a language. */
export function caseLetterText(language: LetterLanguage): CaseLetterText {
  return texts[language];
}

/** A day and time as "torsdag 3. desember 2026 kl. 10.00". */
export function letterMoment(at: Date, language: LetterLanguage): string {
  const weekday = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone }).format(at);
  const day = `${weekday} ${letterDay(at, language)}`;
  const time = new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  return language === 'en' ? `${day} at ${time}` : `${day} kl. ${time.replace(':', '.')}`;
}

/** The day alone, as "3. desember 2026". */
function letterDay(at: Date, language: LetterLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(at);
}

/** A legal ground as a letter says it: "strl. § 37 j" becomes "straffeloven § 37 j". */
export function statuteInWords(statute: string, language: LetterLanguage): string {
  const { statutes } = texts[language];
  const signs = Object.entries(statutes);
  return signs.reduce((words, [short, long]) => words.replaceAll(short, long), statute);
}

/** The SMS before a meeting: when and with whom, and nothing of why. */
export function reminderText(
  { sender, meeting }: Pick<SummonsFacts, 'sender' | 'meeting'>,
  language: LetterLanguage
): string {
  const moment = letterMoment(meeting.at, language);
  return texts[language].outside.reminder(moment, sender.municipality, sender.phone);
}

/** The first summons, or with a time that was not kept the next one. */
export function summonsLetter(facts: SummonsFacts, language: LetterLanguage): LetterDocument {
  const { summons: text, outside } = texts[language];
  const { sender, meeting, missedAt, copyOf } = facts;
  const copy = copyOf === null ? [] : [text.copy(copyOf)];
  const missed = missedAt === null ? [] : [text.missed(letterMoment(missedAt, language))];
  return {
    ...frame(facts, language),
    title: outside.letterTitle(sender.municipality),
    heading: missedAt === null ? text.heading : text.secondHeading,
    opening: [...copy, ...missed, text.opening(sender.unit, sender.municipality)],
    facts: [
      [text.when, letterMoment(meeting.at, language)],
      [text.where, meeting.isDigital ? text.digitally(meeting.place) : meeting.place],
      [text.howLong, text.minutes(meeting.minutes)],
      [text.whom, facts.officer],
      [text.reference, facts.reference]
    ],
    parts: [
      { heading: text.why, paragraphs: [text.because(facts.ground), text.once] },
      {
        heading: text.there,
        paragraphs: [text.talk, text.notHealthCare, text.bring, ...(facts.isUnder18 ? [text.underage] : [])]
      },
      { heading: text.hindered, paragraphs: [text.call(sender.phone), text.otherwise] },
      { heading: text.yourData, paragraphs: [text.kept] }
    ],
    closing: [text.greeting, facts.officer, sender.unit, sender.municipality]
  };
}

/** What the prosecution is told, and what it is asked to decide. */
export function noticeLetter(facts: NoticeFacts, language: LetterLanguage): LetterDocument {
  const { notice: text, summons, outside } = texts[language];
  const { kind, sender, days, born } = facts;
  const asked = text.asked[kind];
  return {
    ...frame(facts, language),
    title: outside.noticeTitle(sender.municipality),
    heading: text.heading,
    opening: [text.body[kind]],
    facts: [
      [text.about, text.subject[kind]],
      [text.reference, facts.reference],
      [text.person, facts.personName],
      ...(born === null ? [] : [[text.born, born] as const]),
      ...days.map((day) => [text.days, letterDay(day, language)] as const)
    ],
    parts: asked === null ? [] : [{ heading: text.asks, paragraphs: [asked] }],
    closing: [summons.greeting, facts.officer, sender.unit, sender.municipality]
  };
}

type Framed = { sender: LetterSender; receiver: readonly string[]; at: Date };

/** The unit is not named at the top, where a window envelope may show it. */
function frame({ sender, receiver, at }: Framed, lang: LetterLanguage) {
  const from = [sender.municipality, ...sender.address, sender.phone];
  return { lang, sender: from, receiver, date: letterDay(at, lang), page: texts[lang].page };
}

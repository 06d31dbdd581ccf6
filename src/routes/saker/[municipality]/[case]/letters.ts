import { calendarFile } from '#lib/domain/case/calendar.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import type { CaseGiven } from '#lib/domain/case/case-given.ts';
import {
  readMobile,
  type LetterLanguage,
  type OutgoingLetter,
  type OutgoingNotice
} from '#lib/domain/case/dispatch.ts';
import { decisionOn } from '#lib/domain/case/letterhead.ts';
import { reminderTime } from '#lib/domain/case/reminder-time.ts';
import {
  letterLanguageOf,
  noticeFactsOf,
  summonsFactsOf,
  summonsReceivers,
  type LetterScene
} from '#lib/domain/case/summons-plan.ts';
import { dayOf } from '#lib/domain/day.ts';
import type { Language } from '#lib/domain/language.ts';
import { noticeDays } from '#lib/domain/case/notice-days.ts';
import { unitName } from '#lib/domain/unit.ts';
import {
  caseLetterText,
  noticeLetter,
  reminderText,
  statuteInWords,
  summonsLetter
} from '#lib/i18n/case-letter/letter.ts';
import { formatDate } from '#lib/i18n/format.ts';
import type { Register } from '#lib/server/case/data-key.ts';
import { listEvents } from '#lib/server/case/file.ts';
import { listLetterheads, listProsecutionOffices } from '#lib/server/case/letterhead.ts';
import type { CaseNotice } from '#lib/server/case/notice.ts';
import { readPerson } from '#lib/server/case/person.ts';
import { letterPdf } from '#lib/server/dispatch/letter-pdf.ts';
import type { SummonsPost } from '#lib/server/dispatch/posted-step.ts';
import { Problem } from '#lib/server/problem.ts';

export type Summoned = Pick<CaseGiven, 'channel' | 'place' | 'meetingAt'> & { toGuardian: boolean };
export type Writer = { app: App.Locals['app']; officer: string };

/** What a letter of a case is made from; reading the person stands in the audit. */
export async function openLetterScene(
  register: Register,
  file: StoredCase,
  { app, officer }: Writer
): Promise<LetterScene & { file: StoredCase }> {
  const { tx, at } = register;
  const person = await readPerson(register, file, 'letter');
  if (!person) throw Problem.notFound();
  const municipality = unitName(app.reference.geography, { unitType: 'municipality', unitId: file.municipalityNo });
  const ground = app.reference.legalGrounds.find(({ id }) => id === file.legalGround)?.statute ?? '';
  const letterhead = decisionOn(await listLetterheads(tx, file.unitNo), dayOf(at));
  return { ...{ file, person, letterhead, ground, officer, at }, municipality: `${municipality ?? ''} kommune`.trim() };
}

/** The letter of a summons as a file; null without a letterhead. */
export async function summonsPdf(scene: LetterScene, given: Summoned, isCopy = false): Promise<Buffer | null> {
  const language = letterLanguageOf(scene.person);
  const facts = summonsFactsOf({ ...scene, ground: statuteInWords(scene.ground, language) }, given, isCopy);
  return facts && letterPdf(summonsLetter(facts, language), scene.at);
}

type Reminding = { hours: number; isSetUp: boolean };

/** All that leaves with a summons; null without a letterhead, where the unit writes it elsewhere. */
export async function makeSummonsPost(
  scene: LetterScene & { file: StoredCase },
  given: Summoned,
  reminding: Reminding
): Promise<SummonsPost | null> {
  const language = letterLanguageOf(scene.person);
  const { outside } = caseLetterText(language);
  const own = await summonsPdf(scene, given);
  if (!own) return null;
  const { own: receiver, guardian } = summonsReceivers(scene, given);
  const copy = guardian && (await summonsPdf(scene, given, true));
  const title = outside.letterTitle(scene.municipality);
  const pdf = (content: Buffer) => ({ name: outside.letterFile, ...asPdf(content) });
  const calendar = {
    name: outside.calendarFile,
    mimeType: 'text/calendar',
    content: calendarOf(scene, given, language)
  };
  const letter: OutgoingLetter = { channel: 'letter', to: receiver, title, files: [pdf(own), calendar] };
  return {
    letter,
    guardianCopy: guardian && copy ? { channel: 'letter', to: guardian, title, files: [pdf(copy), calendar] } : null,
    reminder: reminderOf(scene, given, { ...reminding, language })
  };
}

function asPdf(content: Buffer) {
  return { mimeType: 'application/pdf', content: content.toString('base64') };
}

/** A missed meeting is moved by its new time; a next one is another appointment. */
function calendarOf(scene: LetterScene & { file: StoredCase }, given: Summoned, language: LetterLanguage): string {
  const { file, municipality, at } = scene;
  const facts = summonsFactsOf(scene, given, false);
  if (!facts) throw new Error('no meeting to put in a calendar');
  const summary = caseLetterText(language).outside.calendarSummary(municipality);
  const appointment = { id: `${file.id}-${file.met}`, revision: file.summonses, summary };
  return Buffer.from(calendarFile({ ...appointment, meeting: facts.meeting, madeAt: at })).toString('base64');
}

function reminderOf(
  scene: LetterScene,
  given: Summoned,
  { hours, isSetUp, language }: Reminding & { language: LetterLanguage }
): SummonsPost['reminder'] {
  const phone = readMobile(scene.person.mobile ?? '');
  const facts = summonsFactsOf(scene, given, false);
  if (!isSetUp || phone === null || !facts) return null;
  const dueAt = reminderTime(facts.meeting.at, hours, scene.at);
  return dueAt && { phone, text: reminderText(facts, language), dueAt };
}

export type Noticed = Writer & { language: Language };

/** A notice to the prosecution as it would leave; null without a letterhead. Without a recipient it can only be printed. */
export async function makeNotice(
  register: Register,
  file: StoredCase,
  { kind }: Pick<CaseNotice, 'kind'>,
  writer: Noticed
): Promise<{ notice: OutgoingNotice; hasRecipient: boolean } | null> {
  const { tx, at } = register;
  const { app, language } = writer;
  const scene = await openLetterScene(register, file, writer);
  const events = await listEvents(tx, file);
  const { policeDistricts } = app.reference.geography;
  const district =
    policeDistricts.find(({ name }) => name === file.policeDistrict)?.officialName ?? file.policeDistrict;
  const offices = await listProsecutionOffices(tx, file.unitNo);
  const office = decisionOn(
    offices.filter(({ policeDistrict }) => policeDistrict === file.policeDistrict),
    dayOf(at)
  );
  const days = noticeDays(kind, events.toReversed());
  const facts = noticeFactsOf(scene, { kind, days, office, district });
  if (!facts) return null;
  const born = facts.born && formatDate(facts.born, language);
  const pdf = await letterPdf(noticeLetter({ ...facts, born }, language), at);
  const { outside } = caseLetterText(language);
  const address = office && { lines: [office.street], postcode: office.postcode, place: office.town };
  const to = { name: office?.office ?? district, organisationNo: office?.organisationNo ?? '', address };
  const title = outside.noticeTitle(scene.municipality);
  const files = [{ name: outside.noticeFile, ...asPdf(pdf) }];
  return { notice: { channel: 'notice', to, title, files }, hasRecipient: office !== null };
}

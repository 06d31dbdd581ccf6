import { isMinor, type CaseFile } from './case-file.ts';
import type { CaseGiven } from './case-given.ts';
import type { CasePerson } from './case-person.ts';
import { letterLanguages, type LetterLanguage, type PostalAddress } from './dispatch.ts';
import type { LetterSender, Meeting, NoticeFacts, SummonsFacts } from './letter-document.ts';
import { placeOf, type Letterhead, type ProsecutionOffice } from './letterhead.ts';
import { readPostalAddress } from './postal-address.ts';

/** Why a letter cannot be made, or cannot go the way that was chosen. */
export type SendingFault = 'not_set_up' | 'letterhead' | 'place' | 'receiver' | 'guardian' | 'recipient';

/** What a letter of a case is made from, beside what is given with its step. */
export type LetterScene = {
  file: Pick<CaseFile, 'ageBand' | 'attendance' | 'meetingAt'> & {
    number: number;
    year: number;
    responsible: string | null;
  };
  person: CasePerson;
  letterhead: Letterhead | null;
  /** "Kristiansand kommune". */
  municipality: string;
  ground: string;
  /** Who acts, where nobody is responsible for the case. */
  officer: string;
  at: Date;
};
type Summoned = Pick<CaseGiven, 'channel' | 'place' | 'meetingAt'> & { toGuardian: boolean };
type Receiver = { name: string; nationalId: string | null; address: PostalAddress | null };

/** Who gets the letter: the person, and when the case officer wants it a guardian of somebody under 18. */
export function summonsReceivers({ file, person }: LetterScene, { toGuardian }: Summoned) {
  const own: Receiver = {
    ...{ name: person.name, nationalId: person.nationalId, address: readPostalAddress(person.address) }
  };
  const name = person.guardianName;
  const wanted = toGuardian && isMinor(file);
  const guardian: Receiver | null =
    wanted && name !== null ? { name, nationalId: null, address: readPostalAddress(person.guardianAddress) } : null;
  return { own, guardian, isGuardianMissing: wanted && name === null };
}

/** What stands in the way of a letter, null for nothing. On paper a unit without a letterhead writes it elsewhere. */
export function summonsFault(scene: LetterScene, given: Summoned, isSetUp: boolean): SendingFault | null {
  const { letterhead } = scene;
  const isDigital = given.channel === 'svarut';
  if (isDigital && !isSetUp) return 'not_set_up';
  if (letterhead === null) return isDigital ? 'letterhead' : null;
  if (given.place !== undefined && placeOf(letterhead, given.place) === null) return 'place';
  return receiverFault(scene, given, isDigital);
}

function receiverFault(scene: LetterScene, given: Summoned, isDigital: boolean): SendingFault | null {
  const { own, guardian, isGuardianMissing } = summonsReceivers(scene, given);
  if (isGuardianMissing) return 'guardian';
  if (!isDigital) return null;
  if (own.nationalId === null && own.address === null) return 'receiver';
  return guardian !== null && guardian.address === null ? 'guardian' : null;
}

/** The facts of a summons; null when there is no letterhead to write it with. `copyOf` names whom a copy is about. */
export function summonsFactsOf(
  scene: LetterScene,
  { place, meetingAt }: Summoned,
  isCopy: boolean
): (SummonsFacts & { meeting: Meeting }) | null {
  const { file, person, letterhead, ground, at } = scene;
  const where = letterhead && place ? placeOf(letterhead, place) : null;
  if (letterhead === null || where === null || meetingAt === undefined) return null;
  return {
    sender: senderOf(scene, letterhead),
    receiver: isCopy
      ? addressLines(person.guardianName ?? '', person.guardianAddress)
      : addressLines(person.name, person.address),
    copyOf: isCopy ? person.name : null,
    ...{ reference: `${file.number}/${file.year}`, officer: file.responsible ?? scene.officer, ground, at },
    meeting: { at: meetingAt, minutes: letterhead.minutes, place: where, isDigital: place === 'digital' },
    missedAt: file.attendance === 'not_met' ? file.meetingAt : null,
    isUnder18: isMinor(file)
  };
}

/** The facts of a notice, null without a letterhead; `district` names the receiver where the unit has decided on none. */
export function noticeFactsOf(
  scene: LetterScene,
  {
    kind,
    days,
    office,
    district
  }: Pick<NoticeFacts, 'kind' | 'days'> & { office: ProsecutionOffice | null; district: string }
): NoticeFacts | null {
  const { file, person, letterhead, at } = scene;
  if (letterhead === null) return null;
  return {
    ...{ kind, days, sender: senderOf(scene, letterhead), reference: person.reference, personName: person.name, at },
    receiver: office ? [office.office, office.street, `${office.postcode} ${office.town}`] : [district],
    born: person.born,
    officer: file.responsible ?? scene.officer
  };
}

/** The language of letters to a person; bokmål when it is not known. */
export function letterLanguageOf({ language }: Pick<CasePerson, 'language'>): LetterLanguage {
  return letterLanguages.find((one) => one === language) ?? 'nb';
}

function senderOf({ municipality }: LetterScene, { unit, street, postcode, town, phone }: Letterhead): LetterSender {
  return { municipality, unit, address: [street, `${postcode} ${town}`], phone };
}

function addressLines(name: string, address: string | null): string[] {
  const parts = (address ?? '').split(/[,\n]/).map((part) => part.trim());
  return [name, ...parts.filter((part) => part !== '')];
}

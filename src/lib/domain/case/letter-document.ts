import type { NoticeKind } from './case-file.ts';
import type { LetterLanguage } from './dispatch.ts';

/** What a letter says, part by part, before it becomes a file. The title stands in inboxes and tells nothing. */
export type LetterDocument = {
  lang: LetterLanguage;
  title: string;
  heading: string;
  sender: readonly string[];
  receiver: readonly string[];
  date: string;
  opening: readonly string[];
  facts: readonly (readonly [label: string, value: string])[];
  parts: readonly { heading: string; paragraphs: readonly string[] }[];
  closing: readonly string[];
  page: (page: number, pages: number) => string;
};

/** The unit that writes, as it presents itself. */
export type LetterSender = { municipality: string; unit: string; address: readonly string[]; phone: string };

/** A time to meet. `minutes` is how long it takes; `place` is an address, or how one takes part from afar. */
export type Meeting = { at: Date; minutes: number; place: string; isDigital: boolean };

/** What a summons is about. `missedAt` is the time that was not kept, in a second one; `ground` the legal basis in words. */
export type SummonsFacts = {
  sender: LetterSender;
  receiver: readonly string[];
  reference: string;
  officer: string;
  meeting: Meeting;
  missedAt: Date | null;
  /** Whom a copy to a guardian is about. */
  copyOf: string | null;
  ground: string;
  isUnder18: boolean;
  at: Date;
};

/** `days` are those it is about: of the meetings not kept, or the meeting kept. */
export type NoticeFacts = {
  kind: NoticeKind;
  sender: LetterSender;
  receiver: readonly string[];
  reference: string;
  personName: string;
  born: string | null;
  days: readonly Date[];
  officer: string;
  at: Date;
};

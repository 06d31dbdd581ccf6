import type { DocumentKind } from './case-document.ts';
import type { CasePerson } from './case-person.ts';
import type { CaseFile, Condition, NoticeKind } from './case-file.ts';
import type { DispatchChannel, DispatchKind, DispatchState } from './dispatch.ts';

/** A condition as it was from the moment it was recorded, until the next version of its kind. */
export type ConditionVersion = Condition & { version: number; recordedAt: Date };

/** Something that happened, in codes and dates. */
type ArchivedEvent = {
  at: Date;
  event: string;
  by: string | null;
  confirmedBy: string | null;
  recorded: Record<string, unknown>;
};

/** A message as it left, or waits; `files` are those that were sent, null when what it said is not kept. */
export type ArchivedMessage = {
  id: string;
  kind: DispatchKind;
  channel: DispatchChannel;
  state: DispatchState;
  createdAt: Date;
  sentAt: Date | null;
  receiver: string | null;
  files: readonly { name: string; mimeType: string; bytes: Uint8Array }[] | null;
};

/** All that the register holds of a closed case, opened, as it goes into an archive. */
export type ArchivedCase = {
  id: string;
  municipalityNo: string;
  unitNo: string;
  number: number;
  year: number;
  channel: string;
  policeDistrict: string;
  legalGround: string;
  responsible: string | null;
  file: CaseFile;
  person: CasePerson;
  conditions: readonly ConditionVersion[];
  events: readonly ArchivedEvent[];
  notices: readonly { kind: NoticeKind; madeAt: Date; sentOn: string | null; channel: string | null }[];
  messages: readonly ArchivedMessage[];
  /** What came from the prosecution, as it was attached. */
  documents: readonly { id: string; kind: DocumentKind; ending: string; addedAt: Date; bytes: Uint8Array }[];
};

/** How a version of a condition stands on a day (ISO): a newer one of its kind replaces it. */
export type ConditionStanding = 'replaced' | 'withdrawn' | 'expired' | 'coming' | 'holds';

/** How one of all versions stands on a day. */
export function conditionStanding(
  one: ConditionVersion,
  all: readonly ConditionVersion[],
  today: string
): ConditionStanding {
  if (all.some(({ kind, version }) => kind === one.kind && version > one.version)) return 'replaced';
  if (one.isWithdrawn) return 'withdrawn';
  if (one.until < today) return 'expired';
  return one.from > today ? 'coming' : 'holds';
}

/** A document that is written of a case: facts, then tables. */
export type CaseRecord = {
  lang: string;
  title: string;
  heading: string;
  lead: string;
  facts: readonly (readonly [label: string, value: string])[];
  parts: readonly {
    heading: string;
    headings: readonly string[];
    rows: readonly (readonly string[])[];
    widths: readonly number[];
    none: string;
  }[];
  page: (page: number, pages: number) => string;
};

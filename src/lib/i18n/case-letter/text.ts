import type { NoticeKind } from '#lib/domain/case/case-file.ts';

/** Every text of the letters, notices and SMS of cases in one language. */
export type CaseLetterText = {
  /** What stands outside: in inboxes, as file names and on phones. Neutral words only. */
  outside: {
    letterTitle: (municipality: string) => string;
    noticeTitle: (municipality: string) => string;
    letterFile: string;
    noticeFile: string;
    calendarFile: string;
    calendarSummary: (municipality: string) => string;
    reminder: (moment: string, municipality: string, phone: string) => string;
  };
  summons: {
    heading: string;
    secondHeading: string;
    opening: (unit: string, municipality: string) => string;
    copy: (name: string) => string;
    missed: (moment: string) => string;
    when: string;
    where: string;
    digitally: (how: string) => string;
    howLong: string;
    minutes: (minutes: number) => string;
    whom: string;
    reference: string;
    why: string;
    because: (ground: string) => string;
    once: string;
    there: string;
    talk: string;
    notHealthCare: string;
    bring: string;
    underage: string;
    hindered: string;
    call: (phone: string) => string;
    otherwise: string;
    yourData: string;
    kept: string;
    greeting: string;
  };
  notice: {
    heading: string;
    reference: string;
    person: string;
    born: string;
    about: string;
    days: string;
    subject: Record<NoticeKind, string>;
    body: Record<NoticeKind, string>;
    asks: string;
    asked: Record<NoticeKind, string | null>;
  };
  /** What stands for the short names of acts in the grounds of referrals. */
  statutes: Record<'strpl.' | 'strl.' | 'jf.', string>;
  page: (page: number, pages: number) => string;
};

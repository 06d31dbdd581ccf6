import { daysAfter, readDay } from '#lib/domain/day.ts';
import { monthsAfter } from '#lib/domain/case/case-period.ts';
import { readPerson, type PersonField } from '#lib/domain/case/case-person.ts';

type Known = {
  municipalities: readonly string[];
  grounds: readonly string[];
  today: string;
  channels: readonly ('letter' | 'manual' | 'svarinn')[];
};
const fields = ['municipality', 'receivedOn', 'decidedOn', 'probationMonths', 'channel', 'legalGround'] as const;

/** What was typed of a referral, and what of it cannot be used. */
export function readReferral(form: FormData, { municipalities, grounds, today, channels }: Known) {
  const typed = (field: string) => {
    const value = form.get(field);
    return typeof value === 'string' ? value.trim() : '';
  };
  const { person, problems: personProblems } = readPerson((field: PersonField) => typed(field));
  const receivedOn = readDay(typed('receivedOn'));
  const decidedOn = readDay(typed('decidedOn'));
  const months = /^\d{1,3}$/.test(typed('probationMonths')) ? Number(typed('probationMonths')) : null;
  const channel = channels.find((one) => one === typed('channel'));
  const isRight: Record<(typeof fields)[number], boolean> = {
    municipality: municipalities.includes(typed('municipality')),
    receivedOn: receivedOn !== null && receivedOn <= today && receivedOn >= daysAfter(today, -3650),
    decidedOn: decidedOn !== null && decidedOn <= today,
    probationMonths: months !== null && months <= 120,
    channel: channel !== undefined,
    legalGround: grounds.includes(typed('legalGround'))
  };
  const problems = [
    ...fields.filter((field) => !isRight[field]).map((field) => ({ field, value: typed(field) })),
    ...personProblems
  ];
  const isReady = problems.length === 0 && receivedOn !== null && decidedOn !== null && channel !== undefined;
  return {
    problems,
    referral: isReady
      ? {
          ...{ person, receivedOn, decidedOn, channel, municipalityNo: typed('municipality') },
          probationUntil: months ? monthsAfter(decidedOn, months) : null,
          legalGround: typed('legalGround')
        }
      : null
  };
}

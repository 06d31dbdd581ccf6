import type { Meeting } from './letter-document.ts';

const longestLine = 75;

/** `id` is the same for the same appointment, so that a new time moves it; `revision` grows with each. */
export type Appointment = { id: string; revision: number; summary: string; meeting: Meeting; madeAt: Date };

/** An appointment as an iCalendar file (RFC 5545): when and where, in the words of `summary`, without a receiver. */
export function calendarFile({ id, revision, summary, meeting, madeAt }: Appointment): string {
  const end = new Date(meeting.at.getTime() + meeting.minutes * 60_000);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regionspeil//Regionspeil//NO',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@regionspeil`,
    `SEQUENCE:${revision}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(meeting.at)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(meeting.place)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR'
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function utc(at: Date): string {
  return at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');
}

/** No line is longer than 75 octets; what goes on begins with a space, and no sign is cut in two. */
function folded(line: string): string {
  const octets = new TextEncoder();
  let length = 0;
  let text = '';
  for (const sign of line) {
    const size = octets.encode(sign).length;
    if (length + size > longestLine) {
      text += '\r\n ';
      length = 1;
    }
    text += sign;
    length += size;
  }
  return text;
}

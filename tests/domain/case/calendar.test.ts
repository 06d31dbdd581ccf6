import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '#lib/domain/case/calendar.ts';

const appointment = {
  id: '5b6f',
  revision: 1,
  summary: 'Avtale med Kristiansand kommune',
  meeting: { at: new Date('2026-12-03T09:00:00Z'), minutes: 45, place: 'Torvet 1, rom 2; 2. etasje', isDigital: false },
  madeAt: new Date('2026-11-23T09:00:00Z')
};

describe('an appointment as a calendar file', () => {
  it('holds the time in UTC, the place with its signs escaped, and nothing of why', () => {
    expect(calendarFile(appointment).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Regionspeil//Regionspeil//NO',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:5b6f@regionspeil',
      'SEQUENCE:1',
      'DTSTAMP:20261123T090000Z',
      'DTSTART:20261203T090000Z',
      'DTEND:20261203T094500Z',
      'SUMMARY:Avtale med Kristiansand kommune',
      String.raw`LOCATION:Torvet 1\, rom 2\; 2. etasje`,
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      ''
    ]);
  });

  it('has no line of more than 75 octets, and unfolds to what was written', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'å', '€', '😀', ' ', ',', '\n'), maxLength: 300 });
    fc.assert(
      fc.property(words, (place) => {
        const file = calendarFile({ ...appointment, meeting: { ...appointment.meeting, place } });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const unfolded = file.replaceAll('\r\n ', '');
        const [, written = ''] = /\r\nLOCATION:(.*)\r\nCLASS/.exec(unfolded) ?? [];
        expect(written.replaceAll('\\n', '\n').replaceAll('\\,', ',')).toBe(place);
      }),
      { seed: 1, numRuns: 200 }
    );
  });
});

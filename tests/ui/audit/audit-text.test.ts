import { describe, expect, it } from 'vitest';
import type { AuditRow } from '#lib/domain/audit.ts';
import type { Language } from '#lib/domain/language.ts';
import { actionText, actorText, changeLines } from '#lib/ui/audit/audit-text.ts';
import { auditDays } from '#lib/ui/audit/audit-view.ts';
import { auditRow, sceneIn } from '../../support/audit-scene.ts';

const sentence = (row: Partial<AuditRow>, language: Language = 'nb') =>
  `${actorText(auditRow(row), sceneIn(language))} ${actionText(auditRow(row), sceneIn(language))}`;
const link = { actorKind: 'respondent', actorId: 'sor-2024/4204', actorName: null };
const system = { actorKind: 'system', actorId: 'demonstration', actorName: null };
const ola = { subject: 'another id', subjectName: 'Ola' };

describe('a row as a sentence', () => {
  it.each<[Partial<AuditRow>, string, string]>([
    [
      {},
      'Ragnhild åpnet svaret i Region Sør 2024, til og med versjon 1',
      'Ragnhild opna svaret i Region Sør 2024, til og med versjon 1'
    ],
    [
      { ...link, action: 'report_submitted', detail: { version: 2 } },
      'Den med svarlenken til Kristiansand i Region Sør 2024 sendte inn versjon 2 av svaret i Region Sør 2024',
      'Den med svarlenka til Kristiansand i Region Sør 2024 sende inn versjon 2 av svaret i Region Sør 2024'
    ],
    [
      { action: 'report_submitted', detail: { version: 3, channel: 'phone' } },
      'Ragnhild registrerte svar på telefon i Region Sør 2024, som versjon 3',
      'Ragnhild registrerte svar på telefon i Region Sør 2024, som versjon 3'
    ],
    [
      { ...system, actorId: 'import', action: 'report_submitted', detail: { version: 1, channel: 'import' } },
      'Systemet (innlesing av en fil) registrerte svar i Region Sør 2024, som versjon 1',
      'Systemet (innlesing av ei fil) registrerte svar i Region Sør 2024, som versjon 1'
    ],
    [
      { action: 'report_confirmed', detail: { version: 3 } },
      'Ragnhild bekreftet versjon 3 av svaret i Region Sør 2024',
      'Ragnhild stadfesta versjon 3 av svaret i Region Sør 2024'
    ],
    [
      { ...link, actorId: '0190a3c4-0000-7000-8000-000000000001', action: 'draft_begun', detail: {} },
      'En kollega med egen lenke begynte på et utkast i Region Sør 2024',
      'Ein kollega med eiga lenke byrja på eit utkast i Region Sør 2024'
    ],
    [
      { ...link, actorId: 'person', actorName: 'Kari', action: 'draft_begun', detail: {} },
      'Kari begynte på et utkast i Region Sør 2024',
      'Kari byrja på eit utkast i Region Sør 2024'
    ],
    [
      { ...system, ...ola, action: 'grant_given', detail: { role: 'adviser', until: '2030-01-01T00:00:00Z' } },
      'Systemet (demonstrasjonen) ga rollen rådgiver i KORUS til 1. januar 2030 til Ola',
      'Systemet (demonstrasjonen) gav rolla rådgjevar i KORUS til 1. januar 2030 til Ola'
    ],
    [
      { ...system, actorId: 'unworded', ...ola, action: 'session_started', detail: { method: 'email' } },
      'Systemet logget inn Ola med lenke på e-post',
      'Systemet logga inn Ola med lenke på e-post'
    ],
    [
      { action: 'session_ended', subject: auditRow().actorId ?? '', subjectName: 'Ragnhild', detail: {} },
      'Ragnhild avsluttet en økt for seg selv',
      'Ragnhild avslutta ei økt for seg sjølv'
    ],
    [
      { ...system, action: 'expected_frozen', subject: 'sor-2024', detail: { expected: 66 } },
      'Systemet (demonstrasjonen) låste listen over kommuner i Region Sør 2024: 66 i alt',
      'Systemet (demonstrasjonen) låste lista over kommunar i Region Sør 2024: 66 i alt'
    ],
    [
      { actorName: null, action: 'person_added', detail: {} },
      'En ukjent person la til en ukjent person',
      'Ein ukjend person la til ein ukjend person'
    ],
    [
      { action: 'something_new', detail: {} },
      'Ragnhild gjorde noe som ikke har fått ord ennå (something_new)',
      'Ragnhild gjorde noko som ikkje har fått ord enno (something_new)'
    ]
  ])('%o', (row, nb, nn) => {
    expect(sentence(row)).toBe(nb);
    expect(sentence(row, 'nn')).toBe(nn);
  });
});

describe('what was changed', () => {
  const first = { cases_received: [null, { status: 'reported', value: 3 }] } as AuditRow['change'];
  const second = {
    cases_received: [
      { status: 'reported', value: 3 },
      { status: 'dont_know', value: null }
    ],
    web_info: [
      { status: 'reported', value: 'no' },
      { status: 'reported', value: 'yes' }
    ]
  } as AuditRow['change'];

  it('is told with the words of the questionnaire', () => {
    const lines = (change: AuditRow['change'], language: Language) =>
      changeLines(auditRow({ change }), sceneIn(language)).map(({ question, answer }) => `${question}: ${answer}`);
    expect(lines(first, 'nb')).toEqual(['Mottatte saker fra påtalemyndigheten: 3']);
    expect(lines(second, 'nb')).toEqual([
      'Mottatte saker fra påtalemyndigheten: fra 3 til Vet ikke',
      'Har kommunen informasjon om enheten på nettsiden?: fra Nei til Ja'
    ]);
    expect(lines(second, 'nn')[1]).toBe('Har kommunen informasjon om eininga på nettsida?: frå Nei til Ja');
    expect(lines(null, 'nb')).toEqual([]);
  });
});

it('answers that are made up are labelled so', () => {
  const change = { cases_received: [null, { status: 'reported', value: 3 }] } as AuditRow['change'];
  const scene = sceneIn('nb');
  const chipIn = (dataKind: 'synthetic' | 'reported') => {
    const rounds = scene.rounds.map((round) => ({ ...round, dataKind }));
    return auditDays([auditRow({ change })], { ...scene, rounds })[0]?.entries[0]?.changes?.chip;
  };
  expect([chipIn('synthetic'), chipIn('reported')]).toEqual(['syntetiske tall', null]);
});

it('rows stand under the days they were written, as they are in Norway', () => {
  const rows = ['2024-03-01T23:30:00Z', '2024-03-01T09:05:00Z', '2024-03-01T08:00:00Z'].map((at, index) =>
    auditRow({ at: new Date(at), sequence: 9 - index, origin: index === 2 ? null : '192.0.2.7' })
  );
  const days = auditDays(rows, sceneIn('nb'));
  expect(days.map(({ day, entries }) => [day, entries.map(({ time }) => time)])).toEqual([
    ['2. mars 2024', ['00.30']],
    ['1. mars 2024', ['10.05', '09.00']]
  ]);
  expect(days[1]?.entries.map(({ trace }) => trace)).toEqual([
    ['fra 192.0.2.7', 'rad 8', 'kontrollsum abababab…'],
    ['fra serveren selv', 'rad 7', 'kontrollsum abababab…']
  ]);
});

import type { NoticeFacts, SummonsFacts } from '#lib/domain/case/letter-document.ts';

const sender = {
  municipality: 'Kristiansand kommune',
  unit: 'rådgivende enhet for russaker',
  address: ['Torvet 1', '4611 Kristiansand S'],
  phone: '38 00 00 00'
};
const receiver = ['Ola Oppdiktet', 'Gata 1', '4611 Kristiansand S'];

export const summonsFacts: SummonsFacts = {
  sender,
  receiver,
  reference: '2026/7',
  officer: 'Kari Oppdiktet',
  meeting: { at: new Date('2026-12-03T09:00:00Z'), minutes: 45, place: 'Torvet 1, rom 2', isDigital: false },
  missedAt: null,
  copyOf: null,
  ground: 'straffeloven § 37 bokstav j',
  isUnder18: false,
  at: new Date('2026-11-23T09:00:00Z')
};
export const noticeFacts: NoticeFacts = {
  kind: 'no_show',
  sender,
  receiver: ['Oppdiktet påtaleenhet', 'Postboks 1'],
  reference: '12345/26',
  personName: 'Ola Oppdiktet',
  born: '1. januar 2007',
  days: [new Date('2026-12-03T09:00:00Z')],
  officer: 'Kari Oppdiktet',
  at: new Date('2026-12-04T09:00:00Z')
};

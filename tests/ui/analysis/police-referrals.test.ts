import { expect, it } from 'vitest';
import type { PoliceReferral, Received } from '#lib/domain/police-referral.ts';
import { costLines, policeReferralView } from '#lib/ui/analysis/police-referrals.ts';
import { loadReference } from '#lib/server/reference.ts';

const round = { periodStart: '2022-07-01', periodEnd: '2024-03-31' };
const agder: Received = { district: 'Agder', value: 9, reported: 25, expected: 25, outside: 0 };
const east: Received = { district: 'Sør-Øst', value: 60, reported: 41, expected: 41, outside: 0 };
const referral = (one: Partial<PoliceReferral>): PoliceReferral => ({
  ...{ district: 'Agder', unit: 'cases', value: 12, from: '2022-07-01', to: '2024-03-31', source: 'brev', ...one }
});
const view = (received: Received[], referrals: PoliceReferral[]) =>
  policeReferralView({ received, referrals }, { round, language: 'nb' });

it('finds how many of the referred were received when every district can be held against it', () => {
  const { title, table } = view([agder, east], [referral({}), referral({ district: 'Sør-Øst', value: 60 })]);
  expect(title).toBe('Kommunene mottok 69 saker av de 72 henviste');
  expect(table.rows[0]?.cells).toEqual([
    '12 saker 1. juli 2022–31. mars 2024 (brev)',
    '9 saker',
    '25 av 25',
    'Kommunene mottok 9 saker av 12 henviste.'
  ]);
  expect(table.rows[1]?.cells[3]).toBe('Like mange saker er henvist og mottatt.');
});

it('adds nothing up while a district is unknown, and says what is missing of each', () => {
  const persons = referral({ district: 'Sør-Øst', unit: 'persons', value: 1 });
  const { title, table } = view([agder, east], [referral({}), persons]);
  expect(title).toBe('Henviste saker i rundens periode er oppgitt for 1 av 2 politidistrikt');
  expect(table.rows[1]?.cells[0]).toMatch(/^1 person /);
  expect(table.rows[1]?.cells[3]).toMatch(/^Bare personer er oppgitt/);
  expect(view([agder], []).title).toBe('Ingen har ennå oppgitt hvor mange som er henvist');
  const elsewhere = view([{ ...agder, outside: 2 }], [referral({})]);
  expect(elsewhere.table.rows[0]?.cells.slice(2)).toEqual([
    '25 av 25. 2 kommuner i distriktet er ikke med her',
    'Noen av kommunene i distriktet er ikke med her. De kan ha mottatt resten.'
  ]);
});

it('asks about the sources where more was received than referred', () => {
  const { title, table } = view([agder], [referral({ value: 3 })]);
  expect(title).toBe('Kommunene mottok 9 saker, flere enn de 3 henviste');
  expect(table.rows[0]?.cells[3]).toMatch(/^Kommunene mottok flere/);
});

it('shows what was published of the costs, each once, with its words and source', () => {
  const lines = costLines(loadReference('data').facts, 'nb');
  expect(lines.map(({ id }) => id)).toEqual(['N03', 'N04', 'N05', 'L04', 'N06']);
  expect(lines[2]?.text.replaceAll('\u00a0', ' ')).toMatch(
    /^Rammetilskudd til kommunene: 100 000 000 kr, Norge, 2022\. «Kommunene har fått.*\(korus\.no/
  );
});

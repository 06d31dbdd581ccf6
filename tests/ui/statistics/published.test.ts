import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FactCheckResult } from '#lib/domain/fact-check.ts';
import { parsePublishedFacts } from '#lib/domain/published-fact.ts';
import type { Round } from '#lib/domain/round.ts';
import { publishedPart } from '#lib/ui/statistics/published.ts';
import { smallRows, smallScene } from '../../support/small-scene.ts';

const facts = parsePublishedFacts(readFileSync('data/facts.csv', 'utf8'));
const geography = { korusRegions: [{ id: 'sor' as const, name: 'KORUS Sør', shortName: 'Sør' }] };
const scene = smallScene('public');
const round: Round = {
  id: 'liten-2024',
  korusRegion: 'sor',
  slug: '2024',
  name: 'Liten region 2024',
  questionnaireId: 'rer-core',
  questionnaireVersion: 1,
  periodStart: '2022-07-01',
  periodEnd: '2024-03-31',
  opensAt: new Date('2024-04-01'),
  deadlineAt: new Date('2024-05-01'),
  closesAt: new Date('2024-06-01'),
  freezesAt: new Date('2024-06-01'),
  dataKind: 'synthetic',
  openedAt: new Date('2024-04-01'),
  copiedFrom: null,
  addon: []
};

async function part() {
  return publishedPart(await smallRows('public'), scene, round, { facts, checks: [contradiction], geography });
}

const contradiction: FactCheckResult = {
  id: 'silent',
  relation: 'difference',
  kind: 'contradiction',
  holds: false,
  factIds: ['S03', 'S01', 'S02'],
  stated: 22,
  computed: 24,
  difference: 2,
  shares: []
};

test('each published figure stands beside ours, with its words and where they are from', async () => {
  const { facts: shown } = await part();
  expect(shown.find(({ id }) => id === 'S04')).toEqual({
    id: 'S04',
    label: 'Mottatte saker',
    published: '71',
    ours: '8',
    quote: 'Til sammen har de rådgivende enhetene i kommunene mottatt 71 saker fra påtalemyndighetene.',
    source: 'korus.no, "Vet mer om RER", KORUS sør, published 2024-09-04'
  });
  expect(shown.find(({ id }) => id === 'S03')).toMatchObject({ published: '22', ours: '2' });
});

test('a contradiction between published figures is told as one', async () => {
  const { checks } = await part();
  expect(checks).toHaveLength(1);
  expect(checks[0]?.verdict).toBe('contradicts');
  expect(checks[0]?.sentence).toMatch(/^66 − 42 = 24, men publisert er 22/);
});

test('a round of another time or place has none', async () => {
  const earlier = { ...round, periodEnd: '2020-12-31' };
  const none = publishedPart(await smallRows('public'), scene, earlier, { facts, checks: [contradiction], geography });
  expect(none).toEqual({ facts: [], checks: [] });
});

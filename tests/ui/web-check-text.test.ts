import { expect, it } from 'vitest';
import { refusals, type WebCheck } from '#lib/domain/web-check.ts';
import { webCheckText } from '#lib/ui/web-check-text.ts';

const found = (outcome: WebCheck['outcome'], detail: string | null = null): WebCheck => ({
  ...{ address: 'skien.kommune.no/rer', checkedAt: new Date('2025-01-20T12:00:00Z'), outcome, detail }
});

it('says which page, what was found and when', () => {
  const text = webCheckText(found('unnamed'), 'nb');
  expect(text).toContain('skien.kommune.no/rer: Siden svarer, men nevner verken');
  expect(text).toMatch(/Sjekket automatisk 20\. januar 2025/);
  expect(webCheckText(found('missing', '404'), 'nn')).toContain('Sida finst ikkje (nettstaden svara 404).');
});

it.each([
  ...refusals.map((why) => ['refused', why] as const),
  ...(['name', 'connection', 'time'] as const).map((why) => ['silent', why] as const)
])('has a sentence for %s, %s in both languages', (outcome, why) => {
  for (const language of ['nb', 'nn'] as const) {
    expect(webCheckText(found(outcome, why), language)).not.toContain('undefined');
  }
});

import { expect, it } from 'vitest';
import {
  bounceReasonText,
  eventCodeText,
  letterProblemText,
  noteProblemText
} from '#lib/ui/follow-up/follow-up-text.ts';

it('says why mail came back', () => {
  expect(bounceReasonText('told', 'nb')).toBe('meldt av rådgiver');
  expect(bounceReasonText('550 5.1.1', 'nn')).toBe('adressa finst ikkje');
  expect(bounceReasonText('550', 'nb')).toBe('mottakeren avviser e-posten (550)');
});

it('says why a letter was not sent, and shows a code it does not know', () => {
  expect(eventCodeText('answered', 'nb')).toBe('har svart');
  expect(eventCodeText('cancelled', 'nb')).toBe('utsendingen ble avlyst');
  expect(eventCodeText('451 4.7.1', 'nb')).toBe('451 4.7.1');
  expect(eventCodeText(null, 'nb')).toBe('');
});

it('names the field and the value of a problem', () => {
  expect(noteProblemText({ field: 'nextDate', kind: 'not_day', value: 'i morgen' }, 'nb')).toContain('«i morgen»');
  expect(noteProblemText({ field: 'promisedFor', kind: 'missing' }, 'nb')).toContain('lovet');
  expect(letterProblemText({ field: 'body', kind: 'unknown', value: '{navn}' }, 'nb')).toContain('{navn}');
  expect(letterProblemText({ field: 'body', kind: 'link_missing' }, 'nn')).toContain('{lenke}');
});

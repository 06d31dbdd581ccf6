import { expect, it } from 'vitest';
import { errorSentence } from '#lib/i18n/error-sentence.ts';

it.each(['not-found', 'round-closed', 'unreadable', 'too-large', 'foreign', 'too-many', 'step-changed'])(
  '%s has a sentence of its own in both languages',
  (code) => {
    for (const language of ['nb', 'nn'] as const) {
      expect(errorSentence({ code }, language)).not.toBe(errorSentence({ code: 'unexpected' }, language));
    }
  }
);

it.each([
  [1, 'ett minutt', 'eitt minutt'],
  [60, 'ett minutt', 'eitt minutt'],
  [61, '2 minutter', '2 minutt'],
  [900, '15 minutter', '15 minutt']
])('%d seconds are told as whole minutes', (retryAfter, nb, nn) => {
  expect(errorSentence({ code: 'too-many', retryAfter }, 'nb')).toContain(`om ${nb}.`);
  expect(errorSentence({ code: 'too-many', retryAfter }, 'nn')).toContain(`om ${nn}.`);
});

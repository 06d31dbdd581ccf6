import { describe, expect, it } from 'vitest';
import { letterLanguages } from '#lib/domain/case/dispatch.ts';
import { noticeLetter, summonsLetter } from '#lib/i18n/case-letter/letter.ts';
import { letterPdf } from '#lib/server/dispatch/letter-pdf.ts';
import { noticeFacts, summonsFacts } from '../../support/letter-facts.ts';
import { textOfPdf } from '../../support/pdf-text.ts';

const at = new Date('2026-11-23T09:00:00Z');

describe.each(letterLanguages)('a letter as PDF in %s', (language) => {
  it('is tagged, in its language, on one page, and can be read out whole', async () => {
    const longest = { ...summonsFacts, missedAt: at, isUnder18: true };
    for (const letter of [summonsLetter(longest, language), noticeLetter(noticeFacts, language)]) {
      const bytes = await letterPdf(letter, at, { isCompressed: false });
      const pdf = bytes.toString('latin1');
      expect(pdf).toContain('/Marked true');
      expect(pdf).toContain('/Count 1\n');
      expect(pdf).toContain(`/Lang (${language})`);
      for (const type of ['Document', 'H1', 'P', 'Table', 'TH', 'TD']) expect(pdf).toContain(`/S /${type}\n`);
      const text = textOfPdf(bytes);
      const said = [...letter.receiver, ...letter.sender, letter.heading, ...letter.opening, ...letter.facts.flat()];
      const parts = letter.parts.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
      for (const one of [...said, ...parts, ...letter.closing])
        expect(text.replaceAll(/\s/g, '')).toContain(one.replaceAll(/\s/g, ''));
    }
  });
});

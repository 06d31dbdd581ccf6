import { describe, expect, it } from 'vitest';
import { receiptPdf, type ReceiptText } from '#lib/server/receipt-pdf.ts';
import { textOfPdf } from '../support/pdf-text.ts';

const receipt: ReceiptText = {
  lang: 'nn',
  title: 'Kvittering for Kárášjohka – Øygarden',
  subtitle: 'Rådgjevande eining · Region Sør 2024',
  facts: [['Versjon', '2']],
  parts: [
    {
      title: 'Svara dykkar',
      headings: ['Spørsmål', 'Svar'],
      rows: [
        ['Mottekne saker', '4'],
        ['Behandla saker', '0 (stadfesta ingen)'],
        ['Kvar er eininga?', 'Porsáŋgu – «helse» æøåÆØÅ']
      ]
    }
  ],
  hash: { title: 'Kontrollsum', value: 'a0'.repeat(32), means: 'Viser at svaret ikkje er endra.' },
  page: (page, pages) => `Side ${page} av ${pages}`,
  at: new Date('2025-01-06T12:00:00Z')
};
const made = (over: Partial<ReceiptText> = {}) => receiptPdf({ ...receipt, ...over }, { isCompressed: false });

describe('a receipt as PDF', () => {
  it('is tagged, in its language, and shows its title', async () => {
    const pdf = (await made()).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Lang (nn)');
    expect(pdf).toContain('/DisplayDocTitle true');
  });

  it('has headings, paragraphs and tables whose headings say what they head', async () => {
    const pdf = (await made()).toString('latin1');
    for (const type of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(pdf).toContain(`/S /${type}\n`);
    expect(pdf).toContain('/Scope /Column');
    expect(pdf).toContain('/Scope /Row');
  });

  it('holds its fonts, and every word and figure can be read out of it', async () => {
    const bytes = await made();
    expect(bytes.toString('latin1')).toContain('/FontFile2');
    const text = textOfPdf(bytes);
    for (const [label, value] of [...receipt.facts, ...(receipt.parts[0]?.rows ?? [])]) {
      expect(text).toContain(label);
      expect(text).toContain(value);
    }
    expect(text).toContain(receipt.title);
    expect(text).toContain(receipt.hash.value);
    expect(text).toContain('Side 1 av 1');
  });

  it('goes on over pages when the answers are many', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`Spørsmål ${index}`, `svar ${index}`] as const);
    const text = textOfPdf(await made({ parts: [{ title: 'Svar', headings: ['Spørsmål', 'Svar'], rows }] }));
    for (const [question, answer] of rows) expect(text).toContain(`${question}\n${answer}\n`);
    expect(text).toMatch(/Side 4 av \d/);
  });

  it('is the same file for the same receipt', async () => {
    expect((await made()).equals(await made())).toBe(true);
  });
});

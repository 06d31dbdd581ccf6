import type { LetterDocument } from '#lib/domain/case/letter-document.ts';
import { taggedPdf } from '#lib/server/tagged-pdf.ts';

const factWidths = [30, 70];

/** A letter as a tagged PDF/A in its own language; the receiver stands first, where a window envelope shows it. */
export function letterPdf(letter: LetterDocument, at: Date, options: { isCompressed?: boolean } = {}): Promise<Buffer> {
  const { lang, title, page, receiver, sender, date, opening, facts, parts, closing } = letter;
  return taggedPdf(
    { title, lang, at, page },
    ({ heading, paragraph, lines, table }) => {
      lines(receiver);
      lines(sender);
      paragraph(date);
      heading('H1', letter.heading);
      opening.forEach(paragraph);
      table({ headings: null, rows: facts, widths: factWidths });
      for (const part of parts) {
        heading('H2', part.heading);
        part.paragraphs.forEach(paragraph);
      }
      lines(closing);
    },
    { ...options, isArchival: true }
  );
}

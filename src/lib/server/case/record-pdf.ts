import type { CaseRecord } from '#lib/domain/case/case-archive.ts';
import { taggedPdf } from '#lib/server/tagged-pdf.ts';

const factWidths = [35, 65];
const rowSize = 9;

/** A document about a case as PDF/A-2a. */
export function recordPdf(record: CaseRecord, at: Date, options: { isCompressed?: boolean } = {}): Promise<Buffer> {
  const { lang, title, page } = record;
  return taggedPdf(
    { title, lang, at, page },
    ({ heading, paragraph, table }) => {
      heading('H1', record.heading);
      paragraph(record.lead);
      table({ headings: null, rows: record.facts, widths: factWidths });
      for (const { heading: name, headings, rows, widths, none } of record.parts) {
        heading('H2', name);
        if (rows.length === 0) paragraph(none);
        else table({ headings, rows, widths, size: rowSize });
      }
    },
    { ...options, isArchival: true }
  );
}

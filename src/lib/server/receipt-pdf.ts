import { taggedPdf } from './tagged-pdf.ts';

/** What stands on a receipt, in words. `lang` is the language of all of it. */
export type ReceiptText = {
  lang: string;
  title: string;
  subtitle: string;
  facts: readonly Row[];
  parts: readonly { title: string; headings: Row; rows: readonly Row[] }[];
  hash: { title: string; value: string; means: string };
  page: (page: number, pages: number) => string;
  at: Date;
};
type Row = readonly [label: string, value: string];

const widths = [55, 45];

/** A receipt as a tagged PDF. The same receipt gives the same bytes. */
export function receiptPdf(receipt: ReceiptText, options: { isCompressed?: boolean } = {}): Promise<Buffer> {
  return taggedPdf(
    receipt,
    ({ heading, paragraph, table }) => {
      heading('H1', receipt.title);
      paragraph(receipt.subtitle);
      table({ headings: null, rows: receipt.facts, widths });
      for (const { title, headings, rows } of receipt.parts) {
        heading('H2', title);
        table({ headings, rows, widths });
      }
      heading('H2', receipt.hash.title);
      paragraph(receipt.hash.value);
      paragraph(receipt.hash.means);
    },
    options
  );
}

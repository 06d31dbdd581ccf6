import type { FileValue, ReportReading } from '#lib/domain/release-reading.ts';
import { reportDocx } from './release-files/report-docx.ts';
import { reportPdf } from './release-files/report-pdf.ts';
import { workbookFile, type Sheet } from './workbook.ts';

/** A county's package in words and tables; `mark` of a sheet says whom it is for. */
type PackageContent = {
  reading: ReportReading;
  sheets: readonly {
    name: string;
    mark: string;
    headings: readonly string[];
    rows: readonly (readonly FileValue[])[];
  }[];
};
const office = 'application/vnd.openxmlformats-officedocument';
const formats = {
  xlsx: { type: `${office}.spreadsheetml.sheet`, write: workbookOf },
  docx: {
    type: `${office}.wordprocessingml.document`,
    write: ({ reading }: PackageContent) => firstOf(reportDocx(reading))
  },
  pdf: { type: 'application/pdf', write: ({ reading }: PackageContent) => firstOf(reportPdf(reading)) }
} as const;

type PackageFormat = keyof typeof formats;
export const packageFormats = ['xlsx', 'docx', 'pdf'] as const satisfies readonly PackageFormat[];

/** The package as a file, with its media type. */
export async function packageFile(
  format: PackageFormat,
  content: PackageContent
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { type, write } = formats[format];
  return { type, bytes: await write(content) };
}

async function firstOf(written: ReturnType<typeof reportPdf>): Promise<Uint8Array<ArrayBuffer>> {
  const [file] = await written;
  if (!file) throw new Error('no file of the package');
  return new Uint8Array(typeof file.bytes === 'string' ? Buffer.from(file.bytes) : file.bytes);
}

const widest = 60;

function workbookOf({ sheets }: PackageContent): Promise<Uint8Array<ArrayBuffer>> {
  return workbookFile(
    sheets.map(({ name, mark, headings, rows }): Sheet => ({
      name,
      isMarked: true,
      rows: [[mark], headings, ...rows],
      widths: headings.map((heading, column) =>
        widthOf(
          heading,
          rows.map((cells) => cells[column] ?? null)
        )
      )
    }))
  );
}

/** Wide enough for most of what stands in the column, and for each word of its heading; longer texts are on several lines. */
function widthOf(heading: string, cells: readonly FileValue[]): number {
  const words = heading.split(' ').map((word) => word.length);
  const lengths = cells.map((cell) => (cell === null ? 0 : String(cell).length));
  return Math.min(widest, Math.max(10, ...words, ...lengths) + 2);
}

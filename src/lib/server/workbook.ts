import writeExcelFile from 'write-excel-file/node';
import { stillZip } from './still-zip.ts';

/**
 * A sheet of a workbook: its first row is its heading, or its first two where it is marked: then the first is a line across
 * the columns. Numbers stay numbers, and what is null is left empty.
 */
export type Sheet = {
  name: string;
  rows: readonly (readonly (string | number | null)[])[];
  widths: readonly number[];
  isMarked?: boolean;
};
type Cells = Sheet['rows'][number];

/** A workbook as a file for Excel and other spreadsheets; the same sheets give the same bytes. */
export async function workbookFile(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const made = await writeExcelFile(
    sheets.map(({ name, rows, widths, isMarked = false }) => ({
      sheet: name,
      stickyRowsCount: isMarked ? 2 : 1,
      ...(isMarked && { orientation: 'landscape' as const }),
      columns: widths.map((width) => ({ width })),
      data: rows.map((cells, index) =>
        cellsOf(cells, { isHeading: index <= (isMarked ? 1 : 0), isLine: isMarked && index === 0 })
      )
    }))
  ).toBuffer();
  return stillZip(made);
}

function cellsOf(cells: Cells, { isHeading, isLine }: { isHeading: boolean; isLine: boolean }) {
  return cells.map((value) => {
    if (value === null || value === '') return null;
    const look = isHeading ? ({ fontWeight: 'bold', wrap: !isLine } as const) : {};
    return typeof value === 'number'
      ? { value, type: Number, ...look }
      : { value, type: String, wrap: value.length > 60, alignVertical: 'top' as const, ...look };
  });
}

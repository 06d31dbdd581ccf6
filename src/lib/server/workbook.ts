import writeExcelFile from 'write-excel-file/node';
import { stillZip } from './still-zip.ts';

/** A sheet of a workbook: its first row is its heading. Numbers stay numbers, and what is null is left empty. */
export type Sheet = { name: string; rows: readonly (readonly (string | number | null)[])[]; widths: readonly number[] };

/** A workbook as a file for Excel and other spreadsheets; the same sheets give the same bytes. */
export async function workbookFile(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const made = await writeExcelFile(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: rows.map((cells, index) =>
        cells.map((value) => {
          if (value === null || value === '') return null;
          const look = index === 0 ? ({ fontWeight: 'bold', wrap: true } as const) : {};
          return typeof value === 'number'
            ? { value, type: Number, ...look }
            : { value, type: String, wrap: value.length > 60, alignVertical: 'top' as const, ...look };
        })
      )
    }))
  ).toBuffer();
  return stillZip(made);
}

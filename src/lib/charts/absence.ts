/** Why there is no figure: `missing` was never given, `withheld` is known but not shown. Neither is ever a zero. */
const absences = ['missing', 'withheld'] as const;
export type Absence = (typeof absences)[number];

export function isAbsent(value: unknown): value is Absence {
  return absences.some((absence) => absence === value);
}

/** The rows of which a figure is known, with it; the others are left out. */
export function known<Row, Value>(
  rows: readonly Row[],
  figure: (row: Row) => Value | Absence
): { row: Row; value: Value }[] {
  return rows.flatMap((row) => {
    const value = figure(row);
    return isAbsent(value) ? [] : [{ row, value }];
  });
}

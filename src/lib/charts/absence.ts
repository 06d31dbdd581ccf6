/**
 * Why there is no figure: `missing` was never given, `withheld` is known but not shown, `none` was answered and is of nothing, as
 * a share of no cases. None of them is ever a zero.
 */
const absences = ['missing', 'withheld', 'none'] as const;
export type Absence = (typeof absences)[number];

export function isAbsent(value: unknown): value is Absence {
  return absences.some((absence) => absence === value);
}

/** How the place of a figure is filled where there is none: what was answered is never hatched. */
export function absenceTone(value: unknown): 'missing' | 'none' {
  return value === 'none' ? 'none' : 'missing';
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

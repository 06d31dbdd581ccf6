/** What the browser does with a correction at once; without it the form is sent to be checked again. */
export type SheetEdit = {
  use: (column: number, use: string) => void;
  correct: (line: number, column: number, value: string) => void;
  change: (line: number, changed: { isSkipped?: boolean; replaces?: number | null }) => void;
};

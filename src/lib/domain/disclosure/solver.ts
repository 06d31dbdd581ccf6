/** The sum of some columns lies between two values, ends included. Infinity: no limit. */
export type Constraint = { columns: readonly number[]; least: number; most: number };

/** What a reader knows: the limits of each column, and of sums of columns. */
export type System = { columns: readonly { least: number; most: number }[]; constraints: readonly Constraint[] };

/** A sum of columns with factors, to be made as small or as great as it can be. */
export type Objective = { columns: readonly number[]; factors?: readonly number[]; sense: 'least' | 'greatest' };

/**
 * The best a solver found. `value` is a bound that no table passes, `table` one that reaches it, as far as the solver
 * says: nothing is believed before it is checked. `binding` are the constraints that hold the value where it is.
 */
export type Optimum = { value: number; table: ArrayLike<number>; binding: readonly number[] };

/**
 * One system, asked many times. `fractional` allows tables that are not whole numbers, which is quick; null: no answer
 * within the limits of the solver.
 */
export type Session = {
  optimum: (objective: Objective, kind: 'fractional' | 'whole') => Optimum | null;
  close: () => void;
};

/** Solves linear systems in fractions and in whole numbers. Same questions, same answers. */
export type Solver = { open: (system: System) => Session };

/** Throws away the part of a value that is no more than the solver's inexactness. */
export const inexactness = 1e-6;

/** The table in whole numbers when it is one and obeys every limit of the system exactly; else null. */
export function wholeTable(system: System, table: ArrayLike<number>): readonly number[] | null {
  const whole = system.columns.map((_, column) => Math.round(table[column] ?? NaN));
  const isNear = whole.every((value, column) => Math.abs(value - (table[column] ?? NaN)) <= inexactness);
  return isNear && obeys(system, whole) ? whole : null;
}

/** Whether a table keeps within every limit of a system, exactly. */
export function obeys({ columns, constraints }: System, table: readonly number[]): boolean {
  const isWithin = (value: number, { least, most }: { least: number; most: number }) => value >= least && value <= most;
  return (
    columns.every((limits, column) => isWithin(table[column] ?? NaN, limits)) &&
    constraints.every((constraint) => isWithin(sumOf(table, constraint.columns), constraint))
  );
}

/** The sum of some columns in a table. */
export function sumOf(table: readonly number[], columns: readonly number[]): number {
  let sum = 0;
  for (const column of columns) sum += table[column] ?? 0;
  return sum;
}

/** Asks one system as often as the work wants to. */
export function within<Result>(solver: Solver, system: System, work: (session: Session) => Result): Result {
  const session = solver.open(system);
  try {
    return work(session);
  } finally {
    session.close();
  }
}

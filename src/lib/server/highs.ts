import loadHighs, { type Highs, type Model, type VariableType } from 'highs';
import type { Objective, Optimum, Session, Solver, System } from '#lib/domain/disclosure/solver.ts';

/** Enough for every table met; a question that needs more counts as unanswered, so that the answer is always the same. */
const most = { nodes: 500, iterations: 100_000 };
/** A dual below this is none. */
const bindsFrom = 1e-7;

let loading: Promise<Highs> | undefined;

/** HiGHS, compiled to WebAssembly and loaded once. It runs in the thread that asks. */
export async function loadSolver(): Promise<Solver> {
  loading ??= loadHighs();
  const highs = await loading;
  return { open: (system) => sessionOf(highs, system) };
}

function sessionOf(highs: Highs, system: System): Session {
  const count = system.columns.length;
  const model = modelOf(highs, system);
  const { continuous, integer } = highs.constants.variableType;
  const setKind = switchOf(model, count, { fractional: continuous, whole: integer });
  const { minimize, maximize } = highs.constants.objectiveSense;
  return {
    optimum(objective, kind) {
      setKind(kind);
      model.changeColsCost({ kind: 'range', from: 0, to: count - 1 }, costsOf(objective, count));
      model.changeObjectiveSense(objective.sense === 'least' ? minimize : maximize);
      model.run();
      return model.getModelStatus() === highs.constants.modelStatus.optimal ? optimumOf(model, kind) : null;
    },
    close: () => model.dispose()
  };
}

function modelOf(highs: Highs, { columns, constraints }: System): Model {
  const finite = (value: number) => (value === Infinity ? highs.infinity : value);
  const starts = [0];
  for (const constraint of constraints) starts.push((starts.at(-1) ?? 0) + constraint.columns.length);
  const indices = constraints.flatMap((constraint) => constraint.columns);
  const model = highs.createModel({
    numCols: columns.length,
    numRows: constraints.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(({ least }) => least),
    colUpper: columns.map((column) => finite(column.most)),
    rowLower: constraints.map(({ least }) => least),
    rowUpper: constraints.map((constraint) => finite(constraint.most)),
    matrix: {
      format: 'csr',
      numRows: constraints.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(indices, () => 1)
    }
  });
  model.options.set({
    output_flag: false,
    presolve: 'off',
    solver: 'simplex',
    mip_max_nodes: most.nodes,
    simplex_iteration_limit: most.iterations
  });
  return model;
}

function switchOf(model: Model, count: number, types: Record<'fractional' | 'whole', VariableType>) {
  let current: 'fractional' | 'whole' = 'fractional';
  return (kind: 'fractional' | 'whole') => {
    if (kind === current) return;
    const all = Array.from({ length: count }, () => types[kind]);
    model.changeColsIntegrality({ kind: 'range', from: 0, to: count - 1 }, all);
    current = kind;
  };
}

function costsOf({ columns, factors }: Objective, count: number): Float64Array {
  const costs = new Float64Array(count);
  columns.forEach((column, index) => (costs[column] = factors?.[index] ?? 1));
  return costs;
}

/** Duals tell what binds in fractions only. */
function optimumOf(model: Model, kind: 'fractional' | 'whole'): Optimum {
  const { colValue, rowDual } = model.getSolution();
  const binding = kind === 'whole' ? [] : [...rowDual.keys()].filter((row) => Math.abs(rowDual[row] ?? 0) > bindsFrom);
  return { value: model.getObjectiveValue(), table: colValue, binding };
}

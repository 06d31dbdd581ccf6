import type { Attacker } from './attacker.ts';
import { valueOf, type Model } from './model.ts';
import { isEndMet, isMet, mayBeMet, senses, type Failure, type Need, type Range, type Sense } from './need.ts';
import { inwards } from './range.ts';
import { obeys, sumOf, wholeTable, within, type Objective, type Session, type Solver, type System } from './solver.ts';

/** A need, and the smallest and greatest value that its sum was seen to have. */
type Search = { need: Need; seen: Range };
/** Where a question is asked. */
type Desk = { attacker: Attacker; session: Session; searches: readonly Search[]; tables: Tables };

/** Tables in whole numbers that were found: what they proved of one pattern they may prove of the next. */
export type Tables = (readonly number[])[];

/** More questions than this that meet many needs at once are not asked; what is left is asked one by one. */
const mostSweeps = 60;
/** Most needs are for a sum from 0 to 4 or 5. */
const usualRoom = 5;

/**
 * The needs that are not met. A need counts as met only by tables in whole numbers that obey everything the attacker
 * knows, checked here one by one: an error of the solver can hide too much, never too little.
 */
export function failuresOf(
  model: Model,
  attacker: Attacker,
  needs: readonly Need[],
  { solver, tables }: { solver: Solver; tables: Tables }
): Failure[] {
  const searches = searchesOf(model, needs);
  for (const table of tables) if (obeys(attacker.system, table)) note(searches, table);
  within(solver, narrowed(model, attacker.system, needs), (session) => {
    const desk = { attacker, session, searches, tables };
    sweep(desk);
    for (const search of searches) askForBoth(desk, search);
  });
  const open = searches.filter(({ need, seen }) => !isMet(need, seen));
  if (open.length === 0) return [];
  return within(solver, attacker.system, (session) =>
    open.flatMap((search) => failureOf({ attacker, session, searches: open, tables }, search) ?? [])
  );
}

/**
 * Which needs are shown to be met by questions about many at once (`many`), and about each that is left (`each`), with
 * little room in every column. The others may be met, too.
 */
export function easilyMet(
  model: Model,
  attacker: Attacker,
  needs: readonly Need[],
  { solver, effort }: { solver: Solver; effort: 'many' | 'each' }
): Need[] {
  const searches = searchesOf(model, needs);
  within(solver, narrowed(model, attacker.system, needs), (session) => {
    const desk = { attacker, session, searches, tables: [] };
    sweep(desk);
    if (effort === 'each') for (const search of searches) askForBoth(desk, search);
  });
  return searches.flatMap(({ need, seen }) => (isMet(need, seen) ? [need] : []));
}

function searchesOf({ columns }: Model, needs: readonly Need[]): Search[] {
  return needs.map((need) => {
    const value = valueOf(columns, need.columns);
    return { need, seen: { least: value, greatest: value } };
  });
}

/** The same with little room in every column: one table then changes many of them, and so meets many needs. */
function narrowed({ columns }: Model, system: System, needs: readonly Need[]): System {
  const room = columns.map(({ value }) => value + 1);
  for (const need of needs) {
    if (need.kind === 'another') continue;
    const wanted = Math.min(need.atLeast, usualRoom);
    for (const column of need.columns) room[column] = Math.max(room[column] ?? 0, wanted);
  }
  const narrow = system.columns.map(({ least, most }, column) => ({
    least,
    most: Math.min(most, room[column] ?? most)
  }));
  return { ...system, columns: narrow };
}

/** As many open needs as a table can meet, again and again, until one more table meets none. */
function sweep(desk: Desk): void {
  for (const sense of senses) {
    for (let round = 0, before = Infinity; round < mostSweeps; round += 1) {
      const open = desk.searches.filter(({ need, seen }) => !isEndMet(need, seen, sense));
      if (open.length === 0 || open.length === before) break;
      before = open.length;
      const columns = [...new Set(open.flatMap(({ need }) => need.columns))].sort((a, b) => a - b);
      ask(desk, { columns, sense }, 'fractional');
    }
  }
}

/** Asks, and keeps what the answer proves: a table in whole numbers shows what every sum can be. */
function ask({ session, attacker, searches, tables }: Desk, objective: Objective, kind: 'fractional' | 'whole') {
  const optimum = session.optimum(objective, kind);
  const table = optimum && wholeTable(attacker.system, optimum.table);
  if (table) {
    tables.push(table);
    note(searches, table);
  }
  return optimum;
}

function note(searches: readonly Search[], table: readonly number[]): void {
  for (const { need, seen } of searches) {
    const value = sumOf(table, need.columns);
    seen.least = Math.min(seen.least, value);
    seen.greatest = Math.max(seen.greatest, value);
  }
}

function askForBoth(desk: Desk, search: Search): void {
  for (const sense of senses) {
    if (!isEndMet(search.need, search.seen, sense)) askForEnd(desk, search, sense);
  }
}

/** How far one end goes in fractions, and the shown cells that hold it there. Nothing is asked that cannot be less. */
function askForEnd(desk: Desk, { need, seen }: Search, sense: Sense): { limit: number; binding: number[] } {
  const floor = need.columns.reduce((sum, column) => sum + (desk.attacker.system.columns[column]?.least ?? 0), 0);
  if (sense === 'least' && seen.least === floor) return { limit: floor, binding: [] };
  const optimum = ask(desk, { columns: need.columns, sense }, 'fractional');
  if (!optimum) return { limit: sense === 'least' ? -Infinity : Infinity, binding: [] };
  const cells = optimum.binding.map((constraint) => desk.attacker.cellOf[constraint] ?? null);
  return { limit: inwards(optimum.value, sense), binding: cells.filter((cell) => cell !== null) };
}

/** Asks in fractions first; in whole numbers only what fractions leave open. */
function failureOf(desk: Desk, search: Search): Failure | null {
  const { need, seen } = search;
  const limits = { ...seen };
  const binding = new Set<number>();
  for (const sense of senses) {
    if (isEndMet(need, seen, sense)) continue;
    const end = askForEnd(desk, search, sense);
    limits[sense] = end.limit;
    for (const cell of end.binding) binding.add(cell);
  }
  for (const sense of senses) {
    const isOpen = !isEndMet(need, seen, sense) && mayBeMet(need, limits, seen, sense);
    if (isOpen) ask(desk, { columns: need.columns, sense }, 'whole');
  }
  return isMet(need, seen) ? null : { need, ...limits, binding: [...binding] };
}

import { startEngine, type BrowserEngine } from '#lib/client/duckdb.ts';
import { mostOwnRows, ownStatement, ownValue, type OwnStatementProblem } from '#lib/stats/own-statement.ts';

export type OwnProblem = OwnStatementProblem | 'syntax' | 'unknown' | 'too_long' | 'other';
/** What a statement was answered with; `said` is the engine's own sentence. */
export type OwnAnswer =
  { columns: string[]; rows: string[][]; hasMore: boolean } | { problem: OwnProblem; said: string | null };

const longestMs = 10_000;

/** An engine for statements of one's own; one that takes too long is ended and started anew. */
export class OwnEngine {
  private readonly tables: Readonly<Record<string, string>>;
  private engine: Promise<BrowserEngine>;

  constructor(tables: Readonly<Record<string, string>>) {
    this.tables = tables;
    this.engine = startEngine(tables);
  }

  /** Resolves when it can be asked; fails where it cannot start. */
  async ready(): Promise<void> {
    await this.engine;
  }

  /** Answers a statement, or tells why not. */
  async ask(text: string): Promise<OwnAnswer> {
    const own = ownStatement(text);
    if ('problem' in own) return { problem: own.problem, said: null };
    const engine = await this.engine;
    const rows = engine.run<Record<string, unknown>>({ sql: own.sql, params: [] });
    try {
      const answer = await Promise.race([rows, late()]);
      if (answer !== 'late') return told(answer);
      await this.close();
      this.engine = startEngine(this.tables);
      return { problem: 'too_long', said: null };
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      return { problem: kindOf(said), said };
    }
  }

  /** Ends the engine's worker. */
  async close(): Promise<void> {
    await (await this.engine).close();
  }
}

function told(rows: Record<string, unknown>[]): OwnAnswer {
  const columns = Object.keys(rows[0] ?? {});
  const shown = rows.slice(0, mostOwnRows).map((row) => columns.map((column) => ownValue(row[column])));
  return { columns, rows: shown, hasMore: rows.length > mostOwnRows };
}

function kindOf(said: string): OwnProblem {
  if (said.startsWith('Parser Error')) return 'syntax';
  return /^(Binder|Catalog) Error/.test(said) ? 'unknown' : 'other';
}

function late(): Promise<'late'> {
  return new Promise((resolve) => setTimeout(() => resolve('late'), longestMs));
}

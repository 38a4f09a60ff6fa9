/** SQLite as far as the library uses it: `node:sqlite`, or a package with the same interface where Node has none. */

export type SqlValue = string | number | null | Uint8Array;

export interface Statement {
  run(...values: SqlValue[]): unknown;
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

export type OpenDatabase = (file: string) => Database;

/** Stands in for `node:sqlite` on runtimes without it; optional, so it may be missing too. */
const DROP_IN = "@photostructure/sqlite";

/** How to open a database on this runtime, `undefined` where it has no SQLite. */
export async function loadSqlite(): Promise<OpenDatabase | undefined> {
  for (const name of ["node:sqlite", DROP_IN]) {
    const loaded = await load(name);
    if (loaded !== undefined) return loaded;
  }
  return undefined;
}

/** Runs `work` in one write transaction: all of it is kept, or nothing. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

function rollBack(database: Database): void {
  try {
    database.exec("ROLLBACK");
  } catch {
    // SQLite has rolled back by itself (disk full, damage); the first error is the one to report.
  }
}

async function load(name: string): Promise<OpenDatabase | undefined> {
  try {
    const loaded: unknown = await import(/* @vite-ignore */ name);
    // Both modules export the class; there is no type to check it with at run time.
    const { DatabaseSync } = loaded as { readonly DatabaseSync: new (file: string) => Database };
    return (file) => new DatabaseSync(file);
  } catch {
    // Not on this runtime.
    return undefined;
  }
}

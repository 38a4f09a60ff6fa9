/** Schema versions of the library database: one numbered file each, run in order. */

import type { Database } from "../library/sqlite.ts";
import { inTransaction } from "../library/sqlite.ts";
import { createDocumentsAndItems } from "./001-documents-and-items.ts";
import { addMarksAndSources } from "./002-marks-and-sources.ts";
import { addItemCorrections } from "./003-item-corrections.ts";

type Migration = (database: Database) => void;

/** Migration n makes version n + 1 out of version n. */
const MIGRATIONS: readonly Migration[] = [createDocumentsAndItems, addMarksAndSources, addItemCorrections];

/** The schema this program works with. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings a database from `version` to `SCHEMA_VERSION`, each step in a transaction of its own. */
export function migrate(database: Database, version: number): void {
  for (const [at, migration] of MIGRATIONS.entries()) {
    if (at < version) continue;
    inTransaction(database, () => {
      migration(database);
      database.exec(`PRAGMA user_version = ${at + 1}`);
    });
  }
}

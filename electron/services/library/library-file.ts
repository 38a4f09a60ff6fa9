/**
 * The database file of the library: made, checked, migrated, and set aside when it is damaged.
 *
 * A file is the library only if it bears the application id; a file of zero length passes SQLite's own checks.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { migrate, SCHEMA_VERSION } from "../migrations/migrate.ts";
import type { Database, OpenDatabase } from "./sqlite.ts";

/** `YAOD`: marks a SQLite file as a library of this application. */
export const APPLICATION_ID = 0x59_41_4f_44;

const FILE = "library.db";
const BUSY_MILLISECONDS = 5_000;
const BACKUPS = "backups";
const BACKUPS_KEPT = 7;
/** Files that belong to a database in WAL mode. */
const SUFFIXES = ["", "-wal", "-shm"];

/** Why the library cannot be used; the user interface has the words. */
export type UnavailableReason =
  | "no-sqlite"
  | "damaged"
  | "newer"
  | "busy"
  | "no-permission"
  | "no-space"
  | "stopped";

/** The library cannot be used, for a reason that is no fault of this program. */
export class LibraryUnavailable extends Error {
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "LibraryUnavailable";
    this.reason = reason;
  }
}

export interface OpenedLibrary {
  readonly database: Database;
  /** Whether a damaged file was replaced by the newest backup. */
  readonly restored: boolean;
}

/**
 * Opens the library in `folder`, which is made if it is missing. A damaged file is renamed and the newest good
 * backup takes its place, as it does for a file that is gone; where there is none, a damaged library throws
 * `LibraryUnavailable`, as every other reason does, and a missing one is made.
 */
export function openLibraryFile(folder: string, open: OpenDatabase, stamp: string): OpenedLibrary {
  const file = join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true });
    if (existsSync(file)) return { database: openChecked(file, folder, open, stamp), restored: false };
    const restored = openBackup(folder, open, stamp);
    if (restored !== undefined) return { database: restored, restored: true };
    createFile(file, open);
    return { database: openChecked(file, folder, open, stamp), restored: false };
  } catch (error) {
    const failure = unavailable(error);
    if (failure.reason !== "damaged") throw failure;
    setAside(folder, stamp);
    const restored = openBackup(folder, open, stamp);
    if (restored === undefined) throw failure;
    return { database: restored, restored: true };
  }
}

/** Copies the library into `backups` unless there is a copy of this day; the newest seven are kept. */
export function backUp(database: Database, folder: string, day: string): void {
  const target = join(folder, BACKUPS, `library-${day}.db`);
  if (existsSync(target)) return;
  mkdirSync(join(folder, BACKUPS), { recursive: true });
  const part = `${target}.part`;
  rmSync(part, { force: true });
  database.prepare("VACUUM INTO ?").run(part);
  renameSync(part, target);
  for (const old of backupsOf(folder).slice(BACKUPS_KEPT))
    rmSync(join(folder, BACKUPS, old), { force: true });
}

/** Renames the database so that it is kept but not opened again: `library-damaged-<stamp>.db`. */
export function setAside(folder: string, stamp: string): void {
  for (const suffix of SUFFIXES) {
    const file = join(folder, FILE + suffix);
    if (existsSync(file)) renameSync(file, join(folder, `library-damaged-${stamp}.db${suffix}`));
  }
}

/** Whether SQLite finds the whole file sound. */
export function isSound(database: Database): boolean {
  const row = database.prepare("PRAGMA quick_check(1)").get() as
    | { readonly quick_check?: unknown }
    | undefined;
  return row?.quick_check === "ok";
}

/** The reason in an error of SQLite or the file system; an error that is neither is a bug and is thrown again. */
export function unavailable(error: unknown): LibraryUnavailable {
  if (error instanceof LibraryUnavailable) return error;
  const reason = reasonOf(error);
  if (reason === undefined) throw error;
  return new LibraryUnavailable(reason, `the library cannot be used: ${String(error)}`, { cause: error });
}

/** Made under another name and renamed, so that a half-made library is never taken for a damaged one. */
function createFile(file: string, open: OpenDatabase): void {
  const part = `${file}.part`;
  for (const suffix of [...SUFFIXES, "-journal"]) rmSync(part + suffix, { force: true });
  const database = open(part);
  try {
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    migrate(database, 0);
  } finally {
    database.close();
  }
  renameSync(part, file);
}

function openChecked(file: string, folder: string, open: OpenDatabase, stamp: string): Database {
  const database = open(file);
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MILLISECONDS}`);
    if (pragma(database, "application_id") !== APPLICATION_ID)
      throw new LibraryUnavailable("damaged", "the file is not a library");
    const version = pragma(database, "user_version");
    if (version > SCHEMA_VERSION)
      throw new LibraryUnavailable("newer", `the library has schema ${version}, known is ${SCHEMA_VERSION}`);
    if (version < 1) throw new LibraryUnavailable("damaged", "the library has no schema");
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    if (version < SCHEMA_VERSION) {
      backUp(database, folder, `${stamp}-schema-${version}`);
      migrate(database, version);
    }
    // Reads a page of each table: a truncated file opens, but does not answer.
    database.prepare("SELECT count(*) FROM items JOIN documents USING (document_id)").get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function openBackup(folder: string, open: OpenDatabase, stamp: string): Database | undefined {
  const file = join(folder, FILE);
  for (const name of backupsOf(folder)) {
    copyFileSync(join(folder, BACKUPS, name), `${file}.part`);
    renameSync(`${file}.part`, file);
    const database = tryOpen(file, folder, open, stamp);
    if (database !== undefined) return database;
    for (const suffix of SUFFIXES) rmSync(file + suffix, { force: true });
  }
  return undefined;
}

function tryOpen(file: string, folder: string, open: OpenDatabase, stamp: string): Database | undefined {
  try {
    const database = openChecked(file, folder, open, stamp);
    if (isSound(database)) return database;
    database.close();
  } catch (error) {
    if (unavailable(error).reason !== "damaged") throw error;
  }
  return undefined;
}

/** Names of the backups, newest first: their names begin with the day. */
function backupsOf(folder: string): readonly string[] {
  const backups = join(folder, BACKUPS);
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => name.endsWith(".db"))
    .sort()
    .reverse();
}

function pragma(database: Database, name: "application_id" | "user_version"): number {
  const row = database.prepare(`PRAGMA ${name}`).get() as Readonly<Record<string, unknown>> | undefined;
  return Number(row?.[name]);
}

/**
 * SQLite result codes (https://sqlite.org/rescode.html), the lower byte of an extended code. All statements are
 * fixed, so the general error 1 (no such column …) means that the stored schema is not what was written.
 */
const SQLITE_REASONS: Readonly<Record<number, UnavailableReason>> = {
  1: "damaged",
  3: "no-permission",
  5: "busy",
  6: "busy",
  8: "no-permission",
  10: "damaged",
  11: "damaged",
  13: "no-space",
  14: "no-permission",
  24: "damaged",
  26: "damaged",
};

const SYSTEM_REASONS: Readonly<Record<string, UnavailableReason>> = {
  EACCES: "no-permission",
  EPERM: "no-permission",
  EROFS: "no-permission",
  EEXIST: "no-permission",
  ENOTDIR: "no-permission",
  EBUSY: "busy",
  ENOSPC: "no-space",
};

function reasonOf(error: unknown): UnavailableReason | undefined {
  if (!(error instanceof Error)) return undefined;
  const { errcode, code } = error as { readonly errcode?: unknown; readonly code?: unknown };
  if (typeof errcode === "number") return SQLITE_REASONS[errcode & 0xff];
  return typeof code === "string" ? SYSTEM_REASONS[code] : undefined;
}

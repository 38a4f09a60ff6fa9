import { basename, join } from "node:path";
import type { ReplyOf } from "../../../src/host/contract.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { fileFailure, isErrno } from "../files/file-failure.ts";
import type { FileSystem } from "../files/file-system.ts";
import { readGuarded } from "../files/read-guarded.ts";
import { decodePlanFile, MAX_PLAN_BYTES, PLAN_ENDING } from "./plan-file.ts";
import type { RecentPlans } from "./recent-plans.ts";

type RecentRow = ReplyOf<"plan.recent">["plans"][number];

/**
 * Recent plans, newest first. Plans in the 文稿 folder that the list does not know (put there by hand, or the list got
 * lost) are added to it; files there that cannot be read as plans are left out.
 */
export async function listRecent(
  files: FileSystem,
  recent: RecentPlans,
  documentsFolder: string,
): Promise<readonly RecentRow[]> {
  for (const path of await plansIn(files, documentsFolder)) {
    if (!(await recent.knows(path))) await addFound(files, recent, path);
  }
  const rows = await Promise.all(
    (await recent.list()).map(async ({ handle, path, title, year, excerpt, editedAt }) => {
      const missing = !(await isThere(files, path));
      return { handle, name: basename(path), title, year, excerpt, editedAt, missing };
    }),
  );
  return rows.sort((one, other) => other.editedAt.localeCompare(one.editedAt));
}

async function plansIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    const names = await files.list(folder);
    return names.filter((name) => name.endsWith(PLAN_ENDING)).map((name) => join(folder, name));
  } catch (error) {
    if (isErrno(error, "ENOENT")) return [];
    throw fileFailure(error, folder);
  }
}

async function addFound(files: FileSystem, recent: RecentPlans, path: string): Promise<void> {
  try {
    const { documentId, plan } = decodePlanFile(
      await readGuarded(files, path, MAX_PLAN_BYTES),
      basename(path),
    );
    const { mtimeMs } = await files.stat(path);
    await recent.remember(path, documentId, plan, new Date(Number(mtimeMs)).toISOString());
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

async function isThere(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).isFile();
  } catch {
    // Whatever keeps it from being looked at keeps it from being opened.
    return false;
  }
}

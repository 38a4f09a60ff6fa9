import { isErrno } from "./file-failure.ts";
import type { FileSystem } from "./file-system.ts";

/** Whether there is anything at a path. */
export async function exists(files: FileSystem, path: string): Promise<boolean> {
  try {
    await files.stat(path);
    return true;
  } catch (error) {
    if (isErrno(error, "ENOENT", "ENOTDIR")) return false;
    throw error;
  }
}

import { basename } from "node:path";
import { HostError } from "../../../src/host/host-error.ts";
import { fileFailure } from "./file-failure.ts";
import type { FileSystem } from "./file-system.ts";

/**
 * Bytes of a regular file of at most `limit` bytes.
 *
 * Fails with `is-folder`, `unsupported` (devices and pipes, which would never end), `too-large`, or the failure of the
 * operating system.
 */
export async function readGuarded(
  files: FileSystem,
  path: string,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const stats = await files.stat(path);
    if (stats.isDirectory()) throw new HostError("is-folder", "a folder, not a file", basename(path));
    if (!stats.isFile()) throw new HostError("unsupported", "not a regular file", basename(path));
    if (stats.size > limit) throw tooLarge(path);
    const bytes = await files.read(path);
    // It may have grown since.
    if (bytes.byteLength > limit) throw tooLarge(path);
    return bytes;
  } catch (error) {
    throw fileFailure(error, path);
  }
}

function tooLarge(path: string): HostError {
  return new HostError("too-large", "file is too large", basename(path));
}

import { dirname } from "node:path";
import type { z } from "zod";
import { HostError } from "../../../src/host/host-error.ts";
import { isErrno } from "./file-failure.ts";
import type { FileSystem } from "./file-system.ts";
import { readGuarded } from "./read-guarded.ts";
import { writeAtomically } from "./write-atomically.ts";

const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Value of a small file of the app's own, `fallback` where there is none. A damaged one is put aside under the name
 * with `.damaged`, never deleted, and gives the fallback.
 */
export async function readJsonFile<T>(
  files: FileSystem,
  path: string,
  schema: z.ZodType<T>,
  fallback: T,
): Promise<T> {
  let bytes: Uint8Array;
  try {
    bytes = await readGuarded(files, path, MAX_BYTES);
  } catch (error) {
    if (error instanceof HostError && error.code === "not-found") return fallback;
    throw error;
  }
  const value = parse(bytes, schema);
  if (value !== undefined) return value;
  await files.rename(path, `${path}.damaged`).catch((error: unknown) => {
    if (!isErrno(error, "ENOENT")) throw error;
  });
  return fallback;
}

function parse<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))).data;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Writes a value, making its folder if it is missing; at every moment the old or the new one is there whole. */
export async function writeJsonFile(files: FileSystem, path: string, value: unknown): Promise<void> {
  await files.makeFolder(dirname(path));
  await writeAtomically(files, { path, bytes: Buffer.from(JSON.stringify(value)) });
}

/** The real file system with one fault, or a fault that stays, at the n-th call. */
import { type FileSystem, nodeFileSystem, type OpenFile } from "../../electron/services/files/file-system.ts";

/** `short-1` and `short-half`: the call writes only a part, as an operating system may, and says so. */
export type FaultKind = "ENOSPC" | "EIO" | "EACCES" | "EBUSY" | "EROFS" | "short-1" | "short-half";
export const FAULT_KINDS: readonly FaultKind[] = [
  "ENOSPC",
  "EIO",
  "EACCES",
  "EBUSY",
  "EROFS",
  "short-1",
  "short-half",
];

export interface Fault {
  readonly kind: FaultKind;
  /** Number of the call that fails, from 1. */
  readonly at: number;
  /** Whether all calls after it fail too. */
  readonly stays: boolean;
}

export interface FaultyFileSystem {
  readonly files: FileSystem;
  /** Calls so far. */
  readonly calls: () => number;
  /** Whether the fault has happened. */
  readonly struck: () => boolean;
}

/** Counts the calls made through `files`, and lets them fail as `fault` says; without one it only counts. */
export function faultyFileSystem(fault?: Fault): FaultyFileSystem {
  let calls = 0;
  let struck = false;
  const strikes = (): boolean => {
    calls += 1;
    const now = fault !== undefined && (fault.stays ? calls >= fault.at : calls === fault.at);
    struck ||= now;
    return now;
  };
  const isShort = fault?.kind.startsWith("short") ?? false;
  const guard =
    <A extends readonly unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (strikes() && !isShort) throw errorOf(fault?.kind ?? "EIO");
      return call(...given);
    };
  const guardFile = (file: OpenFile): OpenFile => ({
    write: async (bytes, offset, length, position) => {
      if (!strikes()) return file.write(bytes, offset, length, position);
      if (!isShort) throw errorOf(fault?.kind ?? "EIO");
      const part = fault?.kind === "short-1" ? 1 : Math.ceil(length / 2);
      return file.write(bytes, offset, part, position);
    },
    size: guard(file.size),
    setMode: guard(file.setMode),
    truncate: guard(file.truncate),
    sync: guard(file.sync),
    syncData: guard(file.syncData),
    // A file that cannot be closed would only leak in the test.
    close: async () => {
      const fails = strikes() && !isShort;
      await file.close();
      if (fails) throw errorOf(fault?.kind ?? "EIO");
    },
  });
  return {
    files: {
      open: guard(async (path, flags, mode) => guardFile(await nodeFileSystem.open(path, flags, mode))),
      read: guard(nodeFileSystem.read),
      stat: guard(nodeFileSystem.stat),
      list: guard(nodeFileSystem.list),
      resolve: guard(nodeFileSystem.resolve),
      rename: guard(nodeFileSystem.rename),
      remove: guard(nodeFileSystem.remove),
      makeFolder: guard(nodeFileSystem.makeFolder),
      isWritable: guard(nodeFileSystem.isWritable),
    },
    calls: () => calls,
    struck: () => struck,
  };
}

/** An error as Node gives it. */
export function errorOf(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code, errno: -1, syscall: "test" });
}

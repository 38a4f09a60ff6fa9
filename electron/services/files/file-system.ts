import { type BigIntStats, constants } from "node:fs";
import { access, mkdir, open, readdir, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import { isErrno } from "./file-failure.ts";

/** An open file; the part of Node's `FileHandle` that saving uses. */
export interface OpenFile {
  readonly write: (
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ) => Promise<{ readonly bytesWritten: number }>;
  readonly size: () => Promise<number>;
  readonly setMode: (mode: number) => Promise<void>;
  readonly truncate: (size: number) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly syncData: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The calls to the file system that saving and the journal make, one field each so that tests can let them fail. */
export interface FileSystem {
  readonly open: (path: string, flags: string, mode?: number) => Promise<OpenFile>;
  readonly read: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly stat: (path: string) => Promise<BigIntStats>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly resolve: (path: string) => Promise<string>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Whether this user may write to a file. */
  readonly isWritable: (path: string) => Promise<boolean>;
  readonly makeFolder: (path: string) => Promise<void>;
}

/** The file system of this machine. */
export const nodeFileSystem: FileSystem = {
  open: async (path, flags, mode) => {
    const handle = await open(path, flags, mode);
    return {
      write: (bytes, offset, length, position) => handle.write(bytes, offset, length, position),
      size: async () => (await handle.stat()).size,
      setMode: (mode) => handle.chmod(mode),
      truncate: (size) => handle.truncate(size),
      sync: () => handle.sync(),
      syncData: () => handle.datasync(),
      close: () => handle.close(),
    };
  },
  read: (path) => readFile(path),
  stat: (path) => stat(path, { bigint: true }),
  list: (folder) => readdir(folder),
  resolve: (path) => realpath(path),
  rename,
  remove: unlink,
  isWritable: async (path) => {
    try {
      await access(path, constants.W_OK);
      return true;
    } catch (error) {
      if (isErrno(error, "EACCES", "EPERM", "EROFS")) return false;
      throw error;
    }
  },
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
};

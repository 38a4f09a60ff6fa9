/** Values of the user interface that are kept between starts. */
import { z } from "zod";
import type { FileSystem } from "./files/file-system.ts";
import { readJsonFile, writeJsonFile } from "./files/json-file.ts";

const settingsSchema = z.record(z.string(), z.json());
type Values = z.infer<typeof settingsSchema>;

export interface Settings {
  readonly get: () => Promise<Values>;
  /** Adds or replaces the values given; others stay. */
  readonly set: (values: Values) => Promise<void>;
}

/** The values in the file at `path`. */
export function openSettings(files: FileSystem, path: string): Settings {
  let turn: Promise<unknown> = Promise.resolve();
  const read = () => readJsonFile(files, path, settingsSchema, {});
  return {
    get: read,
    set: (values) => {
      const done = turn.then(async () => writeJsonFile(files, path, { ...(await read()), ...values }));
      turn = done.catch(() => {
        // Whoever asked is told; the next change starts all the same.
      });
      return done;
    },
  };
}

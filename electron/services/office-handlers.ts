/** The rows of the contract about 本单位信息, which is a file of its own in the data folder. */
import { basename } from "node:path";
import { EMPTY_OFFICE, officeSchema } from "../../src/core/office/office.ts";
import { OFFICE_ENDING, readOffice, writeOffice } from "../../src/core/office/office-file.ts";
import type { Handlers } from "../../src/host/dispatch.ts";
import { HostError } from "../../src/host/host-error.ts";
import type { FileSystem } from "./files/file-system.ts";
import { readJsonFile, writeJsonFile } from "./files/json-file.ts";
import { safeFileName } from "./files/safe-name.ts";
import { writeAtomically } from "./files/write-atomically.ts";

/** Limit of a file to read; an office needs a few kilobytes. */
const MAX_OFFICE_BYTES = 4 * 1024 * 1024;
const UNNAMED_OFFICE = "本单位信息";

type OfficeMethod = Extract<keyof Handlers, `office.${string}`>;

/** Handlers of every `office.` method; `path` is where the office is kept. */
export function officeHandlers(options: {
  readonly files: FileSystem;
  readonly path: string;
  readonly exportPath: (handle: string) => Promise<string>;
}): Pick<Handlers, OfficeMethod> {
  const { files, path, exportPath } = options;
  const read = () => readJsonFile(files, path, officeSchema, EMPTY_OFFICE);
  return {
    "office.get": async () => ({ office: await read() }),
    "office.set": async ({ office }) => {
      await writeJsonFile(files, path, office);
      return {};
    },
    "office.export": async ({ target }) => {
      const office = await read();
      const bytes = new TextEncoder().encode(writeOffice(office));
      if (target.kind === "bytes") {
        const stem = `${office.shortName || office.name}${UNNAMED_OFFICE}`;
        return { name: safeFileName(stem, OFFICE_ENDING) ?? `${UNNAMED_OFFICE}${OFFICE_ENDING}`, bytes };
      }
      const file = await exportPath(target.handle);
      await writeAtomically(files, { path: file, bytes });
      return { name: basename(file), bytes: null };
    },
    "office.read": async ({ name, bytes }) => {
      if (bytes.byteLength > MAX_OFFICE_BYTES) throw new HostError("too-large", "not an office", name);
      const reading = readOffice(new TextDecoder().decode(bytes));
      if (reading.ok) return { office: reading.office };
      const code = reading.reason === "foreign" ? "unsupported-format" : reading.reason;
      throw new HostError(code, reading.detail, name);
    },
  };
}

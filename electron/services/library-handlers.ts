/** The library's rows of the contract. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { planReadingSchema } from "../../src/core/reading/plan-reading.ts";
import { type FailureCode, failureSchema } from "../../src/host/contract.ts";
import type { Handlers } from "../../src/host/dispatch.ts";
import { HostError } from "../../src/host/host-error.ts";
import type { FileSystem } from "./files/file-system.ts";
import { readGuarded } from "./files/read-guarded.ts";
import type { ReadReply, ReadRequest } from "./jobs/task-messages.ts";
import { type Library, LibraryCallFailed, openLibrary } from "./library/library.ts";
import { LibraryUnavailable } from "./library/library-file.ts";
import type { LibraryStatus, SeedDocument } from "./library/messages.ts";

const MAX_MANIFEST_BYTES = 1024 * 1024;
const manifestSchema = z.array(z.object({ file: z.string() }));

export interface LibraryService {
  readonly handlers: Pick<Handlers, "library.suggest" | "library.documents" | "library.add">;
  readonly status: () => Promise<LibraryStatus>;
  /** Plan of a document of the library; fails with `not-found` or `library-unavailable`. */
  readonly planOf: (documentId: string) => Promise<WorkPlan>;
  readonly close: () => Promise<void>;
}

/** The library in `folder`, opened when it is first asked for; a new one begins with the seeds. */
export function openLibraryService(options: {
  readonly files: FileSystem;
  readonly folder: string;
  readonly seedsFolder: string;
  readonly jobFile: string | URL;
  /** Reads a document within bounds of time and memory: the library's own worker must not be held up by one. */
  readonly read: (source: ReadRequest) => Promise<ReadReply>;
}): LibraryService {
  const { files, folder, seedsFolder, jobFile, read } = options;
  let opening: Promise<Library> | undefined;
  const library = () => {
    opening ??= seedsIn(files, seedsFolder).then((seeds) => openLibrary({ folder, jobFile, seeds }));
    return opening;
  };
  const call = async <T>(work: (library: Library) => Promise<T>): Promise<T> => {
    try {
      return await work(await library());
    } catch (error) {
      throw libraryFailure(error);
    }
  };
  return {
    handlers: {
      "library.suggest": async (context) => ({ suggestions: await call((open) => open.suggest(context)) }),
      "library.documents": async () => ({ documents: await call((open) => open.documents()) }),
      "library.add": async (source) => {
        const sourceSha256 = createHash("sha256").update(source.bytes).digest("hex");
        const { reading } = await read(source);
        return call((open) => open.addDocument({ name: source.name, reading, sourceSha256 }));
      },
    },
    status: () => call((open) => open.status()),
    planOf: async (documentId) => {
      const reading = await call((open) => open.reading(documentId));
      if (reading === null) throw new HostError("not-found", "no such document in the library");
      return planReadingSchema.parse(reading).plan;
    },
    close: async () => {
      await (await opening)?.close();
    },
  };
}

async function seedsIn(files: FileSystem, folder: string): Promise<readonly SeedDocument[]> {
  const bytes = await readGuarded(files, join(folder, "manifest.json"), MAX_MANIFEST_BYTES);
  const manifest = manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return manifest.map(({ file }) => ({ name: file, file: join(folder, file) }));
}

function libraryFailure(error: unknown): unknown {
  if (error instanceof LibraryUnavailable) {
    return new HostError("library-unavailable", `${error.reason}: ${error.message}`, null, { cause: error });
  }
  if (error instanceof LibraryCallFailed && isFailureCode(error.code)) {
    return new HostError(error.code, error.message, error.subject, { cause: error });
  }
  return error;
}

function isFailureCode(code: string): code is FailureCode {
  return failureSchema.shape.code.safeParse(code).success;
}

/** The library's rows of the contract. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { type PlanReading, planReadingSchema } from "../../src/core/reading/plan-reading.ts";
import { readingOfPlan } from "../../src/core/reading/reading-of-plan.ts";
import { groupsWith, parseTopicText, SHIPPED_GROUPS, topicText } from "../../src/core/suggest/topic-list.ts";
import type { ReplyOf } from "../../src/host/contract.ts";
import { type FailureCode, failureSchema } from "../../src/host/contract.ts";
import type { Handlers } from "../../src/host/dispatch.ts";
import { HostError } from "../../src/host/host-error.ts";
import type { FileSystem } from "./files/file-system.ts";
import { readGuarded } from "./files/read-guarded.ts";
import type { ReadReply, ReadRequest } from "./jobs/task-messages.ts";
import type { ReadExchange } from "./library/exchange-file.ts";
import { type Library, LibraryCallFailed, openLibrary } from "./library/library.ts";
import { LibraryUnavailable } from "./library/library-file.ts";
import { createLongWork, mergeAll, rebuild } from "./library/long-work.ts";
import type { LibraryStatus, SeedDocument } from "./library/messages.ts";

const MAX_MANIFEST_BYTES = 1024 * 1024;
const manifestSchema = z.array(z.object({ file: z.string() }));

/** Name of a plan without title in the library, and of an exported library. */
const UNTITLED = "工作要点";
const EXPORT_NAME = "事项库.yaodianku";

export interface LibraryService {
  readonly handlers: Pick<
    Handlers,
    Exclude<
      Extract<keyof Handlers, `library.${string}` | `topics.${string}`>,
      "library.addPlan" | "library.export"
    >
  >;
  /** Adds a plan as a document. */
  readonly addPlan: (plan: WorkPlan) => Promise<ReplyOf<"library.addPlan">>;
  /** The whole library as a file. */
  readonly exportFile: () => Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
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
  /** Reads a library file within the same bounds. */
  readonly readExchange: (source: ReadRequest) => Promise<ReadExchange>;
}): LibraryService {
  const { files, folder, seedsFolder, jobFile, read, readExchange } = options;
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
  const readingOf = async (documentId: string): Promise<PlanReading> => {
    const reading = await call((open) => open.reading(documentId));
    if (reading === null) throw new HostError("not-found", "no such document in the library");
    return planReadingSchema.parse(reading);
  };
  const longWork = createLongWork();
  return {
    handlers: {
      "library.suggest": async (context) => ({ suggestions: await call((open) => open.suggest(context)) }),
      "library.documents": async () => ({ documents: await call((open) => open.documents()) }),
      "library.add": async (source) => {
        const sourceSha256 = createHash("sha256").update(source.bytes).digest("hex");
        const { reading } = await read(source);
        const { name, bytes } = source;
        return call((open) => open.addDocument({ name, reading, sourceSha256, bytes }));
      },
      "library.search": (request) => call((open) => open.search(request)),
      "library.entry": ({ itemId }) => call((open) => open.entry(itemId)),
      "library.mark": async (request) => {
        await call((open) => open.mark(request));
        return {};
      },
      "library.document": async ({ documentId }) => ({ reading: await readingOf(documentId) }),
      "library.remove": async ({ documentId }) => {
        await call((open) => open.remove(documentId));
        return {};
      },
      "library.reread": async ({ documentId }) => {
        const { name, bytes } = await call((open) => open.source(documentId));
        const { reading } = await read({ name, bytes });
        return call((open) => open.replaceReading({ documentId, reading }));
      },
      "library.correct": (request) => call((open) => open.correct(request)),
      "library.correctItem": (request) => call((open) => open.correctItem(request)),
      "library.rebuild": () => longWork.run((tell) => call((open) => rebuild(open, tell))),
      "library.progress": async () => ({ progress: longWork.progress() }),
      "library.import": async (source) => {
        const read = await readExchange(source);
        return longWork.run((tell) => call((open) => mergeAll(open, read, tell)));
      },
      "topics.get": async () => {
        const overlay = await call((open) => open.topics());
        return { text: topicText(groupsWith(overlay)), shipped: topicText(SHIPPED_GROUPS) };
      },
      "topics.set": async ({ text }) => {
        const parsed = parseTopicText(text);
        if (!parsed.ok) return { problems: parsed.problems };
        await longWork.run((tell) =>
          call((open) => {
            open.onProgress((progress) => tell({ stage: "index", ...progress }));
            return open.setTopics(parsed.overlay);
          }),
        );
        return { problems: [] };
      },
    },
    addPlan: (plan) => {
      const title = plan.title.text.replaceAll("\n", "");
      const sourceSha256 = createHash("sha256").update(JSON.stringify(plan)).digest("hex");
      const { revisions: _revisions, ...written } = plan;
      const reading = readingOfPlan(written);
      return call((open) => open.addDocument({ name: title || UNTITLED, reading, sourceSha256 }));
    },
    exportFile: async () => ({ name: EXPORT_NAME, bytes: await call((open) => open.exportFile()) }),
    status: () => call((open) => open.status()),
    planOf: async (documentId) => (await readingOf(documentId)).plan,
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

/**
 * The library (往年条目库) as the app's main thread sees it: every call goes to one worker, which holds database and
 * index, because SQLite is synchronous and would freeze the window.
 */
import { Worker } from "node:worker_threads";
import { LibraryUnavailable } from "./library-file.ts";
import type {
  LibraryCall,
  LibraryCalls,
  LibraryJobData,
  LibraryStatus,
  ProgressMessage,
  ReplyMessage,
  SeedDocument,
} from "./messages.ts";

export interface LibraryOptions {
  /** Folder for database, index and backups, on a local disk. */
  readonly folder: string;
  /** Entry of the app's workers, which starts `runLibraryJob` for the kind `library`. */
  readonly jobFile: string | URL;
  /** Documents that a new library begins with. */
  readonly seeds: readonly SeedDocument[];
}

type Call<C extends LibraryCall> = (
  ...request: LibraryCalls[C]["request"] extends undefined ? [] : [LibraryCalls[C]["request"]]
) => Promise<LibraryCalls[C]["reply"]>;

/** Calls fail with `LibraryUnavailable` or `LibraryCallFailed`; `status` and `close` never fail. */
export type Library = { readonly [C in LibraryCall]: Call<C> } & {
  /** Calls `listener` with how far the worker is with a long call. */
  readonly onProgress: (listener: (progress: ProgressMessage["progress"]) => void) => void;
};

/** A call that the library refused, e.g. a document that cannot be read; `code` as in the host contract. */
export class LibraryCallFailed extends Error {
  readonly code: string;
  /** The document concerned. */
  readonly subject: string | null;

  constructor(code: string, message: string, subject: string | null) {
    super(message);
    this.name = "LibraryCallFailed";
    this.code = code;
    this.subject = subject;
  }
}

/** Opens the library; calls made before it is open wait for it. */
export function openLibrary(options: LibraryOptions): Library {
  const connection = connect(options);
  return {
    status: () => connection.call("status", undefined).catch(() => STOPPED),
    suggest: (context) => connection.call("suggest", context),
    documents: () => connection.call("documents", undefined),
    reading: (documentId) => connection.call("reading", documentId),
    addDocument: (source) => connection.call("addDocument", source),
    search: (request) => connection.call("search", request),
    entry: (itemId) => connection.call("entry", itemId),
    mark: (request) => connection.call("mark", request),
    remove: (documentId) => connection.call("remove", documentId),
    source: (documentId) => connection.call("source", documentId),
    replaceReading: (request) => connection.call("replaceReading", request),
    correct: (request) => connection.call("correct", request),
    correctItem: (request) => connection.call("correctItem", request),
    harvestAgain: (documentId) => connection.call("harvestAgain", documentId),
    buildAgain: () => connection.call("buildAgain", undefined),
    topics: () => connection.call("topics", undefined),
    setTopics: (overlay) => connection.call("setTopics", overlay),
    exportFile: () => connection.call("exportFile", undefined),
    merge: (document) => connection.call("merge", document),
    onProgress: connection.onProgress,
    close: () => connection.close(),
  };
}

const STOPPED: LibraryStatus = {
  available: false,
  reason: "stopped",
  documents: 0,
  items: 0,
  firstRun: false,
};

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

function connect(options: LibraryOptions) {
  const workerData: LibraryJobData = { kind: "library", folder: options.folder, seeds: options.seeds };
  const worker = new Worker(options.jobFile, { workerData });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let stopped = false;
  const stop = (cause: string) => {
    stopped = true;
    for (const { reject } of waiting.values()) reject(new LibraryUnavailable("stopped", cause));
    waiting.clear();
  };
  let progressed: (progress: ProgressMessage["progress"]) => void = () => {};
  worker.on("message", (reply: ReplyMessage | ProgressMessage) => {
    if ("progress" in reply) return progressed(reply.progress);
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if (reply.ok) call?.resolve(reply.value);
    else call?.reject(failureOf(reply));
  });
  worker.on("error", (error) => stop(String(error)));
  worker.on("exit", (code) => stop(`the worker ended with code ${code}`));
  // The library keeps a process alive only while an answer is due.
  worker.unref();

  const call = <C extends LibraryCall>(name: C, request: LibraryCalls[C]["request"]) => {
    if (stopped) return Promise.reject(new LibraryUnavailable("stopped", "the library is closed"));
    last += 1;
    const id = last;
    return new Promise<LibraryCalls[C]["reply"]>((resolve, reject) => {
      // The worker answers a call with the reply of this call.
      worker.ref();
      waiting.set(id, { resolve: (value) => resolve(value as LibraryCalls[C]["reply"]), reject });
      worker.postMessage({ id, call: name, request });
    });
  };
  const close = async (): Promise<null> => {
    if (!stopped) await call("close", undefined).catch(() => null);
    await worker.terminate();
    return null;
  };
  const onProgress = (listener: typeof progressed) => {
    progressed = listener;
  };
  return { call, close, onProgress };
}

function failureOf(reply: ReplyMessage & { readonly ok: false }): Error {
  if (reply.reason !== null) return new LibraryUnavailable(reply.reason, reply.message);
  return new LibraryCallFailed(reply.code, reply.message, reply.subject);
}

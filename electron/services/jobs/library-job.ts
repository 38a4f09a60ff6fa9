/** The worker that holds the library: its database, its index, and the reading of documents for it. */
import type { MessagePort } from "node:worker_threads";
import { openStore } from "../library/library-store.ts";
import type { LibraryJobData } from "../library/messages.ts";
import { serveLibrary } from "../library/serve-library.ts";
import { sourceReaders } from "../library/source-readers.ts";

/** Serves the library in `data.folder` through the port until the call `close`. */
export function runLibraryJob(port: MessagePort, data: LibraryJobData): void {
  serveLibrary(port, openStore(data, sourceReaders));
}

/** Worker entry for tests of the library: documents are lines `section|heading|body`, the first one `issuer|title|year`. */
import { parentPort, workerData } from "node:worker_threads";
import { openStore } from "../../electron/services/library/library-store.ts";
import type { LibraryJobData } from "../../electron/services/library/messages.ts";
import { serveLibrary } from "../../electron/services/library/serve-library.ts";
import { lineReaders } from "./library-documents.ts";

if (parentPort === null) throw new Error("this file runs as a worker");
serveLibrary(parentPort, openStore(workerData as LibraryJobData, lineReaders));

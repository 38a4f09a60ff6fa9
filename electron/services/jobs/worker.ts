/**
 * Entry of every worker thread: what it does is said by the kind in its data. A thread loads the code of its own kind
 * only; messages that come meanwhile wait at the port.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { LibraryJobData } from "../library/messages.ts";
import type { TaskJobData } from "./task-messages.ts";

if (parentPort === null) throw new Error("this is the entry of a worker thread");
// Only the app itself starts workers, with data of these two kinds.
const data = workerData as LibraryJobData | TaskJobData;
switch (data.kind) {
  case "library": {
    const { runLibraryJob } = await import("./library-job.ts");
    runLibraryJob(parentPort, data);
    break;
  }
  case "task": {
    const { runTaskJob } = await import("./task-job.ts");
    runTaskJob(parentPort);
    break;
  }
}

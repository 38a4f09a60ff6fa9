/** Entry of every worker thread: what it does is said by the kind in its data. */
import { parentPort, workerData } from "node:worker_threads";
import type { LibraryJobData } from "../library/messages.ts";
import { runLibraryJob } from "./library-job.ts";
import { runTaskJob } from "./task-job.ts";
import type { TaskJobData } from "./task-messages.ts";

if (parentPort === null) throw new Error("this is the entry of a worker thread");
// Only the app itself starts workers, with data of these two kinds.
const data = workerData as LibraryJobData | TaskJobData;
switch (data.kind) {
  case "library":
    runLibraryJob(parentPort, data);
    break;
  case "task":
    runTaskJob(parentPort);
    break;
}

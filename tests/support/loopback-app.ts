/** The built app as a drafter without Electron has it: the loopback server as a process, and its address. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { endTour } from "./end-tour.ts";

const SERVER = join(import.meta.dirname, "../../dist/electron/loopback.mjs");

export interface LoopbackApp {
  /** Address of the page with its key. */
  readonly address: string;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server on a data folder. The app must have been built. Without `tour` the first look round is over. */
export async function startLoopbackApp(dataFolder: string, tour = false): Promise<LoopbackApp> {
  if (!tour) endTour(dataFolder);
  const child = spawn(process.execPath, [SERVER, "--data", dataFolder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  return {
    address: String(line).trim(),
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGTERM"),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.kill(signal);
  await closed;
}

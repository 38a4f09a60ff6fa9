import { homedir } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { MAX_MESSAGE_BYTES } from "../../src/host/contract.ts";
import { createDispatch } from "../../src/host/dispatch.ts";
import { MESSAGE_TYPE } from "../../src/host/wire.ts";
import { createWireDispatch } from "../../src/host/wire-dispatch.ts";
import { holdFolder } from "../folder-hold.ts";
import { defaultDataFolder, installationOf } from "../installation.ts";
import { openPage } from "../page/page.ts";
import { createHostServices } from "../services/host-services.ts";
import { startLoopback } from "./server.ts";

const USAGE = "usage: loopback [--data DIR] [--stop-when-idle MINUTES] [--until-input-ends]";
const MINUTE_MS = 60_000;
const WRONG_USAGE = 2;
/** Exit code where another process has the data folder. */
const FOLDER_IN_USE = 3;

interface Arguments {
  readonly dataFolder: string;
  /** Milliseconds without a call after which the server stops; undefined: never. */
  readonly idleLimit: number | undefined;
  readonly untilInputEnds: boolean;
}

await main(readArguments());

/** Prints one line, the address of the page with its key, and serves until it is told to stop. */
async function main({ dataFolder, idleLimit, untilInputEnds }: Arguments): Promise<void> {
  const { uiFolder, resourcesFolder, jobFile } = installationOf(import.meta.dirname);
  const hold = await holdFolder(dataFolder);
  if (!hold) {
    console.error(`in use by another process: ${dataFolder}`);
    process.exit(FOLDER_IN_USE);
  }
  const page = await openPage(uiFolder, "'self'");
  const services = createHostServices({ dataFolder, resourcesFolder, jobFile, now: () => new Date() });
  const dispatch = createDispatch(services.handlers, report);
  const loopback = await startLoopback({
    page,
    call: createWireDispatch(dispatch),
    contentType: MESSAGE_TYPE,
    maxBodyBytes: MAX_MESSAGE_BYTES,
  });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await loopback.stop();
    await services.close();
    await hold.release();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
  if (untilInputEnds) process.stdin.on("end", stop).resume();
  if (idleLimit !== undefined) {
    setInterval(() => loopback.idleFor() > idleLimit && stop(), Math.min(idleLimit, MINUTE_MS)).unref();
  }
  process.stdout.write(`${loopback.address}\n`);
}

/** A bug in a handler: the page learns only that there was one. */
function report(error: unknown, method: string): void {
  console.error(`${method} failed`, error);
}

function readArguments(): Arguments {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: "string" },
        "stop-when-idle": { type: "string" },
        "until-input-ends": { type: "boolean" },
      },
    });
    const minutes = values["stop-when-idle"];
    if (minutes !== undefined && !(Number(minutes) > 0)) throw new RangeError(`not minutes: ${minutes}`);
    return {
      dataFolder: resolve(values.data ?? defaultDataFolder(process.platform, process.env, homedir())),
      idleLimit: minutes === undefined ? undefined : Number(minutes) * MINUTE_MS,
      untilInputEnds: values["until-input-ends"] ?? false,
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(USAGE);
    process.exit(WRONG_USAGE);
  }
}

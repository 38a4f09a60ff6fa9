/** Real host services over a folder. */
import { onTestFinished } from "vitest";
import { createHostServices, type HostOptions } from "../../electron/services/host-services.ts";
import { createHost, type Host } from "../../src/host/client.ts";
import { createDispatch } from "../../src/host/dispatch.ts";
import { createInProcessTransport } from "../../src/host/in-process-transport.ts";
import { JOB_FILE, RESOURCES } from "./host-calls.ts";

export interface RunningHost {
  readonly host: Host;
  /** Bugs and failures that did not stop anything, in order. */
  readonly reported: readonly unknown[];
  readonly close: () => Promise<void>;
}

/** A host in this process; it ends with the test unless it was closed before. */
export function startHost(dataFolder: string, options: Partial<HostOptions> = {}): RunningHost {
  const reported: unknown[] = [];
  const services = createHostServices({
    dataFolder,
    resourcesFolder: RESOURCES,
    jobFile: JOB_FILE,
    now: () => new Date(),
    report: (error) => reported.push(error),
    ...options,
  });
  const dispatch = createDispatch(services.handlers, (error) => reported.push(error));
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= services.close();
    return closing;
  };
  onTestFinished(close);
  return { host: createHost(createInProcessTransport(dispatch)), reported, close };
}

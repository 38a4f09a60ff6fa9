/** Makes sure that one process at a time works on a data folder. */

import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sha256 } from "./checksum.ts";
import { isErrno } from "./file-failure.ts";

const NAME_DIGITS = 32;

export interface FolderLock {
  /** Takes the lock, unless it is taken already; whether this process has it now. */
  readonly take: () => Promise<boolean>;
  readonly release: () => Promise<void>;
}

/**
 * The lock of a folder: a local socket that a process listens on. Unlike a file with a process number, it goes with its
 * process however that ends, and a number that another process got since cannot be taken for it.
 *
 * Where the system lets nobody listen, there is no lock and `take` succeeds: that must not keep a drafter from working.
 */
export function folderLock(folder: string, platform: NodeJS.Platform = process.platform): FolderLock {
  const address = addressOf(resolve(folder), platform);
  let taking: Promise<Server | "unsupported" | undefined> | undefined;
  const attempt = async () => {
    const server = await listen(address);
    if (server !== undefined || isSelfCleaning(platform) || (await answers(address))) return server;
    // A crash leaves the name of a socket behind, which nobody answers under.
    await rm(address, { force: true });
    return listen(address);
  };
  return {
    take: async () => {
      taking ??= attempt();
      const taken = await taking;
      if (taken === undefined) taking = undefined;
      return taken !== undefined;
    },
    release: async () => {
      const taken = await taking;
      taking = undefined;
      if (taken === undefined || taken === "unsupported") return;
      await new Promise<void>((done) => {
        taken.close(() => done());
      });
    },
  };
}

function isSelfCleaning(platform: NodeJS.Platform): boolean {
  return platform === "win32" || platform === "linux";
}

/** Named pipe on Windows, a name without a file on Linux, a socket file elsewhere. */
function addressOf(folder: string, platform: NodeJS.Platform): string {
  const name = `yaodian-${sha256(folder).slice(0, NAME_DIGITS)}`;
  if (platform === "win32") return `\\\\.\\pipe\\${name}`;
  if (platform === "linux") return `\0${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/** `undefined` where another process listens there. */
function listen(address: string): Promise<Server | "unsupported" | undefined> {
  return new Promise((done) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => done(isErrno(error, "EADDRINUSE") ? undefined : "unsupported"));
    server.listen(address, () => done(server.unref()));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

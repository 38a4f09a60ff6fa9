import { createHash } from "node:crypto";
import { mkdir, unlink } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Longest path of a local socket that every POSIX system takes, in bytes. */
const MAX_SOCKET_PATH_BYTES = 100;
const NAME_DIGITS = 16;

/** A data folder that belongs to this process until it is released or the process ends. */
export interface FolderHold {
  readonly release: () => Promise<void>;
}

/**
 * Takes the data folder for this process; undefined while another process has it. The folder is made when it is not there.
 *
 * What is held is a local socket: unlike a file with a process number it can neither outlive its process nor be taken for
 * that of another one. A socket file that was left by a killed process refuses connections and is replaced.
 */
export async function holdFolder(folder: string): Promise<FolderHold | undefined> {
  await mkdir(folder, { recursive: true });
  const server = await take(socketPath(resolve(folder), process.platform)).catch(() =>
    // Network and foreign file systems have no sockets; the folder for temporary files has.
    take(temporaryPath(resolve(folder))),
  );
  if (!server) return undefined;
  // The hold alone must not keep the process running.
  server.unref();
  return { release: () => new Promise((done) => server.close(() => done())) };
}

/** Where the socket of a folder lies: in the folder, or under a name of its own where that path would be too long. */
export function socketPath(folder: string, platform: NodeJS.Platform): string {
  if (platform === "win32") return `\\\\.\\pipe\\${nameOf(folder)}`;
  const inside = join(folder, "host.sock");
  return Buffer.byteLength(inside) <= MAX_SOCKET_PATH_BYTES ? inside : temporaryPath(folder);
}

function temporaryPath(folder: string): string {
  return join(tmpdir(), `${nameOf(folder)}.sock`);
}

function nameOf(folder: string): string {
  return `yaodian-${createHash("sha256").update(folder).digest("hex").slice(0, NAME_DIGITS)}`;
}

async function take(path: string): Promise<Server | undefined> {
  const server = await listen(path);
  if (server || process.platform === "win32" || (await isAnswered(path))) return server;
  await unlink(path);
  return listen(path);
}

/** A listening server, or undefined where the path is taken. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") done(undefined);
      else fail(error);
    });
    server.listen(path, () => done(server));
  });
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path, () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

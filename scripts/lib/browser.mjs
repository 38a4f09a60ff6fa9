// Runs the built app behind the loopback server and opens it in the default browser. Dependency-free, Node 20.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { nodeProgram, root } from "./install.mjs";
import { untilInterrupted } from "./interrupt.mjs";

/** Exit code of the server where another process has the data folder. */
const FOLDER_IN_USE = 3;

/** Runs until Ctrl+C and answers the exit code. `reason` says, in one line, why there is no Electron. */
export async function runInBrowser(data, reason) {
  if (reason) console.log(`> ${reason}；改用浏览器打开（using the browser）`);
  const server = join(root, "dist", "electron", "loopback.mjs");
  // The server ends when its input does: that reaches it on every system, and also when this process is killed.
  const child = spawn(nodeProgram(), [server, "--until-input-ends", ...(data ? ["--data", data] : [])], {
    cwd: process.cwd(),
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.on("error", () => undefined);
  createInterface({ input: child.stdout }).once("line", (address) => {
    openBrowser(address, process);
    console.log(
      `要点已启动。如果浏览器没有打开，请在浏览器中访问（if no browser opened, visit）：\n  ${address}`,
    );
    console.log("按 Ctrl+C 结束（Ctrl+C ends it）。");
  });
  const { code } = await untilInterrupted(child, () => child.stdin.end());
  if (code === FOLDER_IN_USE) {
    console.error("要点已经在运行。请使用已打开的窗口，或先结束它（already running）。");
  }
  return code;
}

/** The command that shows an address in the default browser, or undefined where there is no display for one. */
export function browserCommand(address, { platform, env }) {
  if (platform === "darwin") return ["open", address];
  // Unlike `start` this needs no shell, which would give characters of the address a meaning.
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", address];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open", address] : undefined;
}

function openBrowser(address, system) {
  const command = browserCommand(address, system);
  if (!command) return;
  const [program, ...args] = command;
  const opener = spawn(program, args, { stdio: "ignore", detached: true });
  // Without an opener the address that is printed serves.
  opener.on("error", () => undefined);
  opener.unref();
}

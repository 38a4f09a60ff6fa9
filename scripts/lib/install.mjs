// Brings node_modules up to date with the lockfile. Dependency-free, Node 20.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const MARKER = join(root, "node_modules", ".installed-lockfile");
/** Oldest Node that npm scripts can start from; everything else runs on the Node of node_modules. */
const OLDEST_NODE = 20;

/** Runs `npm ci` unless node_modules was installed from this very lockfile. Ends the process with a message on failure. */
export function ensureInstalled() {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    fail(
      `Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}. 请先安装 Node ${OLDEST_NODE} 或更新版本。`,
    );
  }
  const sum = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(MARKER) && readFileSync(MARKER, "utf8") === sum) return;
  console.log("> npm ci --ignore-scripts   （安装依赖 installing dependencies）");
  // npm is a script with its own interpreter line; on Windows only the shell finds npm.cmd. The words are constants.
  const result = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (result.status !== 0) fail("npm ci failed: 依赖安装失败，请检查网络或 npm 镜像设置后重试。");
  writeFileSync(MARKER, sum);
}

/** Environment in which the Node 24 of node_modules and the project's tools come first, as in npm scripts. */
export function toolEnvironment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const separator = process.platform === "win32" ? ";" : ":";
  return { ...process.env, [key]: join(root, "node_modules", ".bin") + separator + (process.env[key] ?? "") };
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}

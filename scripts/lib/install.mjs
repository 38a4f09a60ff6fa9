// Brings node_modules up to date with the lockfile and names the programs in it. Dependency-free, Node 20.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** Oldest Node that npm scripts can start from; everything else runs on the Node of node_modules. */
const OLDEST_NODE = 20;

/** Runs `npm ci` unless node_modules holds what this very lockfile names. Ends the process with a message on failure. */
export function ensureInstalled() {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    fail(
      `Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}. 请先安装 Node ${OLDEST_NODE} 或更新版本。`,
    );
  }
  if (isInstalled(readLock("package-lock.json"), readLock(join("node_modules", ".package-lock.json"))))
    return;
  console.log("> npm ci --ignore-scripts   （安装依赖 installing dependencies）");
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const options = { cwd: root, stdio: "inherit" };
  // On Windows npm is a command file, which only a shell runs; every word it sees is a constant of this file.
  const result =
    process.platform === "win32"
      ? spawnSync(`npm ${args.join(" ")}`, { ...options, shell: true })
      : spawnSync("npm", args, options);
  if (result.status !== 0) fail("npm ci failed: 依赖安装失败，请检查网络或 npm 镜像设置后重试。");
}

/**
 * Whether what npm wrote down at the end of the last installation is what the lockfile asks for. Packages for other
 * systems are optional and may be missing; an interrupted installation has written nothing down.
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false;
  const names = Object.keys(wanted.packages).filter((name) => name !== "");
  return (
    names.every((name) => {
      const { version, integrity, optional, devOptional } = wanted.packages[name];
      const found = installed.packages[name];
      if (!found) return Boolean(optional || devOptional);
      return found.version === version && found.integrity === integrity;
    }) && Object.keys(installed.packages).every((name) => name in wanted.packages)
  );
}

/** The Node that runs the app and the tools: the one of node_modules, or this one where there is none for the system. */
export function nodeProgram() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const folder = join(root, "node_modules", `node-${platform}-${process.arch}`);
  const program = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(program) ? program : process.execPath;
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

function readLock(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

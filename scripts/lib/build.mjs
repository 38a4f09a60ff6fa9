// Builds the app when its sources have changed since the last build. Dependency-free, Node 20.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fail, nodeProgram, root } from "./install.mjs";

/** Everything a build depends on. Templates and seeds are read at run time. */
const SOURCES = ["src", "electron", "vite.config.ts", "package.json", "package-lock.json"];
const MARKER = join(root, "dist", ".built-from");

/** Runs the build unless the last one was made from these very sources. Ends the process with a message on failure. */
export function ensureBuilt() {
  const sum = sumOf(root, SOURCES);
  if (existsSync(MARKER) && readFileSync(MARKER, "utf8") === sum) return;
  console.log("> vite build --app   （生成程序 building the app）");
  // Without the marker an interrupted build is not taken for a whole one.
  rmSync(MARKER, { force: true });
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const result = spawnSync(nodeProgram(), [vite, "build", "--app", "--logLevel", "error"], {
    cwd: root,
    stdio: "inherit",
  });
  if (result.status !== 0) fail("The build failed: 程序生成失败，原因见上。");
  mkdirSync(dirname(MARKER), { recursive: true });
  writeFileSync(MARKER, sum);
}

/** Sum over names and contents of `sources` (files, or folders with all that is in them) below `base`. */
export function sumOf(base, sources) {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesIn(join(base, source)))) {
    const bytes = readFileSync(file);
    hash.update(`${relative(base, file).split(sep).join("/")}\0${bytes.byteLength}\0`).update(bytes);
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesIn(join(path, name)));
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    throw error;
  }
}

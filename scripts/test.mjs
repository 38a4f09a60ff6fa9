// `npm test`: provides everything the tests drive, then runs all of them, two lanes side by side, and prints one summary.
// Dependency-free, Node 20: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, fail, root, toolEnvironment } from "./lib/install.mjs";
import { provision } from "./provision.mjs";

const env = toolEnvironment();
const OUT = join(root, "out");
/** Longest time of one step; the slowest takes some minutes. */
const STEP_LIMIT_MS = 25 * 60_000;
const RUNTIME = join(root, "..", "shared", "tools", "electron-runtime");

ensureInstalled();
if (!provision()) fail("The tests cannot run without the programs named above.");
mkdirSync(OUT, { recursive: true });

const desktop = desktopCommand();
const results = [];

await step("build", ["vite", "build", "--app"]);
if (results.some((result) => result.status === "failed")) finish();
await Promise.all([
  lane([
    ["typecheck", ["tsc", "--build"]],
    ["lint", ["biome", "check", "."]],
    ["unit", vitest("unit")],
    ["contract", vitest("contract")],
    ["render", vitest("render")],
  ]),
  lane([
    ["e2e", vitest("e2e")],
    ["electron", desktop.command],
  ]),
]);
finish();

function vitest(project) {
  return ["vitest", "run", "--project", project];
}

async function lane(steps) {
  for (const [name, command] of steps) await step(name, command);
}

/** Runs one step with its output held back until it ends, so that the two lanes do not mix. */
async function step(name, command) {
  if (!command) {
    results.push({ name, status: "skipped", seconds: 0 });
    console.log(`SKIPPED ${name}: ${desktop.reason}`);
    return;
  }
  console.log(`> ${name}: ${command.join(" ")}`);
  const start = Date.now();
  const { code, output } = await run(command);
  const status = code === 0 ? "passed" : "failed";
  const seconds = Math.round((Date.now() - start) / 1000);
  results.push({ name, status, seconds });
  console.log(`\n===== ${name}: ${status} (${seconds} s)\n${output}`);
}

function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    // What hangs is a failure with its output, not a run that never ends.
    const limit = setTimeout(() => {
      output += `\nstopped after ${STEP_LIMIT_MS / 60_000} minutes\n`;
      child.kill("SIGKILL");
    }, STEP_LIMIT_MS);
    child.on("close", () => clearTimeout(limit));
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function finish() {
  const count = (status) => results.filter((result) => result.status === status).length;
  console.log("\nSummary");
  for (const { name, status, seconds } of results)
    console.log(`  ${status.padEnd(7)} ${name} (${seconds} s)`);
  console.log(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
  process.exit(count("failed") > 0 ? 1 : 0);
}

/** The command that runs the desktop tests in a real Electron; without one the reason why they are skipped. */
function desktopCommand() {
  // The user of the runtime may read the checkout but not write to it: no compiled configuration, no cache.
  const tests = [...vitest("electron"), "--configLoader", "native", "--fsModuleCache=false"];
  if (existsSync(join(RUNTIME, "prepare"))) {
    console.log(`> ${join("..", "shared", "tools", "electron-runtime", "prepare")}`);
    const prepared = spawnSync(join(RUNTIME, "prepare"), {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (prepared.status !== 0) fail("The Electron runtime for the desktop tests could not be prepared.");
    return { command: [join(RUNTIME, "run"), join(OUT, "desktop"), ...tests] };
  }
  const own = join(root, "node_modules", "electron", "dist");
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? (existsSync(own) ? own : undefined);
  if (!folder)
    return { reason: "no Electron is installed here (set ELECTRON_OVERRIDE_DIST_PATH to its folder)" };
  env.ELECTRON_OVERRIDE_DIST_PATH = folder;
  const display = process.platform === "linux" && !process.env.DISPLAY ? ["xvfb-run", "-a"] : [];
  return { command: [...display, ...tests] };
}

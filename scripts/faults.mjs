// `npm run faults`: the host is killed 200 times while it saves and journals; nothing that it acknowledged may be lost.
import { spawnSync } from "node:child_process";
import { root, toolEnvironment } from "./lib/install.mjs";

const ROUNDS = 200;

const result = spawnSync("vitest", ["run", "--project", "unit", "tests/electron/plans/kill.test.ts"], {
  cwd: root,
  env: { ...toolEnvironment(), KILL_ROUNDS: String(ROUNDS) },
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exit(result.status ?? 1);

/** The command line as its users start it. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../electron/cli/main.ts", import.meta.url));

export interface CommandRun {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
}

/** Runs a command in `folder`, with its data folder there; `environment` replaces variables. */
export function runCommand(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...words, "--data", join(folder, "data")], {
      cwd: folder,
      env: { ...process.env, ...environment },
    });
    let output = "";
    let complaint = "";
    child.stdout.setEncoding("utf8").on("data", (data: string) => {
      output += data;
    });
    child.stderr.setEncoding("utf8").on("data", (data: string) => {
      complaint += data;
    });
    child.on("error", reject).on("close", (code) => resolve({ code, output, complaint }));
  });
}

/** The command line: `npm run -s yaodian -- COMMAND`. Exit code 0, 1 for unusable input, 2 for wrong use. */
import { homedir } from "node:os";
import { resolve } from "node:path";
import { defaultDataFolder, installationOf } from "../installation.ts";
import { type Arguments, parseArguments } from "./arguments.ts";
import { runCommand } from "./commands.ts";
import { CommandFailure } from "./messages.ts";
import { createTools } from "./tools.ts";
import { USAGE } from "./usage.ts";

const FAILED = 1;
const WRONG_USE = 2;

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

const given = parseArguments(process.argv.slice(2));
if (given) {
  process.exitCode = await run(given);
} else {
  process.stderr.write(USAGE);
  process.exitCode = WRONG_USE;
}

async function run(given: Arguments): Promise<number> {
  const dataFolder = resolve(given.data ?? defaultDataFolder(process.platform, process.env, homedir()));
  const tools = createTools(installationOf(import.meta.dirname), dataFolder);
  const complain = (message: string) => process.stderr.write(`${message}\n`);
  try {
    const succeeded = await runCommand(given, {
      tools,
      print: (line) => process.stdout.write(`${line}\n`),
      complain,
    });
    return succeeded ? 0 : FAILED;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    complain(error.message);
    return FAILED;
  } finally {
    await tools.close();
  }
}

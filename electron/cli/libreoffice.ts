/** A Word file as PDF, by LibreOffice where it is installed. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { isErrno } from "../services/files/file-failure.ts";
import { commandFailure } from "./messages.ts";

const run = promisify(execFile);
/** Names of its program on Linux and Windows, and where macOS keeps it. */
const PROGRAMS = ["soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];
/** The first start makes a profile, which takes a while; in milliseconds. */
const LIMIT_MS = 120_000;
const STEM = "document";

/** Bytes of the PDF; a failure that says what to do where there is no LibreOffice or it gives none. */
export async function pdfOf(docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "yaodian-pdf-"));
  try {
    const input = join(folder, `${STEM}.docx`);
    await writeFile(input, docx);
    await convert(folder, input);
    return await readFile(join(folder, `${STEM}.pdf`));
  } catch (error) {
    if (isErrno(error, "ENOENT")) throw commandFailure("noPdf", {});
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convert(folder: string, input: string): Promise<void> {
  // A profile of its own: one that a running LibreOffice uses would make this end without a PDF.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const given = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, input];
  for (const program of PROGRAMS) {
    try {
      await run(program, given, { timeout: LIMIT_MS });
      return;
    } catch (error) {
      if (!isErrno(error, "ENOENT")) throw commandFailure("noPdf", {});
    }
  }
  throw commandFailure("noLibreOffice", {});
}

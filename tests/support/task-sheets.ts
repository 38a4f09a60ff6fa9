/** Spreadsheets of tasks for tests: made of parts by hand, and opened by LibreOffice. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { TaskTable } from "../../src/core/tasks/task-table.ts";

const run = promisify(execFile);
const NS =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A table of two columns and one more for each further text. */
export function tableOf(texts: readonly string[], title = "2027年工作要点责任分解表"): TaskTable {
  return {
    title,
    columns: ["number", "task", "state", "note"],
    head: ["序号", "工作任务", "进展", "完成情况"],
    rows: texts.map((text, place) => ({ key: `key-${place}`, cells: [place + 1, text, "未开始", ""] })),
    notes: [],
  };
}

/** Parts of a package, as texts. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, decoder.decode(content)]));
}

/** A package of parts. */
export function packed(parts: ReadonlyMap<string, string>): Uint8Array {
  return zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])));
}

/** A workbook as another program writes it: inline texts, prefixed elements, no shared strings. `rows` are its cells. */
export function foreignWorkbook(rows: readonly (readonly string[])[], mark?: number): Uint8Array {
  const sheet = (cells: readonly (readonly string[])[]) =>
    `<x:worksheet ${NS.replace("xmlns=", "xmlns:x=")}><x:sheetData>${cells
      .map(
        (row) =>
          `<x:row>${row.map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`).join("")}</x:row>`,
      )
      .join("")}</x:sheetData></x:worksheet>`;
  const names = mark === undefined ? ["Sheet1"] : ["Sheet1", "yaodian"];
  return packed(
    new Map([
      [
        "xl/workbook.xml",
        `<workbook ${NS}><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`).join("")}</sheets></workbook>`,
      ],
      [
        "xl/_rels/workbook.xml.rels",
        `<Relationships>${names.map((_, at) => `<Relationship Id="r${at}" Target="/xl/worksheets/s${at}.xml"/>`).join("")}</Relationships>`,
      ],
      ["xl/worksheets/s0.xml", sheet(rows)],
      ["xl/worksheets/s1.xml", sheet([["yaodian-tasks", String(mark)]])],
    ]),
  );
}

/** Opens a spreadsheet with LibreOffice and saves it as `format`, e.g. `csv`, `pdf` or `xlsx`; gives the file's bytes. */
export async function throughLibreOffice(bytes: Uint8Array, format: string, filter = ""): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "yaodian-sheet-"));
  try {
    const input = join(folder, "in.xlsx");
    await writeFile(input, bytes);
    const out = join(folder, "out");
    await run("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      filter === "" ? format : `${format}:${filter}`,
      "--outdir",
      out,
      input,
    ]);
    const [file] = await readdir(out);
    return await readFile(join(out, file ?? ""));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

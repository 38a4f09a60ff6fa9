/** Every file that `export` writes and what `layout` prints, as typed on a command line. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodePlanFile } from "../../../electron/services/plans/plan-file.ts";
import { NO_ASSIGNMENT } from "../../../src/core/plan/task-records.ts";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { placeImprint } from "../../../src/formats/docx/place-imprint.ts";
import { DEFAULT_PROFILE } from "../../../src/formats/docx/profile.ts";
import { profileFile } from "../../../src/formats/docx/profile-file.ts";
import { runCommand } from "../../support/command-line.ts";
import { laidOutLines } from "../../support/docx-layout.ts";
import { docxPart } from "../../support/docx-reader.ts";
import { NOTICE } from "../../support/official-samples.ts";
import { item, plan, section } from "../../support/plan-builder.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const first = item("扩大学位供给。全年新增学位12000个。");
const PLAN = {
  ...plan("示例市2027年教育工作要点", [section("推动高质量发展", [first])], { frontMatter: NOTICE }),
  taskRecords: [{ holder: first.id, assignment: { ...NO_ASSIGNMENT, lead: "基教/科" }, tasks: [] }],
};
const FILE = "要点.yaodian";

async function folderWithPlan(): Promise<string> {
  const folder = await temporaryFolder();
  const { bytes } = encodePlanFile({ documentId: "plan", revision: 1, previous: null, plan: PLAN });
  await writeFile(join(folder, FILE), bytes);
  return folder;
}

const read = async (folder: string, name: string) => new Uint8Array(await readFile(join(folder, name)));

describe("yaodian export", () => {
  it("writes TXT, HTML and the tables of the tasks in one command", async () => {
    const folder = await folderWithPlan();
    const files = ["--txt", "a.txt", "--html", "a.html", "--xlsx", "a.xlsx"];
    const done = await runCommand(folder, ["export", FILE, "--form", "plan", ...files, "--units", "科室"]);
    expect([done.code, done.complaint]).toEqual([0, ""]);
    expect(done.output.trim().split("\n")).toHaveLength(4);
    for (const name of ["a.txt", "a.html"]) {
      const text = new TextDecoder().decode(await read(folder, name));
      expect(text).toContain("扩大学位供给。");
      expect(text).not.toContain("关于印发");
    }
    expect(await readdir(join(folder, "科室"))).toEqual([
      "示例市2027年教育工作要点责任分解表（基教_科）.xlsx",
    ]);
  });

  it("says what to do where there is no LibreOffice, and has written nothing then", async () => {
    const folder = await folderWithPlan();
    const words = ["export", FILE, "--docx", "a.docx", "--pdf", "a.pdf"];
    const { code, output, complaint } = await runCommand(folder, words, { PATH: "" });
    expect([code, output]).toEqual([1, ""]);
    expect(complaint).toMatch(/LibreOffice/);
    expect(await readdir(folder)).toEqual([FILE]);
  });

  it("takes a profile by its name or from a file, and refuses another one with the names there are", async () => {
    const folder = await folderWithPlan();
    const office = { ...DEFAULT_PROFILE, name: "本局", line: 600 };
    await writeFile(join(folder, "本局.json"), profileFile(office));
    await writeFile(join(folder, "坏.json"), "{}");
    const exported = async (profile: string) => {
      const words = ["export", FILE, "--form", "letter", "--profile", profile, "--docx", "a.docx", "--force"];
      return runCommand(folder, words);
    };
    const line = async () =>
      /w:line="(\d+)"/.exec(docxPart(await read(folder, "a.docx"), "word/styles.xml"))?.[1];
    expect((await exported("本局.json")).code).toBe(0);
    expect(await line()).toBe("600");
    expect((await exported("P33476")).code).toBe(0);
    expect(await line()).not.toBe("600");
    const unknown = await exported("没有");
    expect([unknown.code, unknown.complaint]).toEqual([
      1,
      expect.stringMatching(/“没有”.*P37、P33476、28pt/),
    ]);
    expect((await exported("坏.json")).complaint).toContain("坏.json");
  });
});

describe("yaodian layout", () => {
  it("prints the pages and lines as they are laid out", async () => {
    const folder = await folderWithPlan();
    const { code, output } = await runCommand(folder, ["layout", FILE, "--form", "plan", "--json"]);
    const { pageCount, complete, pages } = JSON.parse(output);
    const expected = laidOutLines(placeImprint(composeDocument(PLAN, { form: "plan" })));
    expect([code, complete, pageCount]).toEqual([0, true, expected.length]);
    const texts = pages[0].lines.map(({ text }: { readonly text: string }) => text);
    expect(texts).toEqual(
      expect.arrayContaining((expected[0] ?? []).map(({ text }) => text).filter((text) => text !== "")),
    );
  });
});

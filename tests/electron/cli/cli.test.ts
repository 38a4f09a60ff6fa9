import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { decodePlanFile } from "../../../electron/services/plans/plan-file.ts";
import { type CommandRun, runCommand } from "../../support/command-line.ts";
import { RESOURCES } from "../../support/host-calls.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const JIANYANG = join(RESOURCES, "seeds", "jianyang-2021.txt");

function run(folder: string, ...words: readonly string[]): Promise<CommandRun> {
  return runCommand(folder, words);
}

/** One sentence in Chinese that names the file, and nothing on the output. */
function expectComplaint({ code, output, complaint }: CommandRun, name: string, remedy: RegExp): void {
  expect([code, output]).toEqual([1, ""]);
  expect(complaint.trimEnd().split("\n")).toHaveLength(1);
  expect(complaint).toContain(`“${name}”`);
  expect(complaint).toMatch(remedy);
}

describe("yaodian read", () => {
  it("prints the structure of a prior-year document as JSON", async () => {
    const { code, output, complaint } = await run(await temporaryFolder(), "read", JIANYANG, "--outline");
    expect([code, complaint]).toEqual([0, ""]);
    expect(JSON.parse(output)).toMatchObject({
      kind: "notice-and-plan",
      issuer: "南平市建阳区教育局",
      year: 2021,
      date: "2021-03-29",
    });
  });

  it("prints for people what was mended and what was left out, from every format", async () => {
    const folder = await temporaryFolder();
    const { code, output, complaint } = await run(folder, "read", JIANYANG, "--notices");
    expect([code, complaint]).toEqual([0, ""]);
    expect(output).toMatch(/^请核对 \d+ 处\n/);
    expect(output).toContain("  原文：2021329\n");
    expect(output).toContain("读作：2021-03-29");
    expect(output).toMatch(/中文语句中的半角逗号已改为全角，共 \d+ 处。\n {4}第 \d+ 行第 \d+ 字：, → ，\n/);
    expect(output).toMatch(/\n未读入正文 \d+ 行\n {2}第 \d+ 行：/);
    for (const name of ["small.docx", "small.doc", "small.pdf", "numbered.doc"]) {
      const sample = join(RESOURCES, "tests", "samples", name);
      expect((await run(folder, "read", sample, "--notices")).code).toBe(0);
    }
  });

  it.each([
    ["版式.docx", zipSync({ "OFD.xml": strToU8("<x/>") }), /OFD .*另存为 \.docx/],
    ["表.docx", zipSync({ "xl/workbook.xml": strToU8("<x/>") }), /电子表格/],
    ["炸弹.docx", zipSync({ "word/document.xml": new Uint8Array(30_000_000) }), /大得不正常/],
    ["断.docx", zipSync({ "word/document.xml": strToU8("x") }).slice(0, 40), /已损坏.*另存为 \.docx/],
    ["图.doc", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), /图片.*文字/],
    ["存档.txt", strToU8("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"), /另存为 \.html/],
  ])("says what %s is and what to do with it", async (name, bytes, remedy) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, name), bytes);
    expectComplaint(await run(folder, "read", name, "--notices"), name, remedy);
  });

  it("says `other` of a text that is no plan", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "菜谱.txt"), "先把水烧开。\n再放面条。\n");
    const { code, output } = await run(folder, "read", "菜谱.txt", "--outline");
    expect([code, JSON.parse(output).kind]).toEqual([0, "other"]);
  });

  it("says of unusable files what is wrong and what to do", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "文件夹"));
    await writeFile(join(folder, "空.txt"), "");
    await writeFile(join(folder, "图.txt"), Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    await writeFile(join(folder, "大.txt"), Buffer.alloc(50 * 1024 * 1024, "要点"));
    await writeFile(join(folder, "假.docx"), "PK\u0003\u0004 no archive");
    await writeFile(join(folder, "文稿.yaodian"), '{"yaodian":{"format":1}}');
    const cases = [
      ["没有.txt", /检查文件名/],
      ["文件夹", /请给出其中的某一个文件/],
      ["空.txt", /请换一个文件/],
      ["图.txt", /另存为/],
      ["大.txt", /请拆分/],
      ["假.docx", /请/],
      ["文稿.yaodian", /export/],
    ] as const;
    for (const [name, remedy] of cases) {
      expectComplaint(await run(folder, "read", name, "--outline"), name, remedy);
    }
  });
});

describe("yaodian new and export", () => {
  it("drafts a plan from a document and exports it, without ever replacing a file unasked", async () => {
    const folder = await temporaryFolder();
    const draft = ["new", "--from", JIANYANG, "--year", "2027", "--out", "要点.yaodian"];
    expect(await run(folder, ...draft)).toMatchObject({ code: 0, complaint: "" });
    const { plan } = decodePlanFile(await readFile(join(folder, "要点.yaodian")), "");
    expect([plan.year, plan.title.text]).toEqual([2027, "南平市建阳区2027年教育工作要点"]);
    expectComplaint(await run(folder, ...draft), "要点.yaodian", /--force/);
    expect(await run(folder, ...draft, "--carry", "headings", "--force")).toMatchObject({ code: 0 });

    const word = ["export", "要点.yaodian", "--docx", "要点.docx"];
    expect(await run(folder, ...word)).toMatchObject({ code: 0, complaint: "" });
    expect((await readFile(join(folder, "要点.docx"))).subarray(0, 2).toString()).toBe("PK");
    expectComplaint(await run(folder, ...word), "要点.docx", /--force/);
    expect(await readdir(folder)).toEqual(["要点.docx", "要点.yaodian"]);
  });

  it("drafts from a template and from a plan, in the name of another bureau", async () => {
    const folder = await temporaryFolder();
    const from = (source: string, out: string) =>
      run(folder, "new", "--from", source, "--year", "2027", "--issuer", "清远市教育局", "--out", out);
    expect(await from("generic", "一.yaodian")).toMatchObject({ code: 0 });
    expect(await from("一.yaodian", "二.yaodian")).toMatchObject({ code: 0 });
    const { plan } = decodePlanFile(await readFile(join(folder, "二.yaodian")), "");
    expect(plan.frontMatter.issuer).toBe("清远市教育局");
    expectComplaint(await from("没有", "三.yaodian"), "没有", /generic/);
  });

  it("refuses damaged and newer plans, and leaves them as they are", async () => {
    const folder = await temporaryFolder();
    await run(folder, "new", "--from", "blank", "--year", "2027", "--out", "好.yaodian");
    const good = await readFile(join(folder, "好.yaodian"), "utf8");
    await writeFile(join(folder, "坏.yaodian"), good.replace("2027", "2028"));
    await writeFile(join(folder, "新.yaodian"), '{"yaodian":{"format":99}}');
    expectComplaint(await run(folder, "export", "坏.yaodian", "--docx", "a.docx"), "坏.yaodian", /备份/);
    expectComplaint(await run(folder, "export", "新.yaodian", "--docx", "a.docx"), "新.yaodian", /升级/);
    expect(await readFile(join(folder, "坏.yaodian"), "utf8")).toBe(good.replace("2027", "2028"));
    expect(await readdir(folder)).not.toContain("a.docx");
  });
});

describe("yaodian rollover", () => {
  it("prints every dated expression with what becomes of it", async () => {
    const { code, output } = await run(
      await temporaryFolder(),
      "rollover",
      JIANYANG,
      "--year",
      "2027",
      "--json",
    );
    const expressions = JSON.parse(output);
    expect(code).toBe(0);
    expect(expressions.length).toBeGreaterThan(10);
    const moved = { kind: "own-year", value: 2021, proposed: "2027年", certain: true, state: "shifted" };
    expect(expressions).toContainEqual(
      expect.objectContaining({ text: "2021年", ...moved, block: "title", part: "title", sourceLine: 21 }),
    );
    const anniversary = expressions.find(({ kind }: { kind: string }) => kind === "anniversary");
    expect(anniversary).toMatchObject({ value: 100, certain: false, reason: "anniversary-not-round" });
    const [line] = (await readFile(JIANYANG, "utf8")).split("\n").slice(anniversary.sourceLine - 1);
    expect(line).toContain(anniversary.text);
  });

  it("uses the rows that the office added to the calendar tables", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "要点.txt"), "某区2026年工作要点\n一、党建\n1.深入开展区级大练兵行动。\n");
    await mkdir(join(folder, "data"));
    const row = { kind: "programme", name: "区级大练兵行动", from: "2024", to: "2026", next: "", source: "" };
    await writeFile(
      join(folder, "data", "calendar.json"),
      JSON.stringify({ rows: [row], meetingsUntil: "" }),
    );
    const { output } = await run(folder, "rollover", "要点.txt", "--year", "2027", "--json");
    expect(JSON.parse(output)).toContainEqual(
      expect.objectContaining({ text: "区级大练兵行动", reason: "programme-ended", proposed: null }),
    );
  });
});

describe("yaodian library", () => {
  it("adds documents, tells of those it cannot, and finds items", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "空.txt"), "");
    const added = await run(folder, "library", "add", JIANYANG, "空.txt");
    expect([added.code, added.complaint.trimEnd().split("\n").length]).toEqual([1, 1]);
    expect(added.output).toContain("南平市建阳区2021年教育工作要点");
    expect(added.complaint).toContain("“空.txt”");
    const found = await run(folder, "library", "search", "学前教育", "--json", "--limit", "2");
    const { hits } = JSON.parse(found.output);
    expect([found.code, hits.length]).toEqual([0, 2]);
    expect(hits[0].heading).toContain("学前教育");
    expect(Object.keys(hits[0])).toEqual(
      expect.arrayContaining(["document", "issuer", "year", "section", "ordinal", "score", "reason"]),
    );
  });
});

describe("yaodian", () => {
  it("shows its usage for anything it does not know, with exit code 2", async () => {
    const folder = await temporaryFolder();
    const wrong = [
      [],
      ["read", JIANYANG],
      ["read", "--outline"],
      ["read", JIANYANG, JIANYANG, "--outline"],
      ["read", JIANYANG, "--outline", "--year", "2027"],
      ["new", "--from", "blank", "--year", "27", "--out", "a"],
      ["new", "--from", "blank", "--year", "2027"],
      ["export", "a"],
      ["library"],
      ["library", "search", "a", "--limit", "0"],
      ["write", "a"],
      ["read", JIANYANG, "--outlines"],
    ];
    for (const words of wrong) {
      const { code, output, complaint } = await run(folder, ...words);
      expect([words, code, output, complaint.startsWith("用法")]).toEqual([words, 2, "", true]);
    }
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("yaodian export", () => {
  it("sends a prior-year document to be drafted from, and calls only a plan file damaged", async () => {
    const folder = await temporaryFolder();
    expectComplaint(
      await run(folder, "export", JIANYANG, "--docx", "a.docx"),
      JIANYANG,
      /先用 new --from 据它起草/,
    );
    await writeFile(join(folder, "坏.yaodian"), new Uint8Array(4096));
    expectComplaint(await run(folder, "export", "坏.yaodian", "--docx", "a.docx"), "坏.yaodian", /已损坏/);
    expect(await readdir(folder)).not.toContain("a.docx");
  });
});

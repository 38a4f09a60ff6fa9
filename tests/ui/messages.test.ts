import { describe, expect, it } from "vitest";
import { failureSchema } from "../../src/host/contract.ts";
import { SOURCE_PROBLEMS, sourceProblemOf } from "../../src/host/source-problem.ts";
import { type Deed, failureText } from "../../src/ui/messages.ts";

const CODES = failureSchema.shape.code.options;
const DEEDS: readonly Deed[] = ["open", "read", "save", "export", "other"];

describe("failureText", () => {
  it.each(CODES)("says in Chinese what %s means for every deed, with and without a name", (code) => {
    for (const deed of DEEDS) {
      for (const name of ["甲.yaodian", null]) {
        const text = failureText({ code, detail: "English detail", name }, deed);
        expect(text).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*[。；]?$/u);
        expect(text).not.toContain("English");
        expect(text.endsWith("。")).toBe(true);
      }
    }
  });

  it("names the file and says that nothing is lost when the disk is full", () => {
    const failure = { code: "no-space", detail: "", name: "2027.yaodian" } as const;
    expect(failureText(failure, "save")).toBe(
      "无法保存“2027.yaodian”：磁盘空间不足。原文件未受影响，改动已暂存在本机。",
    );
  });

  it("tells of the version before the last save where there is one to open", () => {
    const failure = { code: "damaged", detail: "", name: "2027.yaodian" } as const;
    expect(failureText({ ...failure, previous: "7d9f" }, "open")).toMatch(/可以打开它上一个保存的版本。$/);
    expect(failureText(failure, "open")).not.toContain("上一个保存的版本");
  });

  it.each(SOURCE_PROBLEMS)("says what to do with a document that is %s", (problem) => {
    const failures = {
      slow: { code: "timed-out", detail: "" },
      bomb: { code: "too-large", detail: "bomb: x" },
      damaged: { code: "damaged", detail: "no end" },
      spreadsheet: { code: "unsupported-format", detail: "xlsx" },
      presentation: { code: "unsupported-format", detail: "ppt" },
      image: { code: "unsupported-format", detail: "png" },
      archive: { code: "unsupported-format", detail: "zip" },
      program: { code: "unsupported-format", detail: "executable" },
    } as const;
    const failure =
      problem in failures
        ? failures[problem as keyof typeof failures]
        : { code: "unsupported-format" as const, detail: problem };
    expect(sourceProblemOf({ ...failure, name: null })).toBe(problem);
    const text = failureText({ ...failure, name: "甲.docx" }, "read");
    expect(text).toMatch(/^“甲\.docx”.*。请.+。$|^“甲\.docx”.*请.+。$/);
    expect(failureText({ ...failure, name: null }, "read")).toMatch(/^这份文件/);
  });

  it("takes a name with replacement patterns as it is", () => {
    expect(failureText({ code: "not-found", detail: "", name: "$&.txt" }, "open")).toContain("“$&.txt”");
  });
});

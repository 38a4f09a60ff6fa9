import { describe, expect, it } from "vitest";
import { fileNameOf, withExtension } from "../../../src/ui/session/file-names.ts";

describe("fileNameOf", () => {
  it.each([
    ["某县2027年教育工作要点", "某县2027年教育工作要点"],
    ['关于“双减”: 1/2 <稿> "x"?', "关于“双减” 12 稿 x"],
    ["", "未命名"],
    ["  ...  ", "未命名"],
    ["题".repeat(200), "题".repeat(80)],
  ])("makes of %s a name that Windows takes", (title, name) => {
    expect(fileNameOf(title, "未命名")).toBe(name);
  });
});

describe("withExtension", () => {
  it("adds the extension once", () => {
    expect([withExtension("甲", ".docx"), withExtension("甲.DOCX", ".docx")]).toEqual(["甲.docx", "甲.DOCX"]);
  });
});

import { describe, expect, it } from "vitest";
import {
  MAX_SNIPPETS,
  proposedName,
  snippetsSchema,
  tidiedSnippets,
} from "../../../src/core/office/snippets.ts";

describe("proposedName", () => {
  it("is the first clause, cut where that is long", () => {
    expect(proposedName("\n 坚持党的全面领导，落实立德树人。")).toBe("坚持党的全面领导");
    expect(proposedName("一".repeat(40))).toBe("一".repeat(16));
    expect(proposedName("𠮷".repeat(20))).toBe("𠮷".repeat(16));
  });
});

describe("tidiedSnippets", () => {
  it("drops what has no text and names what has no name", () => {
    const tidied = tidiedSnippets([
      { id: "a", name: " 口径 ", text: " 以教育部门数据为准。\n" },
      { id: "b", name: "空", text: " \n" },
      { id: "c", name: "", text: "，。" },
    ]);
    expect(tidied).toEqual([
      { id: "a", name: "口径", text: "以教育部门数据为准。" },
      { id: "c", name: "，", text: "，。" },
    ]);
    expect(snippetsSchema.safeParse(tidied).success).toBe(true);
  });
});

describe("snippetsSchema", () => {
  it("keeps to its limits", () => {
    const snippet = { id: "a", name: "名", text: "文" };
    const accepts = (value: unknown) => snippetsSchema.safeParse(value).success;
    expect(accepts(Array.from({ length: MAX_SNIPPETS }, () => snippet))).toBe(true);
    expect(accepts(Array.from({ length: MAX_SNIPPETS + 1 }, () => snippet))).toBe(false);
    expect([accepts([{ ...snippet, text: "" }]), accepts([{ ...snippet, name: "名".repeat(41) }])]).toEqual([
      false,
      false,
    ]);
  });
});

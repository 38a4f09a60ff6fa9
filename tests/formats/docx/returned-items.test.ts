import { describe, expect, it } from "vitest";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { returnedItems } from "../../../src/formats/docx/returned-items.ts";
import { writeDocx } from "../../../src/formats/docx/write-docx.ts";
import { docxPart } from "../../support/docx-reader.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const items = [item("抓好落实。"), item("抓好落实。"), item("加强督导。每月一次。")];
const sent = composeDocument(plan("要点", [section("坚持领导", items)]));

async function xmlOf(itemBookmarks: boolean): Promise<string> {
  return docxPart(await writeDocx(sent, { itemBookmarks }), "word/document.xml");
}

describe("returnedItems", () => {
  it("finds every block by its bookmark, with what was changed in it", async () => {
    const xml = (await xmlOf(true)).replace("每月一次。", "每季一次。");
    const found = returnedItems(sent, xml);
    expect(found.map((each) => each.by)).toEqual(["bookmark", "bookmark", "bookmark", "bookmark"]);
    expect(found.at(-1)).toEqual({ blockId: items[2]?.id, text: "3.加强督导。每季一次。", by: "bookmark" });
  });

  it("falls back to unchanged text where bookmarks are gone, and leaves out what has none", async () => {
    const xml = (await xmlOf(false)).replace("每月一次。", "每季一次。");
    expect(returnedItems(sent, xml).slice(1)).toEqual([
      { blockId: items[0]?.id, text: "1.抓好落实。", by: "text" },
      { blockId: items[1]?.id, text: "2.抓好落实。", by: "text" },
    ]);
  });

  it("leaves out what was emptied", async () => {
    const xml = (await xmlOf(true)).replace("2.抓好落实。", "");
    expect(returnedItems(sent, xml).map((each) => each.blockId)).not.toContain(items[1]?.id);
  });
});

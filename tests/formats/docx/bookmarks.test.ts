import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookmarkName, readItemBookmarks } from "../../../src/formats/docx/bookmarks.ts";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { textOf } from "../../../src/formats/docx/official-document.ts";
import { writeDocx } from "../../../src/formats/docx/write-docx.ts";
import { docxPart } from "../../support/docx-reader.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";

describe("bookmarkName", () => {
  it("is hidden, has letters, digits and low lines only, and fits into what Word keeps", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 64 })), (id) => {
        expect(bookmarkName(id)).toMatch(/^_yd_[\da-f]{16,32}$/);
      }),
    );
  });

  it("differs for different ids", () => {
    const ids = Array.from({ length: 5_000 }, (_, index) => `block-${index}`);
    expect(new Set(ids.map(bookmarkName)).size).toBe(ids.length);
  });
});

describe("readItemBookmarks", () => {
  const source = plan("要点", [
    section("坚持“领导”", [item("抓<好>落实。A&B 完成。", [paragraph("每月一次。")])]),
  ]);

  it("gives every block of the plan with its text, in order", async () => {
    const document = composeDocument(source);
    const xml = docxPart(await writeDocx(document), "word/document.xml");
    expect(readItemBookmarks(xml)).toEqual(
      document.elements.flatMap((each) =>
        each.blockId === null ? [] : [{ name: bookmarkName(each.blockId), text: textOf(each) }],
      ),
    );
    expect(readItemBookmarks(xml).map((each) => each.text)).toEqual([
      "一、坚持“领导”",
      "1.抓<好>落实。A&B 完成。",
      "每月一次。",
    ]);
  });

  it("finds none in a final copy", async () => {
    const docx = await writeDocx(composeDocument(source), { itemBookmarks: false });
    expect(docxPart(docx, "word/document.xml")).not.toContain("bookmark");
  });

  it("reads what change tracking has inserted, not what it has deleted, and text over several paragraphs", () => {
    const xml = [
      '<w:p><w:bookmarkStart w:id="3" w:name="_yd_a"/><w:r><w:t>抓好</w:t></w:r><w:ins w:id="1"><w:r><w:t>教育</w:t></w:r></w:ins>',
      '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:tab/><w:t xml:space="preserve">工作&#x3002;</w:t></w:r></w:p>',
      '<w:p><w:r><w:t>新段。</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>',
      '<w:p><w:bookmarkStart w:id="4" w:name="_GoBack"/><w:bookmarkEnd w:id="4"/><w:r><w:t>别的</w:t></w:r></w:p>',
    ].join("");
    expect(readItemBookmarks(xml)).toEqual([{ name: "_yd_a", text: "抓好教育\t工作。\n新段。" }]);
  });

  it("stands any text", () => {
    fc.assert(
      fc.property(fc.string(), (xml) => {
        expect(readItemBookmarks(xml)).toEqual([]);
      }),
    );
  });
});

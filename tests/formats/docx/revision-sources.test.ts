import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toDoc } from "../../../src/core/editor/convert.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { openChanges } from "../../../src/core/revise/open-changes.ts";
import { revisedPlan } from "../../../src/core/revise/revised-plan.ts";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { markedCopy } from "../../../src/formats/docx/marked-copy.ts";
import { revisionSources } from "../../../src/formats/docx/revision-sources.ts";
import { writeDocx } from "../../../src/formats/docx/write-docx.ts";
import { docxPart } from "../../support/docx-reader.ts";
import { BY_LI, BY_WANG, LI, trackedEdit, UNTRACKED } from "../../support/tracked-samples.ts";
import { schemaErrors } from "../../support/validate-docx.ts";

const FALLBACK = { author: "示例市教育局", date: "2026-11-26T00:00:00Z" };

async function xmlOf(revised: WorkPlan): Promise<string> {
  const found = revisedPlan(revised);
  if (!found) throw new Error("no change is open");
  const [before, after] = [composeDocument(found.before), composeDocument(revised)];
  const copy = markedCopy(before, after, revisionSources(found.before, found.changes, FALLBACK));
  const docx = await writeDocx(copy, { itemBookmarks: false, markup: "asRevisions" });
  expect(await schemaErrors(docx)).toEqual([]);
  return docxPart(docx, "word/document.xml");
}

/** Every revised text as `ins 李四 09:00 text`, in order. */
function revisionsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:(ins|del) ([^>]*)><w:r>(.*?)<\/w:r><\/w:\1>/g)].map(
    ([, kind, attributes = "", run = ""]) => {
      const author = /w:author="([^"]*)"/.exec(attributes)?.[1];
      const hour = /w:date="2026-11-2\dT(\d\d:\d\d)/.exec(attributes)?.[1];
      const text = [...run.matchAll(/<w:(?:t|delText)[^>]*>([^<]*)</g)].map(([, part]) => part).join("");
      return `${kind} ${author} ${hour} ${text}`;
    },
  );
}

describe("revisionSources", () => {
  // Word is told the time of the machine's own clock, here that of the samples.
  beforeEach(() => void vi.spyOn(Date.prototype, "getTimezoneOffset").mockReturnValue(0));
  afterEach(() => vi.restoreAllMocks());

  it("writes every change into Word with the name and the time of who made it", async () => {
    expect(openChanges(toDoc(BY_WANG))).toHaveLength(5);
    expect(revisionsIn(await xmlOf(BY_WANG))).toEqual([
      "ins 王五 10:00 1.抓好落实。",
      "del 王五 10:00 1",
      "ins 王五 10:00 2",
      "del 李四 09:00 3",
      "ins 李四 09:00 5",
      "del 王五 10:00 2",
      "ins 王五 10:00 6",
      "del 王五 10:00 2.校园安全。",
      "del 王五 10:00 压实责任。",
      "del 王五 10:00 开展专项整治。",
      "del 王五 10:00 3.抓好落实。",
      "ins 王五 10:00 3.加强宣传。",
    ]);
  });

  it("names the issuer where the writer gave no name", async () => {
    const nameless = trackedEdit(
      UNTRACKED,
      { ...UNTRACKED, title: { text: "示例市2028年教育工作要点", marks: [] } },
      { ...LI, author: "" },
    );
    expect(revisionsIn(await xmlOf(nameless))).toEqual([
      "del 示例市教育局 09:00 2027",
      "ins 示例市教育局 09:00 2028",
    ]);
  });
});

describe("revisedPlan", () => {
  it("takes what was written while nothing was tracked for part of the text before", () => {
    const off: WorkPlan = { ...BY_LI, title: { text: "要点", marks: [] } };
    const found = revisedPlan({
      ...off,
      revisions: { ...(off.revisions ?? { base: UNTRACKED, records: [] }), tracking: false },
    });
    expect(found?.before.title.text).toBe("要点");
    expect(found?.before.children).toEqual(UNTRACKED.children);
    expect(found?.changes).toHaveLength(1);
  });

  it("is undefined where no change is open", () => {
    expect(revisedPlan(UNTRACKED)).toBeUndefined();
  });
});

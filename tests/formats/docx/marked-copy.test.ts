import { afterEach, describe, expect, it, vi } from "vitest";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { wallClock } from "../../../src/formats/docx/docx-revisions.ts";
import { markedCopy } from "../../../src/formats/docx/marked-copy.ts";
import { writeDocx } from "../../../src/formats/docx/write-docx.ts";
import { docxParagraphs, docxPart } from "../../support/docx-reader.ts";
import { CHANGED, REVISED_BY, REVISED_SAMPLE } from "../../support/revised-samples.ts";
import { schemaErrors } from "../../support/validate-docx.ts";

const before = composeDocument(REVISED_SAMPLE);
const after = composeDocument(CHANGED);
const copy = markedCopy(before, after, REVISED_BY);

function textsOf(document: Uint8Array): readonly string[] {
  return docxParagraphs(document).map(({ text }) => text);
}

/** Paragraphs as they are once every change of the copy is taken (`kept`) or turned down. */
async function resolved(kept: "inserted" | "deleted"): Promise<readonly string[]> {
  const stays = ({ revision }: { readonly revision?: { readonly kind: string } }) =>
    revision === undefined || revision.kind === kept;
  const elements = copy.elements.filter(stays).map((element) => ({
    ...element,
    runs: element.runs.filter(stays),
    ...(element.table
      ? {
          table: {
            ...element.table,
            rows: element.table.rows.filter((_, row) => {
              const revision = element.table?.rowRevisions?.[row];
              return revision === undefined || revision.kind === kept;
            }),
          },
        }
      : {}),
  }));
  return textsOf(await writeDocx({ ...copy, elements }, { itemBookmarks: false, markup: "asFormatting" }));
}

async function xmlOf(markup: "asRevisions" | "asFormatting"): Promise<string> {
  return docxPart(await writeDocx(copy, { itemBookmarks: true, markup }), "word/document.xml");
}

describe("markedCopy", () => {
  it("spells the text of today by what stays and what was inserted, that of before by what was deleted", async () => {
    expect(await resolved("inserted")).toEqual(textsOf(await writeDocx(after)));
    const old = await resolved("deleted");
    expect(old).toEqual(textsOf(await writeDocx(before)));
    expect(old).not.toEqual(textsOf(await writeDocx(after)));
  });

  it("marks nothing between a document and itself", () => {
    expect(JSON.stringify(markedCopy(before, before, REVISED_BY))).not.toContain('revision":');
  });

  it("marks a changed number as one deletion and one insertion, in the face of its place", () => {
    const runs = copy.elements.flatMap((element) => element.runs).filter(({ revision }) => revision);
    expect(runs).toContainEqual({
      text: "12000",
      face: "body",
      revision: { kind: "deleted", ...REVISED_BY },
    });
    expect(runs).toContainEqual({
      text: "15000",
      face: "body",
      revision: { kind: "inserted", ...REVISED_BY },
    });
  });
});

describe("writeDocx of revised text", () => {
  it("tracks every change with its author and date, each under a number of its own", async () => {
    const xml = await xmlOf("asRevisions");
    const changes = [...xml.matchAll(/<w:(ins|del) ([^>]*)>/g)];
    const ids = changes.map(([, , attributes]) => /w:id="(\d+)"/.exec(attributes ?? "")?.[1]);
    expect(new Set(changes.map(([, kind]) => kind))).toEqual(new Set(["ins", "del"]));
    expect(new Set(ids).size).toBe(changes.length);
    for (const [, , attributes] of changes) {
      expect(attributes).toContain(`w:author="${REVISED_BY.author}"`);
      expect(attributes).toContain(`w:date="${wallClock(REVISED_BY.date)}"`);
    }
    expect(xml).toMatch(/<w:del [^>]*><w:r>.*?<w:delText [^>]*>12000<\/w:delText><\/w:r><\/w:del>/);
    expect(xml).toMatch(/<w:trPr>.*?<w:del /);
  });

  it("strikes and underlines a marked-up copy for paper, with no change to accept", async () => {
    const xml = await xmlOf("asFormatting");
    expect(xml).not.toMatch(/<w:(?:ins|del|delText)[ >]/);
    const runOf = (text: string) => xml.match(/<w:r>.*?<\/w:r>/g)?.find((run) => run.includes(`>${text}<`));
    expect(runOf("12000")).toContain("<w:strike/>");
    expect(runOf("15000")).toContain('<w:u w:val="single"/>');
  });

  it("names every item that is there today by one bookmark", async () => {
    const xml = await xmlOf("asRevisions");
    const names = xml.match(/w:name="_yd_[^"]*"/g) ?? [];
    const blocks = after.elements.filter(({ blockId }) => blockId !== null);
    expect(names).toHaveLength(blocks.length);
  });

  it.each(["asRevisions", "asFormatting"] as const)("is valid for the Open XML SDK: %s", async (markup) => {
    expect(await schemaErrors(await writeDocx(copy, { itemBookmarks: true, markup }))).toEqual([]);
  });

  it("is valid where everything was replaced", async () => {
    const empty: WorkPlan = { ...REVISED_SAMPLE, children: [], leadIn: [], frontMatter: CHANGED.frontMatter };
    for (const [from, to] of [
      [REVISED_SAMPLE, empty],
      [empty, CHANGED],
    ] as const) {
      const document = markedCopy(composeDocument(from), composeDocument(to), REVISED_BY);
      expect(await schemaErrors(await writeDocx(document))).toEqual([]);
    }
  });
});

describe("wallClock", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is the time that the office's clock shows, to the second", () => {
    vi.spyOn(Date.prototype, "getTimezoneOffset").mockReturnValue(-480);
    expect(wallClock("2026-11-25T20:30:05.196Z")).toBe("2026-11-26T04:30:05Z");
    expect(wallClock("2026-11-25T08:30:05+08:00")).toBe("2026-11-25T08:30:05Z");
  });
});

/** The tasks that write documents and lay them out. Writers are large, so each is loaded when it is first needed. */
import type { DocumentRequest, Tasks, WrittenFormat } from "./task-messages.ts";

/** Before the text of a TXT file: by this mark old editors on Windows know its encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The plan as a document, in every format asked for. */
export async function writeDocument(request: Tasks["export"]["request"]): Promise<Tasks["export"]["reply"]> {
  const document = await composed(request);
  const encoder = new TextEncoder();
  const bytesOf = async (format: WrittenFormat): Promise<Uint8Array<ArrayBuffer>> => {
    switch (format) {
      case "docx": {
        const { writeDocx } = await import("../../../src/formats/docx/write-docx.ts");
        return new Uint8Array(await writeDocx(document, { itemBookmarks: request.itemBookmarks }));
      }
      case "txt": {
        const { writeTxt } = await import("../../../src/formats/txt/write-txt.ts");
        return encoder.encode(`${BYTE_ORDER_MARK}${writeTxt(document)}`);
      }
      case "html": {
        const { writeHtml } = await import("../../../src/formats/web/write-html.ts");
        return encoder.encode(writeHtml(document));
      }
      case "fragment": {
        const { htmlFragment } = await import("../../../src/formats/web/write-html.ts");
        return encoder.encode(htmlFragment(document));
      }
    }
  };
  return Promise.all(request.formats.map(async (format) => ({ format, bytes: await bytesOf(format) })));
}

/** The plan with its changes since another one. Its layout is that of the later plan. */
export async function writeMarkedCopy(
  request: Tasks["marked"]["request"],
): Promise<Tasks["marked"]["reply"]> {
  const { before, after, profile, markup, author, date } = request;
  const { form } = after.frontMatter;
  const { writeDocx } = await import("../../../src/formats/docx/write-docx.ts");
  const next = await composed({ plan: after, form, profile });
  if (markup === "clean") return new Uint8Array(await writeDocx(next, { itemBookmarks: false }));
  const { markedCopy } = await import("../../../src/formats/docx/marked-copy.ts");
  const { revisedPlan } = await import("../../../src/core/revise/revised-plan.ts");
  const { revisionSources } = await import("../../../src/formats/docx/revision-sources.ts");
  const revised = before === null ? revisedPlan(after) : undefined;
  const plan = before ?? revised?.before ?? after;
  const last = await composed({ plan, form, profile });
  const source = { author, date };
  const copy = markedCopy(last, next, revised ? revisionSources(plan, revised.changes, source) : source);
  return new Uint8Array(await writeDocx(copy, { itemBookmarks: false, markup }));
}

/** The plan as printed pages. */
export async function layOutDocument(request: Tasks["layout"]["request"]): Promise<Tasks["layout"]["reply"]> {
  const { printedPages } = await import("../../../src/formats/print/printed-pages.ts");
  return printedPages(await composed(request));
}

/** Pages of the plan, by counting its lines. */
export async function countPages(request: Tasks["count"]["request"]): Promise<Tasks["count"]["reply"]> {
  const { lastPageOf } = await import("../../../src/formats/docx/last-page.ts");
  const { placeImprint } = await import("../../../src/formats/docx/place-imprint.ts");
  return lastPageOf(placeImprint(await composed(request))).number;
}

async function composed({ plan, form, profile }: DocumentRequest) {
  const { composeDocument } = await import("../../../src/formats/docx/compose-document.ts");
  return composeDocument(plan, { form, profile });
}

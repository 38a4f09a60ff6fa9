/** Text runs of a PDF's pages, by PDF.js; nothing is rendered and no font or file is fetched. */
import { getDocumentProxy } from "unpdf";
import type { PdfPage, PdfRun } from "../../../src/formats/pdf/read-pdf.ts";

/** More pages than this are no plan. */
export const MAX_PDF_PAGES = 1_000;

/** PDF.js would print a line for every oddity of a file. */
const ERRORS_ONLY = 0;

export type PdfPages =
  | { readonly ok: true; readonly pages: readonly PdfPage[] }
  | { readonly ok: false; readonly code: "damaged" | "encrypted" | "too-large"; readonly detail: string };

/** Opens a PDF and reads the text of its pages in the order of the file. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPages> {
  try {
    // PDF.js takes the buffer over, so it gets a copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      useSystemFonts: false,
      verbosity: ERRORS_ONLY,
    });
    if (document.numPages > MAX_PDF_PAGES)
      return { ok: false, code: "too-large", detail: `${document.numPages} pages` };
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const height = page.getViewport({ scale: 1 }).height;
      pages.push({ height, runs: content.items.flatMap((item) => ("str" in item ? [runOf(item)] : [])) });
      page.cleanup();
    }
    await document.loadingTask.destroy();
    return { ok: true, pages };
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, code: name === "PasswordException" ? "encrypted" : "damaged", detail };
  }
}

function runOf(item: { str: string; transform: unknown[]; width: number; height: number }): PdfRun {
  return {
    text: item.str,
    x: Number(item.transform[4]),
    y: Number(item.transform[5]),
    width: item.width,
    size: item.height,
  };
}

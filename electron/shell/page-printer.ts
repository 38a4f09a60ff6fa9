import { AsyncLocalStorage } from "node:async_hooks";
import type { WebContents } from "electron";
import type { PagePrinter } from "../services/output/output-handlers.ts";

/** The page whose call is being answered. */
export type CallingPage = AsyncLocalStorage<WebContents>;

export function callingPage(): CallingPage {
  return new AsyncLocalStorage();
}

/** Prints what the calling page has laid out for print: its own pages, their size and margins as its style sheet says. */
export function pagePrinter(calling: CallingPage): PagePrinter {
  return {
    toPdf: async () => {
      const page = calling.getStore();
      if (!page) throw new Error("no page is calling");
      const pdf = await page.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
      });
      return new Uint8Array(pdf);
    },
  };
}

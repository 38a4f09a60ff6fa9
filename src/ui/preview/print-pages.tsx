/** The pages for the printer, all of them, beside the app and seen by nobody until something is printed. */
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import type { PrintedDocument } from "../../core/official/printed-page.ts";
import { previewStrings as strings } from "./preview.strings.ts";
import { PrintedPageView } from "./printed-page-view.tsx";
import "./print.css";

export function PrintPages({ printed: { pages } }: { readonly printed: PrintedDocument }): ReactNode {
  return createPortal(
    <div className="print-pages" aria-hidden="true">
      {pages.map((page, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
          key={index}
          className={page.width > page.height ? "print-page print-page-across" : "print-page"}
        >
          <PrintedPageView page={page} label={strings.page(index + 1)} />
        </div>
      ))}
    </div>,
    document.body,
  );
}

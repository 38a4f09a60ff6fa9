/** Pasting into an open plan: structure out of HTML through the host, and what the drafter is told. */
import type { Node } from "prosemirror-model";
import { useMemo } from "react";
import type { PlanEditorViewProps } from "../editor/index.ts";
import { useServices } from "../services.ts";
import { pastingStrings as strings } from "./pasting.strings.ts";

export type Pasting = Required<
  Pick<PlanEditorViewProps, "onPasteRefused" | "onStructuredPaste" | "readHtml">
>;

/** Name under which pasted HTML is read; it only shows in the log. */
const PASTED = "clipboard.html";
/** The clipboard may hold a part of a page: with this it is a page, and is read as one. */
const asPage = (html: string) =>
  /<html\b/i.test(html) ? html : `<!DOCTYPE html><html><body>${html}</body></html>`;

/** A paste that brings as many parts, sections and items together, is a document taken in. */
const PARTS_OF_A_DOCUMENT = 5;

/** `onDocument` gets the text as it was before a paste that brought a document. */
export function usePasting(onDocument: (before: Node) => void): Pasting {
  const { host, bars } = useServices();
  return useMemo(
    (): Pasting => ({
      onPasteRefused: (reason) =>
        bars.show({
          topic: "insert",
          intent: "warning",
          text: strings.refused[reason],
          actions: [],
          closable: true,
        }),
      onStructuredPaste: ({ sections, items, dropped, before, asPlainText }) => {
        if (sections + items >= PARTS_OF_A_DOCUMENT) onDocument(before);
        bars.show({
          topic: "insert",
          intent: "info",
          text: strings.pasted(sections, items, dropped),
          actions: [
            {
              label: strings.asPlainText,
              run: () => {
                bars.close("insert");
                asPlainText();
              },
            },
          ],
          closable: true,
        });
      },
      readHtml: async (html) => {
        const bytes = new TextEncoder().encode(asPage(html));
        const reply = await host.call("source.read", { name: PASTED, bytes });
        return reply.ok && reply.value.format === "html" ? reply.value.source : undefined;
      },
    }),
    [host, bars, onDocument],
  );
}

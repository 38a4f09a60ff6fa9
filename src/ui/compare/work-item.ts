import type { WorkPlan } from "../../core/plan/model.ts";
import type { LibraryItem } from "../../core/suggest/suggestion.ts";
import type { UnfinishedWork } from "../../core/targets/unfinished-work.ts";

/** What a summary leaves for the next year, as an item with its origin; `source` names where the summary came from. */
export function itemOfWork(work: UnfinishedWork, summary: WorkPlan, source: string): LibraryItem {
  const { heading, text, reason } = work;
  const own = reason === "idea" ? heading : "";
  const body = text.startsWith(own) ? text.slice(own.length).replace(/^[。\n]/, "") : text;
  return {
    id: 0,
    origin: {
      documentId: source.slice(0, 64),
      title: summary.title.text.replaceAll("\n", "").slice(0, 500),
      issuer: summary.frontMatter.issuer,
      year: summary.year,
      section: null,
      item: null,
      heading,
    },
    sectionHeading: reason === "idea" ? "" : heading,
    heading: own,
    body,
  };
}

/** The final wording of the title and of the covering notice. */
import type { Paragraph } from "./clean-lines.ts";
import { type DocumentParts, droppedLines } from "./document-parts.ts";
import type { DroppedLine } from "./plan-reading.ts";
import type { Repairs } from "./repairs.ts";
import { titleKey, withoutDomain, withYearMark } from "./titles.ts";

/** As the model limits it. */
const LONGEST_TITLE = 500;

/** Title without a web address, its 年 put back; empty where the document has none. */
export function settleTitle(parts: DocumentParts, repairs: Repairs): string {
  if (parts.title === null) return "";
  const line = parts.titleLine ?? undefined;
  const bare = withoutDomain(parts.title);
  const removed = { code: "domain-removed", line, before: parts.title, after: bare.title };
  const title = bare.domain === "" || repairs.allows(removed) ? bare.title : parts.title;
  const repaired = withYearMark(title);
  if (repaired === undefined) return title.slice(0, LONGEST_TITLE);
  const certain = parts.titleTwins.includes(repaired);
  const inserted = { code: "title-year-mark-inserted", line, before: title, after: repaired, certain };
  return (repairs.allows(inserted) ? repaired : title).slice(0, LONGEST_TITLE);
}

export interface SettledNotice {
  readonly notice: { readonly title: string | null; readonly body: readonly Paragraph[] } | null;
  readonly dropped: readonly DroppedLine[];
}

/**
 * The notice and the lines dropped around the body. The notice's title is null, and its line dropped, where it is
 * just what is made from issuer and plan title anyway.
 */
export function settleNotice(parts: DocumentParts, title: string, issuer: string | null): SettledNotice {
  if (!parts.notice) return { notice: null, dropped: parts.dropped };
  const { title: own, body } = parts.notice;
  if (own === null) return { notice: { title: null, body }, dropped: parts.dropped };
  if (titleKey(own.text) === titleKey(`${issuer ?? ""}关于印发《${title}》的通知`))
    return {
      notice: { title: null, body },
      dropped: [...parts.dropped, ...droppedLines(own, "notice-title")],
    };
  return { notice: { title: own.text.slice(0, LONGEST_TITLE), body }, dropped: parts.dropped };
}

/** 附件说明 and 附件 (GB/T 9704—2012, 7.3.4, 7.3.7 and 8). */
import type { Attachment } from "../../core/plan/model.ts";
import { cleanText, isBlank } from "./clean-text.ts";
import { cleanLine } from "./front-matter-texts.ts";
import { LINES_ABOVE_ATTACHMENT_NOTE, LINES_BELOW_ATTACHMENT_MARK, LINES_BELOW_TITLE } from "./gbt9704.ts";
import {
  blankLines,
  element,
  type OfficialElement,
  type OfficialRun,
  USUAL_PAGES,
} from "./official-document.ts";
import { characterAdvance, type Profile, titleCapacity } from "./profile.ts";
import { attachmentTable } from "./table-elements.ts";
import { titleLines } from "./title-lines.ts";

const LABEL = "附件：";
/** Characters by which the note is indented, and those of its label. */
const NOTE_INDENT = 2;
const LABEL_WIDTH = 3;

/** Whether an attachment has anything to print. */
export function isAttachment({ name, paragraphs, rows }: Attachment): boolean {
  return !isBlank(name) || paragraphs.some((text) => !isBlank(text)) || rows.length > 0;
}

/**
 * The attachment note, one line below the text: names without end punctuation, numbered where there are several, wrapped
 * lines below the first character of the name.
 */
export function attachmentNote(names: readonly string[], profile: Profile): readonly OfficialElement[] {
  const printed = names.map(attachmentName).filter((name) => name !== "");
  const character = characterAdvance(profile);
  const isList = printed.length > 1;
  // Two digits and a dot are one and a half characters wide; a tab behind every number then keeps the names aligned.
  const hasWideNumbers = printed.length > 9;
  const numberWidth = !isList ? 0 : hasWideNumbers ? 1.6 : 1;
  const leftIndent = Math.round((NOTE_INDENT + LABEL_WIDTH + numberWidth) * character);
  const lines = printed.map((name, index) => {
    const label = `${index + 1}.${hasWideNumbers ? "\t" : ""}`;
    const runs: readonly OfficialRun[] = [
      ...(index === 0 ? [{ text: LABEL, face: "own" as const }] : []),
      ...(isList ? [{ text: label, face: "label" as const }] : []),
      { text: name, face: "own" },
    ];
    const hanging = Math.round((index === 0 ? LABEL_WIDTH + numberWidth : numberWidth) * character);
    const tabs = [{ position: leftIndent, alignment: "left" as const }];
    return element("attachment-note", runs, {
      placement: { leftIndent, hanging, ...(hasWideNumbers ? { tabs } : {}) },
    });
  });
  return lines.length === 0 ? [] : [...blankLines(LINES_ABOVE_ATTACHMENT_NOTE), ...lines];
}

/** Mark at the head of an attachment: 附件, with its number where there are several (7.3.7). */
export function attachmentMark(number: number, count: number): OfficialElement {
  return element("attachment-mark", count > 1 ? `附件${number}` : "附件");
}

/** Pages of an attachment: mark on the first line, title on the third, then text and table. */
export function attachmentPages(
  attachment: Attachment,
  number: number,
  count: number,
  profile: Profile,
  pagesBefore: "portrait" | "landscape",
): readonly OfficialElement[] {
  const name = attachmentName(attachment.name);
  const { landscape } = attachment;
  const opening = attachmentMark(number, count);
  const changes = landscape || pagesBefore === "landscape";
  return [
    changes ? { ...opening, pages: { ...USUAL_PAGES, landscape } } : { ...opening, startsPage: true },
    ...blankLines(LINES_BELOW_ATTACHMENT_MARK),
    ...(name === ""
      ? []
      : [
          element("title", titleLines(name, titleCapacity(profile)).join("\n")),
          ...blankLines(LINES_BELOW_TITLE),
        ]),
    ...attachment.paragraphs.filter((text) => !isBlank(text)).map((text) => element("body", cleanText(text))),
    ...attachmentTable(attachment, profile),
  ];
}

/** The name as the note has it (7.3.4). */
function attachmentName(name: string): string {
  return cleanLine(name).replace(/[。；;，,、\s]+$/u, "");
}

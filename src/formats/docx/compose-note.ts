/** 对比说明 as an official document: title, paragraphs, and tables under headings of their own. */
import type { Note } from "../../core/compare/note.ts";
import { cleanText } from "./clean-text.ts";
import { LINES_BELOW_TITLE } from "./gbt9704.ts";
import { blankLines, element, type OfficialDocument } from "./official-document.ts";
import { DEFAULT_PROFILE, type Profile, titleCapacity } from "./profile.ts";
import { attachmentTable } from "./table-elements.ts";
import { titleLines } from "./title-lines.ts";

/** The document of a note, in the type and margins of a plan. */
export function composeNote(note: Note, profile: Profile = DEFAULT_PROFILE): OfficialDocument {
  return {
    profile,
    title: cleanText(note.title),
    issuer: "",
    elements: [
      element("title", titleLines(cleanText(note.title), titleCapacity(profile)).join("\n")),
      ...blankLines(LINES_BELOW_TITLE),
      ...note.paragraphs.map((text) => element("body", cleanText(text))),
      ...note.tables.flatMap(({ title, columns, rows }) => [
        element("level-1", cleanText(title), { keepsWithNext: true }),
        ...attachmentTable(tableOf([columns, ...rows]), profile),
      ]),
    ],
    imprint: [],
  };
}

function tableOf(rows: readonly (readonly string[])[]) {
  return { id: "table", name: "", ownPages: true, paragraphs: [], rows, landscape: false };
}

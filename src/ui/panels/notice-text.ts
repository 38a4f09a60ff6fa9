/** The text of an 印发通知 as one field, one paragraph a line. */
import type { Notice, Paragraph } from "../../core/plan/model.ts";

export function textOfNotice(notice: Notice): string {
  return notice.body.map((paragraph) => paragraph.text).join("\n");
}

/** Paragraphs of the typed text. One that is unchanged stays as it is, with its id and its marks. */
export function noticeOfText(notice: Notice, text: string, newId: () => string): readonly Paragraph[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const used = new Set<string>();
  return lines.map((line, index) => {
    const same = notice.body.find((paragraph) => paragraph.text === line && !used.has(paragraph.id));
    if (same) {
      used.add(same.id);
      return same;
    }
    const there = notice.body[index];
    const reusable = there && !lines.includes(there.text) && !used.has(there.id);
    const id = reusable ? there.id : newId();
    used.add(id);
    return { kind: "paragraph", id, text: line, marks: [] };
  });
}

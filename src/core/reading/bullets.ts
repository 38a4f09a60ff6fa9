/** Bullets in the place of item numbers: `● 推进…` where no item of the document has a number. */
import { BULLET, markerAt, type Paragraph } from "./clean-lines.ts";
import type { Repairs } from "./repairs.ts";

/** Fewer are marks of their own kind. */
const FEWEST = 3;
const CODE = "bullets-read";
/** Where one of these is numbered, bullets stand below it. */
const NUMBERED: ReadonlySet<string> = new Set(["item", "sub", "deep"]);

/** Paragraphs that begin with a bullet made items; unchanged where items are numbered. */
export function readBullets(paragraphs: readonly Paragraph[], repairs: Repairs): readonly Paragraph[] {
  const isBullet = ({ text, role }: Paragraph) => role === null && BULLET.test(text);
  if (repairs.isRefused(CODE) || paragraphs.filter(isBullet).length < FEWEST) return paragraphs;
  if (paragraphs.some((paragraph) => NUMBERED.has(markerAt(paragraph)?.level ?? ""))) return paragraphs;
  return paragraphs.map((paragraph) => {
    if (!isBullet(paragraph)) return paragraph;
    const { line, text } = paragraph;
    const state = repairs.stateAt(CODE, line, 0);
    repairs.count({ code: CODE, line, at: 0, before: text.charAt(0), after: "", state });
    return state === "done" ? { ...paragraph, inferred: "item" } : paragraph;
  });
}

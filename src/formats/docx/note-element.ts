/** 附注: what stands in brackets below the date (GB/T 9704—2012, 7.3.6). */
import { cleanLine } from "./front-matter-texts.ts";
import { element, type OfficialElement } from "./official-document.ts";

/** The note in full-width brackets, which are not doubled where the drafter typed them. */
export function noteElement(note: string): readonly OfficialElement[] {
  const text = cleanLine(note).replace(/^[（(](.*)[）)]$/u, "$1");
  return text === "" ? [] : [element("note", `（${text}）`)];
}

/** Texts of the front matter as they are printed: cleaned, with the wording that the standard gives them. */
import type { FrontMatter, WorkPlan } from "../../core/plan/model.ts";
import { cleanLines, cleanText, isBlank } from "./clean-text.ts";

/** Text in one line. */
export function cleanLine(text: string): string {
  return cleanText(text).trim();
}

/** 发文机关, the host of a joint issue first; the authority where no issuer is given. */
export function issuersOf({ issuer, authority, jointIssuers }: FrontMatter): readonly string[] {
  const host = cleanLine(isBlank(issuer) ? authority : issuer);
  return [host, ...jointIssuers.map(cleanLine)].filter((name) => name !== "");
}

/** 发文机关署名: the authority given, else the issuer, and the other issuers of a joint issue. */
export function authoritiesOf({ issuer, authority, jointIssuers }: FrontMatter): readonly string[] {
  const host = cleanLine(isBlank(authority) ? issuer : authority);
  return [host, ...jointIssuers.map(cleanLine)].filter((name) => name !== "");
}

/** 密级和保密期限, e.g. `机密★1年` (GB/T 9704—2012, 7.2.2). */
export function classificationText({ classification, classificationTerm }: FrontMatter): string {
  return [classification, classificationTerm]
    .map(cleanLine)
    .filter((part) => part !== "")
    .join("★");
}

/** `2027-01-05` → `2027年1月5日`: full year, no leading zeros (GB/T 9704—2012, 7.3.5.4). */
export function dateText(isoDate: string): string {
  const [year, month, day] = isoDate.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** A list of organs without the mark it ends with. */
export function organList(text: string): string {
  return cleanLines(text)
    .join("")
    .replace(/[:：，,。.；;、\s]+$/u, "");
}

/** The plan's title in book title marks; a book title inside it takes the single marks (GB/T 15834—2011). */
export function bookTitle(plan: WorkPlan): string {
  const title = titleText(plan);
  if (title === "") return "工作要点";
  return `《${title.replaceAll("《", "〈").replaceAll("》", "〉")}》`;
}

/** The plan's title in one line. */
export function titleText(plan: WorkPlan): string {
  return cleanLines(plan.title.text).join("");
}

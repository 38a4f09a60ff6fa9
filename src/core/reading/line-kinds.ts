/** Lines around the body of a plan that are told by their form alone. */
import { type IssueDate, issueDateOf } from "../text/dates.ts";
import type { Paragraph } from "./clean-lines.ts";
import { isOrganName } from "./organs.ts";

const DOCUMENT_NUMBER =
  /^(?:文\s?号|发文字号)?[：:\s]{0,4}([\p{Script=Han}XＸ×*＊○]{1,14}(?:字|发|办|函|委|党|教)?\s?[〔[【﹝（(]?\s?(?:19|20)\d{2}\s?[〕\]】﹞）)]?\s?第?\s?[\dXＸ×*＊]{1,5}\s?号)$/u;
const ADDRESSEES = /^[^。；！？]{2,400}：$/;
const ADDRESSEE_WORDS = /各|局|委|办|厅|中心|学校|单位|部门|企业|医院|街道|镇|乡|市|县|区|股|科|处|公司/;
/** An introduction ends with a colon too. */
const NO_ADDRESSEES =
  /现将|如下|以下|下列|要求|目标|思路|指导思想|\d{4}年|围绕|坚持|做好|重点|加强|推进|^附件|^第|[“”]/;
const RELEASE_NOTE = /^（此件(?:主动|依申请|不予|不)?公开(?:发布)?）$|^（此件.{1,12}）$/;
const IMPRINT =
  /^抄\s?[送报]\s?[：:]|^主题词\s?[：:]|^.{2,30}(?:办公室|局|委员会|厅)\s{0,30}\d{4}年\d{1,2}月\d{1,2}日\s?印发$|^共印\s?\d+\s?份/;
const ATTACHMENTS = /^附\s?件?\s?\d{0,2}\s?[：:]\s?/;
const ATTACHMENT_LABEL = /^附\s?件\s?\d{0,2}\s?[：:]?$/;

/** Sentence of a covering notice: what it issues and what is asked of the addressees. */
export const ISSUES =
  /现(?:将|就)?.{0,80}(?:印发|下发|公布|下发|转发|发)给你们|请.{0,30}(?:贯彻(?:执行|落实)|遵照执行|认真(?:抓好|组织)?.{0,6}(?:落实|实施))/;

export type LineKind =
  | { readonly kind: "document-number"; readonly number: string }
  | { readonly kind: "organ"; readonly name: string }
  | { readonly kind: "date"; readonly date: IssueDate }
  | { readonly kind: "organ-and-date"; readonly name: string; readonly date: IssueDate }
  | { readonly kind: "addressees"; readonly text: string }
  | { readonly kind: "release-note" }
  | { readonly kind: "imprint" }
  | { readonly kind: "attachments"; readonly first: string }
  | { readonly kind: "attachment-label" };

/** Kind of a paragraph that is form data; one whose role the drafter decided is none. */
export function formKindOf(paragraph: Paragraph, pageDate: string | null): LineKind | undefined {
  return paragraph.role === null ? lineKindOf(paragraph.text, pageDate) : undefined;
}

/** Kind of a line that is form data by its shape; `undefined` for text. */
export function lineKindOf(line: string, pageDate: string | null): LineKind | undefined {
  const text = line.trim();
  if (text.length > 420) return undefined;
  const number = DOCUMENT_NUMBER.exec(text)?.[1];
  if (number !== undefined) return { kind: "document-number", number: number.replace(/\s/g, "") };
  const date = issueDateOf(text, pageDate);
  if (date) return { kind: "date", date };
  if (isOrganName(text)) return { kind: "organ", name: text.replace(/\s+/g, " ") };
  const both = organAndDate(text, pageDate);
  if (both) return both;
  if (RELEASE_NOTE.test(text)) return { kind: "release-note" };
  if (IMPRINT.test(text)) return { kind: "imprint" };
  if (ATTACHMENT_LABEL.test(text)) return { kind: "attachment-label" };
  const attachments = ATTACHMENTS.exec(text);
  if (attachments) return { kind: "attachments", first: text.slice(attachments[0].length) };
  if (ADDRESSEES.test(text) && ADDRESSEE_WORDS.test(text) && !NO_ADDRESSEES.test(text))
    return { kind: "addressees", text: text.slice(0, -1) };
  return undefined;
}

/** `…局 2023年2月15日`, `…局（2023年2月15日）` and both in brackets. */
function organAndDate(line: string, pageDate: string | null): LineKind | undefined {
  const text = /^（[^（）]*）$/.test(line) ? line.slice(1, -1) : line;
  const match =
    /^([\p{Script=Han}XＸ×*＊○][\p{Script=Han}XＸ×*＊○（）、\s]{2,38}?)\s{0,20}(（?(?:\d{4}|[二一][〇○零Ｏ九]).{3,20})$/u.exec(
      text,
    );
  const name = match?.[1]?.trim() ?? "";
  if (!match || !isOrganName(name)) return undefined;
  const date = issueDateOf(match[2] ?? "", pageDate);
  return date && { kind: "organ-and-date", name, date };
}

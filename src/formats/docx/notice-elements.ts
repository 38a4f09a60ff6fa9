/** 印发通知: the covering notice in front of a plan. */
import type { WorkPlan } from "../../core/plan/model.ts";
import { cleanLines, cleanText, isBlank } from "./clean-text.ts";
import { LINES_BELOW_TITLE, TITLE_CHARACTERS } from "./gbt9704.ts";
import { mastheadElements } from "./masthead-elements.ts";
import { blankLines, element, type OfficialElement } from "./official-document.ts";
import type { Profile } from "./profile.ts";
import { signatureBlock } from "./signature-block.ts";
import { titleLines } from "./title-lines.ts";

/** Title of the notice: the drafter's own, or 「××局关于印发《…》的通知」. */
export function noticeTitle(plan: WorkPlan): string {
  const own = plan.frontMatter.notice?.title ?? "";
  if (!isBlank(own)) return own;
  return `${issuerOf(plan)}关于印发${bookTitle(plan)}的通知`;
}

/**
 * Elements of the notice; the plan behind it begins a page of its own.
 *
 * The last paragraph stays with the signature (7.3.5.5), unless it is the only one: the first page must show text
 * (7.3.3), and a paragraph that is kept moves as a whole.
 */
export function noticeElements(plan: WorkPlan, profile: Profile): readonly OfficialElement[] {
  const { frontMatter } = plan;
  const masthead = mastheadElements(issuerOf(plan), frontMatter.documentNumber, profile);
  const addressees = addresseesText(frontMatter.addressees);
  const given = (frontMatter.notice?.body ?? []).filter((paragraph) => !isBlank(paragraph.text));
  const body =
    given.length > 0
      ? given.map((paragraph) => element("body", cleanText(paragraph.text), { blockId: paragraph.id }))
      : [element("body", `现将${bookTitle(plan)}印发给你们，请结合实际，认真贯彻落实。`)];
  return [
    ...masthead,
    element("title", titleLines(noticeTitle(plan), TITLE_CHARACTERS).join("\n")),
    ...blankLines(LINES_BELOW_TITLE),
    ...(addressees === "" ? [] : [element("addressees", addressees)]),
    ...body.map((each, index) => ({ ...each, keepsWithNext: index > 0 && index === body.length - 1 })),
    ...signatureBlock(authorityOf(plan), frontMatter.dateOfIssue, profile),
  ];
}

/** 发文机关署名: the authority given, else the issuer. */
export function authorityOf(plan: WorkPlan): string {
  return isBlank(plan.frontMatter.authority) ? plan.frontMatter.issuer : plan.frontMatter.authority;
}

function issuerOf(plan: WorkPlan): string {
  const { issuer, authority } = plan.frontMatter;
  return cleanText(isBlank(issuer) ? authority : issuer).trim();
}

/** The plan's title in book title marks; a book title inside it takes the single marks (GB/T 15834—2011). */
function bookTitle(plan: WorkPlan): string {
  const title = cleanLines(plan.title.text).join("");
  if (title === "") return "工作要点";
  return `《${title.replaceAll("《", "〈").replaceAll("》", "〉")}》`;
}

/** Addressees in one line, the last one followed by a full-width colon (GB/T 9704—2012, 7.3.2). */
function addresseesText(text: string): string {
  const line = cleanLines(text).join("");
  return line === "" ? "" : `${line.replace(/[:：，,。.；;、\s]+$/u, "")}：`;
}

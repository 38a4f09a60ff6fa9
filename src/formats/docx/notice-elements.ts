/** 印发通知: the covering notice in front of a plan, as a document with masthead or as a letter. */
import type { WorkPlan } from "../../core/plan/model.ts";
import { attachmentNote } from "./attachment-elements.ts";
import { cleanText, isBlank } from "./clean-text.ts";
import { leavesRoomForText } from "./first-page.ts";
import { authoritiesOf, bookTitle, issuersOf, organList } from "./front-matter-texts.ts";
import { JOINT_MARK_HEIGHTS, LINES_BELOW_TITLE } from "./gbt9704.ts";
import { letterElements } from "./letter-elements.ts";
import { mastheadElements } from "./masthead-elements.ts";
import { noteElement } from "./note-element.ts";
import { blankLines, element, type OfficialElement, USUAL_PAGES } from "./official-document.ts";
import { type Profile, titleCapacity } from "./profile.ts";
import { signatureBlock } from "./signature-block.ts";
import { titleLines } from "./title-lines.ts";

/** Title of the notice: the drafter's own, or 「××局关于印发《…》的通知」. */
export function noticeTitle(plan: WorkPlan): string {
  const own = plan.frontMatter.notice?.title ?? "";
  if (!isBlank(own)) return own;
  return `${issuersOf(plan.frontMatter).join(" ")}关于印发${bookTitle(plan)}的通知`;
}

/** Addressees in one line, the last one followed by a full-width colon (GB/T 9704—2012, 7.3.2). */
export function addresseesElement(addressees: string): readonly OfficialElement[] {
  const organs = organList(addressees);
  return organs === "" ? [] : [element("addressees", `${organs}：`)];
}

/** Everything above the addressees; marks of a joint issue shrink until the first page has room for text (7.2.4). */
export function noticeHead(plan: WorkPlan, profile: Profile): readonly OfficialElement[] {
  if (plan.frontMatter.form === "letter") return letterHead(plan, profile);
  const heads = JOINT_MARK_HEIGHTS.map((height) => [
    ...mastheadElements(plan.frontMatter, height, profile),
    ...titleElements(plan, profile),
  ]);
  return heads.find((head) => leavesRoomForText(head, profile)) ?? heads.at(-1) ?? [];
}

function letterHead(plan: WorkPlan, profile: Profile): readonly OfficialElement[] {
  const [first, ...others] = letterElements(plan.frontMatter, profile);
  const opening = first?.role === "letter-mark" ? { pages: { ...USUAL_PAGES, letter: true } } : {};
  return [...(first ? [{ ...first, ...opening }] : []), ...others, ...titleElements(plan, profile)];
}

function titleElements(plan: WorkPlan, profile: Profile): readonly OfficialElement[] {
  const lines = titleLines(noticeTitle(plan), titleCapacity(profile), issuersOf(plan.frontMatter));
  return [element("title", lines.join("\n")), ...blankLines(LINES_BELOW_TITLE)];
}

/**
 * Text, attachment note, signature and note of the notice; the plan behind it begins a page of its own.
 *
 * The last paragraph stays with the signature (7.3.5.5), unless it is the only one: the first page must show text
 * (7.3.3), and a paragraph that is kept moves as a whole. `tight` leaves less room above a seal.
 */
export function noticeText(
  plan: WorkPlan,
  attachments: readonly string[],
  tight: boolean,
  profile: Profile,
): readonly OfficialElement[] {
  const { frontMatter } = plan;
  const given = (frontMatter.notice?.body ?? []).filter((paragraph) => !isBlank(paragraph.text));
  const body =
    given.length > 0
      ? given.map((paragraph) => element("body", cleanText(paragraph.text), { blockId: paragraph.id }))
      : [element("body", `现将${bookTitle(plan)}印发给你们，请结合实际，认真贯彻落实。`)];
  const signature = signatureBlock(
    {
      authorities: authoritiesOf(frontMatter),
      isoDate: frontMatter.dateOfIssue,
      sealed: frontMatter.sealed,
      tight,
    },
    noteElement(frontMatter.note),
    profile,
  );
  const listed = attachmentNote(attachments, profile);
  return [
    ...body.map((each, index) => ({ ...each, keepsWithNext: index > 0 && index === body.length - 1 })),
    ...listed.map((each) => ({ ...each, keepsWithNext: signature.length > 0 })),
    ...signature,
  ];
}

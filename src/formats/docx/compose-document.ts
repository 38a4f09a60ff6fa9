/** A plan as an official document: what stands where, decided once for every format that is written. */
import type { DocumentForm, WorkPlan } from "../../core/plan/model.ts";
import { attachmentMark, attachmentNote, attachmentPages, isAttachment } from "./attachment-elements.ts";
import { cleanLines, isBlank } from "./clean-text.ts";
import { leavesRoomForText } from "./first-page.ts";
import { authoritiesOf, issuersOf, titleText } from "./front-matter-texts.ts";
import { LINES_ABOVE_TITLE, LINES_BELOW_ATTACHMENT_MARK, LINES_BELOW_TITLE } from "./gbt9704.ts";
import { imprintElements } from "./imprint-elements.ts";
import { lastPageOf } from "./last-page.ts";
import { securityElements } from "./masthead-elements.ts";
import { noteElement } from "./note-element.ts";
import { addresseesElement, noticeHead, noticeText, noticeTitle } from "./notice-elements.ts";
import {
  blankLines,
  element,
  type OfficialDocument,
  type OfficialElement,
  USUAL_PAGES,
} from "./official-document.ts";
import { planElements } from "./plan-elements.ts";
import { DEFAULT_PROFILE, type Profile, titleCapacity } from "./profile.ts";
import { prunedPlan } from "./pruned-plan.ts";
import { signatureBlock } from "./signature-block.ts";
import { titleLines } from "./title-lines.ts";

export interface ComposeOptions {
  /** The plan's own form where none is given. */
  readonly form?: DocumentForm;
  readonly profile?: Profile;
}

/**
 * The document of a plan. Every text of the plan is in it once, in order, without characters that no document can
 * hold; blocks without text are left out before anything is numbered.
 *
 * In a notice or letter, the signature block belongs to the notice. A bare plan is signed at its end only where a date
 * of issue is given.
 */
export function composeDocument(plan: WorkPlan, options: ComposeOptions = {}): OfficialDocument {
  const profile = options.profile ?? DEFAULT_PROFILE;
  const form = options.form ?? plan.frontMatter.form;
  const printed = prunedPlan({ ...plan, frontMatter: { ...plan.frontMatter, form } });
  const isPlan = form === "plan";
  const title = isPlan ? printed.title.text : noticeTitle(printed);
  const head = isPlan ? [] : noticeHead(printed, profile);
  const addressees = isPlan ? [] : addresseesElement(printed.frontMatter.addressees);
  const moved = addressees.length > 0 && !leavesRoomForText([...head, ...addressees], profile);
  const opening = [...head, ...(moved ? [] : addressees)];
  const text = isPlan
    ? endingSooner((tight) => barePlan(printed, tight, profile), profile)
    : [
        ...endingSooner(
          (tight) => [...opening, ...noticeText(printed, listedNames(printed), tight, profile)],
          profile,
        ),
        ...planBehindNotice(printed, profile),
      ];
  return {
    profile,
    title: cleanLines(title).join(""),
    issuer: issuersOf(printed.frontMatter)[0] ?? "",
    elements: [...text, ...attachments(printed, profile)],
    imprint: imprintElements(printed.frontMatter, moved, profile),
  };
}

/** The text with its usual room above the seal, unless it ends on an earlier page with less: a page without text (7.3.5.5). */
function endingSooner(
  textOf: (tight: boolean) => readonly OfficialElement[],
  profile: Profile,
): readonly OfficialElement[] {
  const usual = textOf(false);
  const tight = textOf(true);
  if (usual.length === tight.length) return usual;
  const pagesOf = (elements: readonly OfficialElement[]) => lastPageOf({ elements, profile }).number;
  return pagesOf(tight) < pagesOf(usual) ? tight : usual;
}

function barePlan(plan: WorkPlan, tight: boolean, profile: Profile): readonly OfficialElement[] {
  const { frontMatter } = plan;
  const security = securityElements(frontMatter);
  const note = attachmentNote(namesOf(plan), profile);
  const body = [...titleElements(plan, profile), ...planElements(plan), ...note];
  const signature =
    frontMatter.dateOfIssue === null
      ? noteElement(frontMatter.note)
      : signatureBlock(
          {
            authorities: authoritiesOf(frontMatter),
            isoDate: frontMatter.dateOfIssue,
            sealed: frontMatter.sealed,
            tight,
          },
          noteElement(frontMatter.note),
          profile,
        );
  // The signature block never stands alone on a page: the last paragraph goes with it (7.3.5.5).
  const kept = body.length - 1 - note.length;
  return [
    ...security,
    ...(security.length === 0 ? [] : blankLines(LINES_ABOVE_TITLE)),
    ...body.map((each, index) =>
      signature.length > 0 && index >= kept ? { ...each, keepsWithNext: true } : each,
    ),
    ...signature,
  ];
}

/** Names in the attachment note of a notice. */
function listedNames(plan: WorkPlan): readonly string[] {
  const names = namesOf(plan);
  return plan.frontMatter.planAsAttachment ? [titleText(plan), ...names] : names;
}

/** The plan on a page of its own, or as first attachment where the office wants it so. */
function planBehindNotice(plan: WorkPlan, profile: Profile): readonly OfficialElement[] {
  const { planAsAttachment, form } = plan.frontMatter;
  const mark = planAsAttachment
    ? [attachmentMark(1, listedNames(plan).length), ...blankLines(LINES_BELOW_ATTACHMENT_MARK)]
    : [];
  const [first, ...others] = [...mark, ...titleElements(plan, profile), ...planElements(plan)];
  const opening = first && form !== "letter" ? [{ ...first, startsPage: true }] : [];
  // The rules of a letter belong to the letter alone, so the plan behind it has pages of its own kind.
  const afterLetter = first && form === "letter" ? [{ ...first, pages: USUAL_PAGES }] : [];
  return [...opening, ...afterLetter, ...others];
}

function namesOf(plan: WorkPlan): readonly string[] {
  return plan.frontMatter.attachments.filter(isAttachment).map((attachment) => attachment.name);
}

/** Pages of the attachments that are bound with the document (7.3.7). */
function attachments(plan: WorkPlan, profile: Profile): readonly OfficialElement[] {
  const { form, planAsAttachment } = plan.frontMatter;
  const given = plan.frontMatter.attachments.filter(isAttachment);
  const before = form !== "plan" && planAsAttachment ? 1 : 0;
  const elements: OfficialElement[] = [];
  let lying: "portrait" | "landscape" = "portrait";
  for (const [index, attachment] of given.entries()) {
    if (!attachment.ownPages) continue;
    const number = index + 1 + before;
    elements.push(...attachmentPages(attachment, number, given.length + before, profile, lying));
    lying = attachment.landscape ? "landscape" : "portrait";
  }
  return elements;
}

function titleElements(plan: WorkPlan, profile: Profile): readonly OfficialElement[] {
  if (isBlank(plan.title.text)) return [];
  const lines = titleLines(plan.title.text, titleCapacity(profile));
  return [element("title", lines.join("\n")), ...blankLines(LINES_BELOW_TITLE)];
}

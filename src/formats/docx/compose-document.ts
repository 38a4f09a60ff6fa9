/** A plan as an official document: what stands where, decided once for every format that is written. */
import type { WorkPlan } from "../../core/plan/model.ts";
import { cleanLines, cleanText, isBlank } from "./clean-text.ts";
import { LINES_BELOW_TITLE, TITLE_CHARACTERS } from "./gbt9704.ts";
import { authorityOf, noticeElements, noticeTitle } from "./notice-elements.ts";
import { blankLines, element, type OfficialDocument, type OfficialElement } from "./official-document.ts";
import { planElements } from "./plan-elements.ts";
import { DEFAULT_PROFILE, type Profile } from "./profile.ts";
import { prunedPlan } from "./pruned-plan.ts";
import { signatureBlock } from "./signature-block.ts";
import { titleLines } from "./title-lines.ts";

export interface ComposeOptions {
  /** Bare plan, or 印发通知 with the plan on the page after it. */
  readonly form: "plan" | "notice";
  readonly profile?: Profile;
}

/**
 * The document of a plan. Every text of the plan is in it once, in order, without characters that no document can
 * hold; blocks without text are left out before anything is numbered.
 *
 * In a notice, the signature block belongs to the notice. A bare plan is signed at its end only where a date of issue
 * is given.
 */
export function composeDocument(plan: WorkPlan, options: ComposeOptions): OfficialDocument {
  const profile = options.profile ?? DEFAULT_PROFILE;
  const isNotice = options.form === "notice";
  const printed = prunedPlan(plan);
  const body = [...titleElements(printed), ...planElements(printed)];
  const title = isNotice ? noticeTitle(printed) : printed.title.text;
  return {
    profile,
    title: cleanLines(title).join(""),
    issuer: cleanText(printed.frontMatter.issuer || authorityOf(printed)).trim(),
    elements: isNotice
      ? [...noticeElements(printed, profile), ...startingPage(body)]
      : [...signed(body, printed, profile)],
  };
}

function titleElements(plan: WorkPlan): readonly OfficialElement[] {
  if (isBlank(plan.title.text)) return [];
  const lines = titleLines(plan.title.text, TITLE_CHARACTERS);
  return [element("title", lines.join("\n")), ...blankLines(LINES_BELOW_TITLE)];
}

function startingPage(elements: readonly OfficialElement[]): readonly OfficialElement[] {
  return elements.map((each, index) => (index === 0 ? { ...each, startsPage: true } : each));
}

/** The signature block never stands alone on a page: the last paragraph goes with it (GB/T 9704—2012, 7.3.5.5). */
function signed(
  elements: readonly OfficialElement[],
  plan: WorkPlan,
  profile: Profile,
): readonly OfficialElement[] {
  const { dateOfIssue } = plan.frontMatter;
  const block = dateOfIssue === null ? [] : signatureBlock(authorityOf(plan), dateOfIssue, profile);
  if (block.length === 0) return elements;
  const last = elements.length - 1;
  return [
    ...elements.map((each, index) => (index === last ? { ...each, keepsWithNext: true } : each)),
    ...block,
  ];
}

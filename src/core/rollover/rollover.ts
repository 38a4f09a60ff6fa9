/** The draft of a new year out of the plan of another. */
import type { FrontMatter, RichText, WorkPlan } from "../plan/model.ts";
import { type ClassifyDated, classifyDated } from "./classify.ts";
import type { DatedContext, DatedExpression } from "./dated-expression.ts";
import { mapTexts, type TextPlace } from "./map-texts.ts";
import { type NextMarkId, rollText } from "./roll-text.ts";

/** An expression with the place of its text; `id` is the id of its mark, `from` and `to` are of the old text. */
export interface PlacedExpression extends DatedExpression, TextPlace {
  readonly id: string;
}

export interface Rollover {
  readonly plan: WorkPlan;
  /** In document order. */
  readonly expressions: readonly PlacedExpression[];
}

/**
 * The plan as draft for `year`: what certainly speaks of the plan's own year is replaced, everything else dated is
 * marked with its reason and a proposal where there is one. Ids, structure, addressees and notice are kept; dates,
 * numbers and attachments are emptied, because every document gets new ones.
 *
 * A plan that is for this year already keeps its texts and marks as they are, so rolling over twice changes nothing.
 */
export function rollover(plan: WorkPlan, year: number, classify: ClassifyDated = classifyDated): Rollover {
  const frontMatter = { ...plan.frontMatter, ...newDocument(plan.frontMatter) };
  if (plan.year === year) return { plan: { ...plan, frontMatter }, expressions: [] };
  const context: DatedContext = { documentYear: plan.year, targetYear: year, ownTitle: plan.title.text };
  const nextId = markIds(plan);
  const expressions: PlacedExpression[] = [];
  const draft = mapTexts(
    { ...plan, frontMatter: withNoticeTitle(frontMatter, plan, (text) => classify(text, context)) },
    (rich, place) => {
      const found = classify(rich.text, context);
      const ids = found.map(nextId);
      expressions.push(
        ...found.map((expression, index) => ({ ...expression, ...place, id: ids[index] ?? "" })),
      );
      const given = ids[Symbol.iterator]();
      return rollText(rich, found, () => given.next().value ?? "");
    },
  );
  return { plan: { ...draft, year }, expressions };
}

/** Ids `dated-1`, `dated-2`… that no mark of the plan has. */
function markIds(plan: WorkPlan): NextMarkId {
  const taken = new Set<string>();
  mapTexts(plan, (rich: RichText) => {
    for (const mark of rich.marks) if (mark.type === "dated") taken.add(mark.id);
    return rich;
  });
  let count = 0;
  return () => {
    do count += 1;
    while (taken.has(`dated-${count}`));
    return `dated-${count}`;
  };
}

/** Elements that are every document's own: last year's attachments and people would name another year. */
function newDocument({ imprint }: FrontMatter): Partial<FrontMatter> {
  return {
    documentNumber: "",
    copyNumber: "",
    signatories: [],
    dateOfIssue: null,
    attachments: [],
    imprint: { ...imprint, printDate: null },
  };
}

/**
 * Front matter with the notice's title moved. The title is a form line without marks, so only what is certain moves;
 * the usual title, made from issuer and plan title, is left to be made again.
 */
function withNoticeTitle(
  frontMatter: FrontMatter,
  plan: WorkPlan,
  classify: (text: string) => readonly DatedExpression[],
): FrontMatter {
  const { notice, issuer } = frontMatter;
  if (!notice || notice.title === null) return frontMatter;
  const usual = `${issuer}关于印发《${plan.title.text}》的通知`;
  if (bare(notice.title) === bare(usual)) return { ...frontMatter, notice: { ...notice, title: null } };
  const rich = { text: notice.title, marks: [] };
  const { text } = rollText(rich, classify(notice.title), () => "");
  return { ...frontMatter, notice: { ...notice, title: text } };
}

function bare(title: string): string {
  return title.replace(/\s/g, "");
}

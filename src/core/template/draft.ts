/** New plans: from a prior plan or from a template, for a year and a bureau. */
import {
  EMPTY_FRONT_MATTER,
  type FrontMatter,
  type Numbering,
  type RichText,
  type WorkPlan,
} from "../plan/model.ts";
import { withReferencesFollowed } from "../references/plan-references.ts";
import { type ClassifyDated, classifyDated } from "../rollover/classify.ts";
import { editText, type TextEdit } from "../rollover/edit-text.ts";
import { rollover } from "../rollover/rollover.ts";
import { withUnitsKept } from "../tasks/keep-units.ts";
import { recordsForNewYear } from "../tasks/remember-tasks.ts";
import { planOfTemplate } from "./derive-template.ts";
import { headingsOnly } from "./headings-only.ts";
import type { PlanTemplate } from "./plan-template.ts";
import { plannedPart } from "./planned-part.ts";

/** Answers of the new-plan dialog. An empty issuer or region leaves that of the source. */
export interface DraftOptions {
  readonly year: number;
  readonly issuer: string;
  readonly region: string;
  readonly numbering: Numbering;
  readonly carry: "headings" | "text";
}

/**
 * The draft of a new plan out of a prior one: rolled over to the year, in the name of the issuer, with its headings or
 * all of its text. Title and notice are put in the new issuer's name; names inside the text are left to the drafter.
 * `classify` knows the dated expressions. Of a year-end summary only the part that plans the next year is taken.
 */
export function draftFromPlan(
  plan: WorkPlan,
  options: DraftOptions,
  classify: ClassifyDated = classifyDated,
): WorkPlan {
  const part = plannedPart(plan);
  const source = options.carry === "headings" ? headingsOnly(withUnitsKept(part)) : part;
  const draft = rollover(source, options.year, classify).plan;
  const issuer = options.issuer || plan.frontMatter.issuer;
  const names = renames(plan.frontMatter, issuer, options.region);
  const { taskRecords: _tasks, comparisonRecords: _comparisons, itemNotes: _notes, ...written } = draft;
  const { revisions: _revisions, ...content } = written;
  // Units and leaders of another bureau are none of the new issuer's.
  const taskRecords = issuer === plan.frontMatter.issuer ? recordsForNewYear(draft) : [];
  return withReferencesFollowed({
    ...content,
    ...(taskRecords.length > 0 ? { taskRecords } : {}),
    title: titleOf(renamed(draft.title, names), issuer || options.region, options.year),
    frontMatter: newFrontMatter(draft.frontMatter, issuer, options, names),
    numbering: { ...plan.numbering, ...options.numbering },
  });
}

/** The draft of a new plan out of a template; see `draftFromPlan`. */
export function instantiate(
  template: PlanTemplate,
  options: DraftOptions,
  classify: ClassifyDated = classifyDated,
): WorkPlan {
  return draftFromPlan(planOfTemplate(template), options, classify);
}

/** A title has three parts: organ, year and genre (党政机关公文处理工作条例, article 9); what it lacks is added. */
function titleOf(title: RichText, organ: string, year: number): RichText {
  if (title.text === "") return { text: `${organ}${year}年工作要点`, marks: [] };
  const startsWithYear = title.text.startsWith(`${year}年`);
  return startsWithYear ? editText(title, [{ from: 0, to: 0, text: organ }]).rich : title;
}

function newFrontMatter(
  frontMatter: FrontMatter,
  issuer: string,
  options: DraftOptions,
  names: readonly Rename[],
): FrontMatter {
  const { notice } = frontMatter;
  const line = (text: string) => renamed({ text, marks: [] }, names).text;
  return {
    ...frontMatter,
    issuer,
    region: options.region || frontMatter.region,
    ...(issuer === frontMatter.issuer ? {} : NAMES_OF_ISSUER),
    notice: notice && {
      title: notice.title === null ? null : line(notice.title),
      body: notice.body.map((paragraph) => ({ ...paragraph, ...renamed(paragraph, names) })),
    },
  };
}

/** Elements that name people and organs of the old issuer; none of them may survive in another's name. */
const NAMES_OF_ISSUER = {
  authority: "",
  authorityMark: "",
  jointIssuers: [],
  signatories: [],
  imprint: EMPTY_FRONT_MATTER.imprint,
} satisfies Partial<FrontMatter>;

interface Rename {
  readonly from: string;
  readonly to: string;
}

/** The names to replace, the most telling first: the old issuer, its region, and the place its name begins with. */
function renames(old: FrontMatter, issuer: string, region: string): readonly Rename[] {
  if (old.issuer === "" || old.issuer === issuer) return [];
  const to = placeOf(issuer) || region;
  const wanted = [
    { from: old.issuer, to: issuer },
    { from: old.region, to },
    { from: placeOf(old.issuer), to },
  ];
  return wanted.filter((each) => each.from !== "" && each.to !== "" && each.from !== each.to);
}

/** What a place name ends with: a name right behind it is the end of a longer one. */
const PLACE_END = /[省市区县州盟旗]$/;

const ORGAN = /^(.*[省市区县州盟旗乡镇])[^省市区县州盟旗乡镇]*(?:局|厅|委|委员会|政府|办公室)$/;

/** The place in an issuer's name: 南平市建阳区教育局 → 南平市建阳区; empty where it names none. */
function placeOf(issuer: string): string {
  return ORGAN.exec(issuer)?.[1] ?? "";
}

/** The text with old names replaced wherever they stand; marks keep their place. */
function renamed(rich: RichText, names: readonly Rename[]): RichText {
  const edits: TextEdit[] = [];
  for (const { from: name, to: replacement } of names) {
    for (let at = rich.text.indexOf(name); at >= 0; at = rich.text.indexOf(name, at + name.length)) {
      const to = at + name.length;
      if (PLACE_END.test(rich.text.slice(0, at))) continue;
      if (!edits.some((edit) => edit.from < to && at < edit.to))
        edits.push({ from: at, to, text: replacement });
    }
  }
  return editText(
    rich,
    edits.sort((a, b) => a.from - b.from),
  ).rich;
}

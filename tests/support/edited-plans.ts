/**
 * Plans of the year after, made from a plan by a seeded script of edits that knows the true pairing: the ground truth
 * for comparing two years. What stands here knows nothing of how plans are compared.
 *
 * The script works on points: an item, a clause (一是) of a heading without items, or a heading that holds text of its
 * own. All ids of the plan made are new, as they are when next year's plan comes from a file.
 */
import {
  type Block,
  type Clause,
  type PlanChild,
  type PlanItem,
  type PlanPart,
  type PlanSection,
  type PlanSubsection,
  plainText,
  type WorkPlan,
} from "../../src/core/plan/model.ts";
import { seededRandom } from "./library-items.ts";

export type EditKind = "carried" | "reworded" | "merged" | "split" | "moved" | "dropped" | "new";

/** Ids of the points that belong together; a dropped point has no `next`, a new one no `last`. */
export interface TruePair {
  readonly last: string | null;
  readonly next: string | null;
  readonly kind: EditKind;
}

export interface EditedPlan {
  readonly next: WorkPlan;
  readonly pairs: readonly TruePair[];
}

type Point = PlanItem | PlanSubsection | Clause;
interface Group {
  readonly id: string;
  readonly points: Draft[];
}
/** A point of the next plan as sentences, the first of an item or heading being its heading. */
interface Draft {
  readonly kind: Point["kind"];
  readonly sentences: readonly string[];
  readonly from: readonly { readonly id: string; readonly kind: EditKind }[];
}
type Random = () => number;

/** Shares of the edits; what remains is kept. */
const SHARES = { reword: 0.3, drop: 0.08, merge: 0.09, split: 0.09, move: 0.08 } as const;
/** New points for each point of the last plan. */
const ADDED = 0.1;
const SYNONYMS: readonly (readonly [string, string])[] = [
  ["加强", "强化"],
  ["推进", "推动"],
  ["完善", "健全"],
  ["深入", "扎实"],
  ["提高", "提升"],
  ["落实", "抓好"],
  ["开展", "组织实施"],
  ["积极", "主动"],
  ["继续", "持续"],
  ["建立", "构建"],
  ["认真", "切实"],
  ["加快", "加速"],
  ["全面", "全方位"],
  ["做好", "抓实"],
];
/** A point is split where both parts keep this many sentences and characters. */
const LEAST_PART = { sentences: 2, characters: 40 } as const;
/** Words that most headings have; a new point whose heading shares more than these with the last plan is no new one. */
const COMMON_WORDS =
  /教育|工作|建设|学校|发展|管理|队伍|质量|水平|改革|机制|体系|制度|全面|深入|持续|推进|推动|加强|强化|提升|提高|促进|深化|完善|健全|落实|实施|坚持|扎实|切实|继续|不断|进一步|统筹|做好|抓好|的/g;

/** The plan edited by the script that `seed` decides; new points come from `donors`. */
export function editedPlan(last: WorkPlan, donors: readonly WorkPlan[], seed: number): EditedPlan {
  const random = seededRandom(seed);
  const dropped: string[] = [];
  const strangers = donors.flatMap((donor) => [...groupsOf(donor).values()].flat()).map(sentencesOf);
  const groups: Group[] = [...groupsOf(last)].map(([id, points]) => ({
    id,
    points: editGroup(points, random, strangers, dropped),
  }));
  movePoints(groups, random);
  addPoints(last, groups, random, strangers);
  return rebuild(last, groups, dropped, random);
}

/** The points of a plan by the id of the heading that holds them; empty id: the plan itself. */
function groupsOf(plan: WorkPlan): ReadonlyMap<string, readonly Point[]> {
  const groups = new Map<string, readonly Point[]>();
  const visit = (id: string, children: readonly (PlanSection | PlanSubsection | PlanItem)[]) => {
    const points = children.filter(
      (child): child is PlanItem | PlanSubsection =>
        child.kind === "item" || (child.kind === "subsection" && isLeaf(child)),
    );
    if (points.length > 0) groups.set(id, points);
    for (const child of children) {
      if (child.kind === "item") continue;
      const clauses = child.body.filter((block): block is Clause => block.kind === "clause");
      if (clauses.length > 0 && child.children.length === 0) groups.set(child.id, clauses);
      visit(child.id, child.children);
    }
  };
  visit("", belowParts(plan));
  return groups;
}

/** The seeds, which are edited here, have no parts. */
function belowParts({ children }: WorkPlan): readonly Exclude<PlanChild, PlanPart>[] {
  return children.filter((child) => child.kind !== "part");
}

function isLeaf(heading: PlanSubsection): boolean {
  return heading.children.length === 0 && heading.body.length === 0;
}

function sentencesOf(point: Point): readonly string[] {
  const text = point.kind === "clause" ? point.text : point.lead.text;
  return text.match(/[^。]+。?|。/g) ?? [text];
}

function editGroup(
  points: readonly Point[],
  random: Random,
  strangers: readonly (readonly string[])[],
  dropped: string[],
): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < points.length; at += 1) {
    const point = points[at];
    if (!point) continue;
    const sentences = sentencesOf(point);
    const one = (edited: readonly string[], kind: EditKind): Draft => ({
      kind: point.kind,
      sentences: edited,
      from: [{ id: point.id, kind }],
    });
    const edit = pickEdit(random);
    const follower = points[at + 1];
    if (edit === "drop") {
      dropped.push(point.id);
    } else if (edit === "merge" && follower?.kind === point.kind) {
      drafts.push({
        kind: point.kind,
        sentences: merged(sentences, sentencesOf(follower), random),
        from: [point.id, follower.id].map((id) => ({ id, kind: "merged" })),
      });
      at += 1;
    } else if (edit === "split" && canSplit(sentences)) {
      for (const part of parts(sentences)) drafts.push(one(part, "split"));
    } else if (edit === "reword") {
      const edited = reworded(sentences, random, strangers);
      // Where no synonym applies, the text comes out as it was.
      drafts.push(one(edited, edited.join("") === sentences.join("") ? "carried" : "reworded"));
    } else if (edit === "move") {
      drafts.push(one(random() < 0.5 ? sentences : reworded(sentences, random, strangers), "moved"));
    } else {
      drafts.push(one(random() < 0.4 ? sentences.map(nextYear) : sentences, "carried"));
    }
  }
  return drafts;
}

function pickEdit(random: Random): keyof typeof SHARES | "keep" {
  let rest = random();
  for (const edit of ["reword", "drop", "merge", "split", "move"] as const) {
    rest -= SHARES[edit];
    if (rest < 0) return edit;
  }
  return "keep";
}

/** The years and the percentages of next year, as of a text that is otherwise last year's. */
function nextYear(sentence: string): string {
  return sentence
    .replace(/20(\d\d)年/g, (_, year: string) => `20${Number(year) + 1}年`)
    .replace(/(\d+)%/g, (whole, value: string) => (Number(value) < 99 ? `${Number(value) + 1}%` : whole));
}

/** Lightly (words only), to a middling degree, or heavily reworded; at least half of the text stays. */
function reworded(
  sentences: readonly string[],
  random: Random,
  strangers: readonly (readonly string[])[],
): readonly string[] {
  const degree = random();
  const worded = sentences.map((sentence) => synonymous(sentence, random));
  if (degree < 0.4 || sentences.length < 4) return worded;
  const [heading = "", ...body] = worded;
  const least = body.join("").length * (degree < 0.8 ? 0.8 : 0.55);
  const kept = [...body];
  for (let tries = 0; tries < body.length; tries += 1) {
    const at = Math.floor(random() * kept.length);
    if (kept.length > 1 && kept.toSpliced(at, 1).join("").length >= least) kept.splice(at, 1);
  }
  const insertions = degree < 0.8 ? 1 : 2;
  for (let count = 0; count < insertions; count += 1) {
    const stranger = picked(strangers, random) ?? [];
    const sentence = picked(stranger.slice(1), random);
    if (sentence?.endsWith("。") && sentence.length < 90)
      kept.splice(Math.floor(random() * (kept.length + 1)), 0, sentence);
  }
  if (random() < 0.3) kept.reverse();
  return [heading, ...kept];
}

function synonymous(sentence: string, random: Random): string {
  let text = sentence;
  for (const [word, other] of SYNONYMS) if (random() < 0.5) text = text.replaceAll(word, other);
  return text;
}

function merged(first: readonly string[], second: readonly string[], random: Random): readonly string[] {
  const [heading = "", ...body] = first;
  const [other = "", ...rest] = second;
  const joined = `${heading.replace(/。$/, "")}，${other}`;
  const shortened = (sentences: readonly string[]) =>
    sentences.length > 2 && random() < 0.5 ? sentences.slice(0, -1) : sentences;
  return [joined, ...shortened(body), ...shortened(rest)];
}

function canSplit(sentences: readonly string[]): boolean {
  return (
    sentences.length > 1 + 2 * LEAST_PART.sentences &&
    parts(sentences).every((part) => part.slice(1).join("").length >= LEAST_PART.characters)
  );
}

/** Two halves; the second is headed by the first clause of its first sentence. */
function parts(sentences: readonly string[]): readonly (readonly string[])[] {
  const [heading = "", ...body] = sentences;
  const middle = Math.ceil(body.length / 2);
  const second = body.slice(middle);
  const title = second[0]?.split(/[，；。、]/)[0] ?? "";
  return [
    [heading, ...body.slice(0, middle)],
    [`${title}。`, ...second],
  ];
}

/** Points marked as moved go under another heading that holds points of their kind; where there is none, they stay. */
function movePoints(groups: readonly Group[], random: Random): void {
  const done = new Set<Draft>();
  for (const group of groups) {
    for (const draft of [...group.points]) {
      if (draft.from[0]?.kind !== "moved" || done.has(draft)) continue;
      const target = picked(
        groups.filter((other) => other !== group && other.points.some(({ kind }) => kind === draft.kind)),
        random,
      );
      const at = group.points.indexOf(draft);
      if (!target) {
        const from = draft.from.map(({ id }) => ({ id, kind: "reworded" as const }));
        group.points.splice(at, 1, { ...draft, from });
        continue;
      }
      group.points.splice(at, 1);
      target.points.splice(Math.floor(random() * (target.points.length + 1)), 0, draft);
      done.add(draft);
    }
  }
}

function addPoints(
  last: WorkPlan,
  groups: readonly Group[],
  random: Random,
  strangers: readonly (readonly string[])[],
): void {
  const points = [...groupsOf(last).values()].flat();
  const headings = points.map((point) => headingPairs(sentencesOf(point)[0] ?? ""));
  const fresh = strangers.filter((stranger) => {
    const pairs = headingPairs(stranger[0] ?? "");
    return pairs.size > 1 && headings.every((heading) => [...pairs].every((pair) => !heading.has(pair)));
  });
  const used = new Set<readonly string[]>();
  for (let count = 0; count < Math.max(1, points.length * ADDED); count += 1) {
    const group = picked(groups, random);
    const sentences = picked(fresh, random);
    const kind = group?.points[0]?.kind;
    if (!group || !sentences || !kind || used.has(sentences)) continue;
    used.add(sentences);
    group.points.splice(Math.floor(random() * (group.points.length + 1)), 0, { kind, sentences, from: [] });
  }
}

function headingPairs(heading: string): ReadonlySet<string> {
  const text = heading.replace(COMMON_WORDS, " ");
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair)) pairs.add(pair);
  }
  return pairs;
}

function rebuild(
  last: WorkPlan,
  groups: readonly Group[],
  dropped: readonly string[],
  random: Random,
): EditedPlan {
  let counter = 0;
  const pairs: TruePair[] = dropped.map((id) => ({ last: id, next: null, kind: "dropped" }));
  const newId = () => {
    counter += 1;
    return `next-${counter}`;
  };
  const renew = <B extends Block>(block: B): B => ({
    ...block,
    id: newId(),
    text: nextYear(block.text),
    marks: [],
  });
  const lead = (text: string) => plainText(random() < 0.3 ? synonymous(text, random) : text);
  const idOf = (draft: Draft) => {
    const id = newId();
    if (draft.from.length === 0) pairs.push({ last: null, next: id, kind: "new" });
    for (const { id: source, kind } of draft.from) pairs.push({ last: source, next: id, kind });
    return id;
  };
  const clauseOf = (draft: Draft): Clause => ({
    kind: "clause",
    id: idOf(draft),
    runIn: true,
    ...plainText(draft.sentences.join("")),
  });
  const itemOf = (draft: Draft): PlanItem => ({
    kind: "item",
    id: idOf(draft),
    plain: false,
    lead: plainText(draft.sentences.join("")),
    body: [],
  });
  const leafOf = (draft: Draft): PlanSubsection => ({
    kind: "subsection",
    id: idOf(draft),
    lead: plainText(draft.sentences.join("")),
    body: [],
    children: [],
    closing: [],
  });
  const draftsOf = (id: string) => groups.find((group) => group.id === id)?.points;
  const itemsOf = (id: string) => (draftsOf(id) ?? []).filter(({ kind }) => kind === "item").map(itemOf);
  const leavesOf = (id: string) =>
    (draftsOf(id) ?? []).filter(({ kind }) => kind === "subsection").map(leafOf);
  const bodyOf = (heading: PlanSection | PlanSubsection): readonly Block[] => {
    const clauses = (draftsOf(heading.id) ?? []).filter(({ kind }) => kind === "clause").map(clauseOf);
    if (clauses.length === 0 && draftsOf(heading.id) === undefined) return heading.body.map(renew);
    return [...heading.body.filter(({ kind }) => kind !== "clause").map(renew), ...clauses];
  };
  const headingOf = (heading: PlanSection | PlanSubsection) => ({
    id: newId(),
    lead: lead(heading.lead.text),
    body: bodyOf(heading),
    closing: heading.closing.map(renew),
  });
  const subsectionOf = (heading: PlanSubsection): PlanSubsection => ({
    kind: "subsection",
    ...headingOf(heading),
    children: itemsOf(heading.id),
  });
  const childrenOf = (id: string, children: readonly (PlanSection | PlanSubsection | PlanItem)[]) => [
    ...children
      .filter((child): child is PlanSubsection => child.kind === "subsection" && !isLeaf(child))
      .map(subsectionOf),
    ...leavesOf(id),
    ...itemsOf(id),
  ];
  const sections = last.children
    .filter((child) => child.kind === "section")
    .map(
      (section): PlanSection => ({
        kind: "section",
        role: section.role,
        ...headingOf(section),
        children: childrenOf(section.id, section.children),
      }),
    );
  const next: WorkPlan = {
    ...last,
    year: last.year === null ? null : last.year + 1,
    title: plainText(nextYear(last.title.text)),
    leadIn: last.leadIn.map(renew),
    children: [...childrenOf("", belowParts(last)), ...sections],
    closing: last.closing.map(renew),
  };
  return { next, pairs };
}

function picked<Value>(values: readonly Value[], random: Random): Value | undefined {
  return values[Math.floor(random() * values.length)];
}

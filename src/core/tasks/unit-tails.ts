/**
 * Responsible units named in running text: in a bracket, `（责任科室：组干科、机关党委）`, `〔牵头单位：教育局；配合单位：财政局〕`,
 * `（省发改委、省教育厅负责）`, or in lines of their own below it, `责任单位：基教科` and `完成时限：6月底前`.
 */
import { deadlineIn } from "./deadlines.ts";

/** What is named; empty where nothing is. */
interface Named {
  readonly lead: string;
  readonly support: readonly string[];
  readonly leader: string;
  readonly deadline: string;
}

export interface UnitTail extends Named {
  /** UTF-16 range of the bracket or of the lines in the text, with the line break before them. */
  readonly from: number;
  readonly to: number;
}

/** Text in brackets, in which names may have brackets of their own: `责任单位：教育局（牵头）、财政局`. */
const INSIDE = "(?:[^（）()〔〕【】\\[\\]\\n]|[（(][^（）()\\n]{0,40}[）)]){2,300}";
const BRACKET = new RegExp(`[（(〔【\\[](${INSIDE})[）)〕】\\]]`, "g");
const LONE_BRACKET = new RegExp(`^[（(〔【\\[](${INSIDE})[）)〕】\\]][。；]?$`);
/** Nothing is named without one of these, and most texts have none. */
const HINT = /责任|牵头|主办|承办|负责|配合|协办|协助|参与|领导|时限|时间|期限/;

const KIND = "(?:科室|单位|处室|部门|股室|主体|领导|人)?(?:[（(].{1,8}[）)])?";
const LABELS: readonly { readonly field: keyof Named; readonly pattern: RegExp }[] = [
  {
    field: "leader",
    pattern: /^(?:(?:责任|牵头|分管|包抓|挂钩|负责)领导|(?:责任|负责|联系)人)[：:]\s*(.+)$/,
  },
  { field: "support", pattern: new RegExp(`^(?:配合|协办|协助|参与)${KIND}[：:]\\s*(.+)$`) },
  { field: "lead", pattern: new RegExp(`^(?:责任|牵头|牵头责任|主办|承办|负责)${KIND}[：:]\\s*(.+)$`) },
  { field: "deadline", pattern: /^(?:完成|办结|推进)?(?:时限|时间|期限)(?:要求|节点)?[：:]\s*(.+)$/ },
];
const VERB = /^(.+?)(?:分别|共同|按职责分工)?(牵头|负责|配合|参与)$/;
const SUPPORTING = /配合|参与/;
const HOST = /[（(]牵头[）)]$/;
/** What the names of units end with: `责任单位：基教科，人事科` goes on behind the comma, `…，加强督查` does not. */
const UNIT_NAME =
  /(?:局|委|办|厅|科|处|股|组|室|站|所|院|校|园|队|部|会|团|司|署|中心|公司|集团|单位|部门|乡镇|镇|乡|街道|政府|党委)(?:等)?$/;
/** A longer line is prose. */
const LONGEST_LINE = 300;
const LONGEST_NAME = 30;

/** The last place of the text that names a responsible unit; `undefined` where there is none. */
export function unitTailIn(text: string): UnitTail | undefined {
  if (!HINT.test(text)) return undefined;
  const lines = unitLinesIn(text).findLast(({ lead }) => lead !== "");
  for (const match of [...text.matchAll(BRACKET)].reverse()) {
    if (lines && match.index < lines.to) break;
    const named = namedIn(match[1] ?? "");
    if (named && named.lead !== "") return { ...named, from: match.index, to: match.index + match[0].length };
  }
  return lines;
}

/** Lines of the text that say nothing but units, leaders and time limits, those that follow each other as one. */
export function unitLinesIn(text: string): readonly UnitTail[] {
  if (!HINT.test(text)) return [];
  const found: UnitTail[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const named = namedInLine(line);
    const last = found.at(-1);
    const to = at + line.length;
    if (named && last?.to === at - 1)
      found[found.length - 1] = { ...joined(last, named), from: last.from, to };
    else if (named) found.push({ ...named, from: Math.max(0, at - 1), to });
    at = to + 1;
  }
  return found;
}

/** The text without what names units and without what is left over before its end mark. */
export function withoutUnitTail(text: string): string {
  const bare = unitLinesIn(text).reduceRight(
    (rest, { from, to }) => rest.slice(0, from) + rest.slice(to),
    text,
  );
  const tail = unitTailIn(bare);
  return tail ? `${bare.slice(0, tail.from)}${bare.slice(tail.to)}`.replace(/。。$/, "。") : bare;
}

/** Unit names in a line: `基教科、人事科` → two. */
export function splitUnits(line: string): readonly string[] {
  return line
    .split(/[、，,；;\n]/)
    .map((name) => name.replace(/^[：:\s]+|[。.\s]+$/g, ""))
    .filter((name) => name !== "" && name !== "等");
}

/** `undefined` where the line holds anything else. */
function namedInLine(line: string): Named | undefined {
  const text = line.trim();
  if (text.length > LONGEST_LINE || !HINT.test(text)) return undefined;
  const inside = LONE_BRACKET.exec(text)?.[1];
  if (inside !== undefined) return namedIn(inside);
  const first = partsOf(text)[0] ?? "";
  return LABELS.some(({ pattern }) => pattern.test(first)) ? namedIn(text, true) : undefined;
}

/** What the parts of a text name; `undefined` where none does or, if `whole`, where one names nothing. */
function namedIn(inside: string, whole = false): Named | undefined {
  let named: Named = { lead: "", support: [], leader: "", deadline: "" };
  let field: keyof Named | undefined;
  let isAny = false;
  for (const part of partsOf(inside)) {
    const label = LABELS.find(({ pattern }) => pattern.test(part));
    const verb = label ? null : VERB.exec(part);
    if (label) field = label.field;
    else if (verb) field = SUPPORTING.test(verb[2] ?? "") ? "support" : "lead";
    else if (deadlineIn(part) !== "") field = "deadline";
    else if (!splitUnits(part).every((name) => UNIT_NAME.test(name))) field = undefined;
    const value = label?.pattern.exec(part)?.[1] ?? verb?.[1] ?? part;
    const names = field === "deadline" ? [value] : namesIn(value);
    if (field === undefined || names.length === 0 || names.some((name) => name.length > LONGEST_NAME)) {
      if (whole) return undefined;
      continue;
    }
    isAny ||= label !== undefined || verb !== null;
    named = joined(named, fieldOf(field, names));
  }
  return isAny ? named : undefined;
}

function partsOf(text: string): readonly string[] {
  return text
    .split(/[；;，,。]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The names, the one marked （牵头） first. */
function namesIn(value: string): readonly string[] {
  const names = splitUnits(value.replace(/(?:分别|共同|按职责分工)(?:牵头|负责|配合|参与|落实)$/, ""));
  const hosts = names.filter((name) => HOST.test(name));
  return [...hosts, ...names.filter((name) => !HOST.test(name))].map((name) => name.replace(HOST, ""));
}

function fieldOf(field: keyof Named, names: readonly string[]): Named {
  const [lead = "", ...support] = names;
  const none: Named = { lead: "", support: [], leader: "", deadline: "" };
  switch (field) {
    case "lead":
      return { ...none, lead, support };
    case "support":
      return { ...none, support: names };
    case "leader":
      return { ...none, leader: names.join("、") };
    case "deadline":
      return { ...none, deadline: names.join("、") };
  }
}

/** Both; a second lead unit supports the first. */
function joined(one: Named, other: Named): Named {
  const others = one.lead !== "" && other.lead !== "" ? [other.lead] : [];
  return {
    lead: one.lead || other.lead,
    support: [...one.support, ...others, ...other.support],
    leader: one.leader || other.leader,
    deadline: one.deadline || other.deadline,
  };
}

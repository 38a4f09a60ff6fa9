/** Responsible units named in running text: `（责任科室：组干科、机关党委）`, `（省发改委、省教育厅负责）`. */

export interface UnitTail {
  readonly lead: string;
  readonly support: readonly string[];
  /** UTF-16 range of the bracket in the text. */
  readonly from: number;
  readonly to: number;
}

const BRACKET = /[（(]([^（）()\n]{2,300})[）)]/g;
const WORD = "(?:责任|牵头|主办|负责|配合|协办|参与)(?:科室|单位|处室|部门|股室|领导)?";
const LABEL = new RegExp(`^(${WORD})[：:]\\s*(.+)$`);
const VERB = /^(.+?)(?:分别|共同|按职责分工)?(牵头|负责|配合|参与)$/;
const SUPPORTING = /配合|协办|参与/;
const LEADER = /领导/;

/** The last bracket of the text that names units; `undefined` where there is none. */
export function unitTailIn(text: string): UnitTail | undefined {
  for (const match of [...text.matchAll(BRACKET)].reverse()) {
    const units = unitsOf(match[1] ?? "");
    if (units) return { ...units, from: match.index, to: match.index + match[0].length };
  }
  return undefined;
}

/** The text without the bracket and without what is left over before its end mark. */
export function withoutUnitTail(text: string): string {
  const tail = unitTailIn(text);
  return tail ? `${text.slice(0, tail.from)}${text.slice(tail.to)}`.replace(/。。$/, "。") : text;
}

function unitsOf(inside: string): Pick<UnitTail, "lead" | "support"> | undefined {
  const leads: string[] = [];
  const support: string[] = [];
  for (const part of inside.split(/[；;，,。]/)) {
    const label = LABEL.exec(part.trim());
    const verb = label ? null : VERB.exec(part.trim());
    const word = label?.[1] ?? verb?.[2];
    const names = splitUnits(label?.[2] ?? verb?.[1] ?? "");
    if (word === undefined || names.length === 0 || LEADER.test(word)) continue;
    if (SUPPORTING.test(word)) support.push(...names);
    else leads.push(...names);
  }
  const [lead, ...others] = leads;
  return lead === undefined ? undefined : { lead, support: [...others, ...support] };
}

/** Unit names in a line: `基教科、人事科` → two. */
export function splitUnits(line: string): readonly string[] {
  return line
    .split(/[、，,；;\n]/)
    .map((name) => name.replace(/^[：:\s]+|[。.\s]+$/g, ""))
    .filter((name) => name !== "" && name !== "等");
}

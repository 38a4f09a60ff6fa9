/** Figures that are no targets, though they have a unit. */
import { type Figure, PEOPLE } from "./figures.ts";

/** The longest quotation that is a name and not a sentence. */
const LONGEST_NAME = 8;
/** How far from a figure the title or quotation around it is looked for. */
const LONGEST_TITLE = 150;
/** 学生人数达到500人的学校 */
const FOR_WHOM = /^的(?:中小|乡村|农村|小规模)?(?:学校|幼儿园|园所|地区|县|区|单位|班级|教学点|村)/;
/** Characters beside a figure that tell an ordinal, a ratio, the end of a range or a time limit. */
const NEAR = 12;

/**
 * Whether a figure of `shadow` is an ordinal, the end of a ratio or range, a time limit, part of a name, or says whom a
 * rule is for. `before` is what its clause has before it.
 */
export function isNoTarget(shadow: string, figure: Figure, before: string): boolean {
  const near = shadow.slice(Math.max(0, figure.start - NEAR), figure.start);
  const after = shadow.slice(figure.to, figure.to + NEAR);
  if (/(?:第|\d\s*：|\d\s*[-—~～至]+)\s*$/.test(near)) return true;
  // 六个百分之百, 3个100%: the name of a demand. 由2个增加到5个: the figure it was.
  if (/[\d一二三四五六七八九十]个\s*$/.test(near) || /^\s*(?:\d|百分之)/.test(after)) return true;
  if (/[由从]\s*$/.test(near) && /^[^，。；]{0,6}[到至]/.test(after)) return true;
  // 3个月内 is a time limit.
  if (figure.unit === "个" && /^[月年]/.test(after)) return true;
  if (figure.unit === "小时" && /^[以之]?内/.test(after)) return true;
  return isInName(shadow, figure) || isCondition(before, after, figure.unit);
}

/** Whether a figure stands in a title 《…》 or in a short quotation, which is a name. */
function isInName(shadow: string, { from, to }: Figure): boolean {
  const preceding = shadow.slice(Math.max(0, from - LONGEST_TITLE), from);
  if (preceding.lastIndexOf("《") > preceding.lastIndexOf("》")) return true;
  const open = Math.max(preceding.lastIndexOf("“"), preceding.lastIndexOf("‘"));
  if (open < 0 || open < Math.max(preceding.lastIndexOf("”"), preceding.lastIndexOf("’"))) return false;
  const end = shadow.slice(to, to + LONGEST_NAME).search(/[”’]/);
  return end >= 0 && preceding.length - open - 1 + (to - from) + end <= LONGEST_NAME;
}

/** Whether a figure says whom a rule is for: 招收5人以上残疾儿童的学校, 比例超过5%的地区. */
function isCondition(before: string, after: string, unit: string): boolean {
  if (/(?:超过|低于|高于|大于|小于|不足|未达|未达到)$/.test(before) && /^的?\p{Script=Han}/u.test(after))
    return !/不(?:超过|低于|高于|大于|小于)$/.test(before);
  if (PEOPLE.test(unit) && FOR_WHOM.test(after)) return true;
  return PEOPLE.test(unit) && /^(?:及?以上|及?以下)(?:的)?\p{Script=Han}/u.test(after);
}

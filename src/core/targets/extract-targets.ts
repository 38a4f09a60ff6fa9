/**
 * Targets of a text.
 *
 * A figure counts as a target where it has a unit of counts or is a percentage. It does not where it stands in a name
 * or title, is an ordinal, a span of time, a ratio or an inexact number, or says whom a rule is for.
 */
import { sentencesOf } from "../compare/sentences.ts";
import words from "./data/words.json" with { type: "json" };
import { type Figure, figuresOf, longestFirst, shadowOf } from "./figures.ts";
import { isNoTarget } from "./no-target.ts";
import type { Comparator, TextTarget } from "./target.ts";

interface Clause {
  readonly from: number;
  readonly to: number;
}

const FIXED = words.fixed.flatMap(({ words: names, comparator }) =>
  names.map((name) => ({ name, comparator: comparatorOf(comparator) })),
);
const BEFORE = words.before.map((row) => ({
  ending: new RegExp(`(?:${longestFirst(row.words).join("|")})(?:了|约)?$`),
  comparator: comparatorOf(row.comparator),
}));
const AFTER = words.after.map((row) => ({
  beginning: new RegExp(`^(?:${longestFirst(row.words).join("|")})`),
  comparator: comparatorOf(row.comparator),
}));
const OPENERS = new RegExp(`^(?:${longestFirst(words.openers).join("|")})`);
const CLOSERS = new RegExp(`(?:${longestFirst(words.closers).join("|")})$`);
/** 减少…部分的20%: the change is by a share. */
const FALL_BY_SHARE = /(?:下降|减少|降低|压减)[^，。；]{0,15}的$/;

/** 每月至少开展1次: the bound stands before the verb. */
const AT_LEAST_TO_DO = /(?:至少|不少于)[^，。；、\d]{1,6}$/;

/** 由50人降到 before the figure that counts. */
const FORMER_FIGURE = /[由从]\s*\d[^，。；]*$/;
/** An indicator that speaks of the one before it. */
const COMPARED = /^(?:同比|环比|[较比]上?[一年度去]+)/;
/** The longest indicator; longer ones are cut at the far end. */
const LONGEST_INDICATOR = 40;
/** How far from its figure the ends of a clause are looked for. */
const LONGEST_CLAUSE = 300;

/** Targets in the order of the text. */
export function extractTargets(text: string): readonly TextTarget[] {
  const shadow = shadowOf(text);
  const sentences = sentenceRanges(text);
  const targets: TextTarget[] = [];
  let consumed = 0;
  for (const figure of figuresOf(shadow)) {
    const clause = clauseAround(shadow, figure);
    const before = shadow.slice(Math.max(clause.from, consumed), figure.start);
    if (isNoTarget(shadow, figure, before)) continue;
    const after = shadow.slice(figure.to, clause.to);
    const bound = AFTER.find(({ beginning }) => beginning.test(after));
    const boundLength = bound?.beginning.exec(after)?.[0].length ?? 0;
    const noun = nounAfter(after.slice(boundLength));
    const from = figure.start - withoutOpeners(before, noun).length;
    const comparator = comparatorFor(before, bound?.comparator);
    const own = indicatorOf(withoutOpeners(before, noun), noun);
    const indicator = COMPARED.test(own) ? (targets.at(-1)?.indicator ?? "") + own : own;
    if (indicator === "") continue;
    const to = figure.to + boundLength;
    targets.push({
      indicator,
      comparator,
      value: figure.value,
      unit: figure.unit,
      text: text.slice(from, to),
      from,
      to,
      sentence: sentenceAt(sentences, figure.from),
    });
    consumed = to + noun.length;
  }
  return [...targets, ...fixedTargets(text, shadow, sentences)].sort((one, other) => one.from - other.from);
}

function comparatorOf(name: string): Comparator {
  switch (name) {
    case "reach":
    case "at-least":
    case "at-most":
    case "fall-by":
    case "rise-by":
    case "never-fall":
    case "never-rise":
      return name;
    default:
      throw new RangeError(`no comparator ${name}`);
  }
}

/** The clause around a figure: up to the next comma or stronger mark, and not beyond the brackets it stands in. */
function clauseAround(shadow: string, figure: Figure): Clause {
  let from = figure.from;
  let depth = 0;
  const earliest = Math.max(0, figure.from - LONGEST_CLAUSE);
  while (from > earliest) {
    const character = shadow.charAt(from - 1);
    if (character === "）") depth += 1;
    else if (character === "（" && depth === 0) break;
    else if (character === "（") depth -= 1;
    else if (depth === 0 && /[，。；：！？\n]/.test(character)) break;
    from -= 1;
  }
  return { from, to: clauseEnd(shadow, figure.to) };
}

function clauseEnd(shadow: string, from: number): number {
  let depth = 0;
  const latest = Math.min(shadow.length, from + LONGEST_CLAUSE);
  for (let at = from; at < latest; at += 1) {
    const character = shadow.charAt(at);
    if (character === "（") depth += 1;
    else if (character === "）" && depth === 0) return at;
    else if (character === "）") depth -= 1;
    else if (depth === 0 && /[，。；：！？\n]/.test(character)) return at;
  }
  return latest;
}

/** What the figure counts where the noun follows it: up to the next mark or figure. */
function nounAfter(after: string): string {
  return /^(?:[^，。；：、！？\n（）\d]|（[^（）\d]{1,6}）(?=\p{Script=Han}))*/u.exec(after)?.[0] ?? "";
}

/** The words before a figure without 确保, 全市 and the like; what is left must not be empty where no noun follows. */
function withoutOpeners(before: string, noun: string): string {
  let text = before.replace(/^\s+/, "");
  for (
    let match = OPENERS.exec(text);
    match && (noun !== "" || match[0].length < text.length);
    match = OPENERS.exec(text)
  )
    text = text.slice(match[0].length).replace(/^\s+/, "");
  return text;
}

function indicatorOf(before: string, noun: string): string {
  let text = before.trimEnd().replace(FORMER_FIGURE, "");
  if (noun === "") text = text.replace(/（[^（）]*）$/, "");
  for (let match = CLOSERS.exec(text); match && match.index > 0; match = CLOSERS.exec(text)) {
    text = text.slice(0, match.index).trimEnd();
    if (noun === "") text = text.replace(/（[^（）]*）$/, "");
  }
  const whole = text.slice(-LONGEST_INDICATOR) + noun.replace(/^的/, "").slice(0, LONGEST_INDICATOR);
  return whole.replace(/^[、和及与\s]+|[、和及与\s]+$|\s+/g, "");
}

function comparatorFor(before: string, bound: Comparator | undefined): Comparator {
  const preceding = BEFORE.find(({ ending }) => ending.test(before.trimEnd()))?.comparator;
  if (preceding === "fall-by" || preceding === "rise-by") return preceding;
  if (FALL_BY_SHARE.test(before)) return "fall-by";
  if (AT_LEAST_TO_DO.test(before)) return bound ?? "at-least";
  return bound ?? preceding ?? "reach";
}

function fixedTargets(text: string, shadow: string, sentences: readonly Clause[]): readonly TextTarget[] {
  return FIXED.flatMap(({ name, comparator }) =>
    [...shadow.matchAll(new RegExp(`[“‘]?${name}[”’]?`, "g"))].flatMap((match): readonly TextTarget[] => {
      const to = match.index + match[0].length;
      const start = shadow.slice(0, match.index).search(/[^，。；：！？\n]*$/);
      const before = withoutOpeners(shadow.slice(start, match.index), "");
      if (before === "") return [];
      const from = match.index - before.length;
      const indicator = indicatorOf(before, "");
      return [
        {
          indicator,
          comparator,
          value: null,
          unit: "",
          text: text.slice(from, to),
          from,
          to,
          sentence: sentenceAt(sentences, match.index),
        },
      ];
    }),
  );
}

function sentenceRanges(text: string): readonly Clause[] {
  let at = 0;
  return sentencesOf(text).map((sentence) => {
    const from = at;
    at += sentence.length;
    return { from, to: at };
  });
}

function sentenceAt(sentences: readonly Clause[], place: number): Clause {
  return sentences.find(({ from, to }) => from <= place && place < to) ?? { from: 0, to: Math.max(1, place) };
}

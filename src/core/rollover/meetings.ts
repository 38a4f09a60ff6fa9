/** Congresses and plenums of the Party: lists of them in the guiding sentence, and congresses still to come. */
import { chineseNumeral, chineseNumeralValue } from "../text/numerals.ts";
import { type Calendar, type Congress, yearOf } from "./calendar.ts";
import { kept, open, type Verdict } from "./dated-expression.ts";
import { after, type DatedSource, expressionAt, type Finder, matchesOf } from "./source.ts";

const NUMBER = "(?:十[一二三四五六七八九]|[二三]十[一二三四五六七八九]?)";
/** Not the end of a longer number, and no meeting of a local committee (省委十一届六中全会). */
const APART = "(?<![一二三四五六七八九十第])(?<![省市区县州盟旗党工]委|纪委)";
const JOIN = "(?:[、，和及与]|以及)";
const PLENUM = `${NUMBER}届(?:历次|[一二三四五六七]中(?:${JOIN}?[一二三四五六七]中)*)全会`;
const MEETING = `(?:党的)?${APART}(?:${NUMBER}大(?![学小中型多])|${PLENUM})`;
const LIST = new RegExp(`${MEETING}(?:(?:精神)?${JOIN}${MEETING})*`, "g");
const AHEAD = new RegExp(
  `(?:迎接|喜迎)(?:党的)?${APART}(${NUMBER})大(?![学小中型多])(?:的)?(?:胜利)?(?:召开)?`,
  "g",
);

const MEMBER = new RegExp(`(${NUMBER})(?:大|届(历次|[一二三四五六七中、，和及与以]*)全会)`, "g");

/** Plenum number of a list that says 历次全会: newer than any single one. */
const ALL_PLENUMS = 99;

interface Member {
  readonly congress: string;
  /** 0 for the congress itself. */
  readonly plenum: number;
}

/** Expressions of welcoming a congress: right until it has been held. */
export function createMeetingAheadFinder(calendar: Calendar): Finder {
  return (source) =>
    matchesOf(source, AHEAD).map((match) => {
      const to = match.index + match[0].length;
      return expressionAt(source, match.index, to, aheadVerdict(source, calendar, match[1] ?? ""));
    });
}

function aheadVerdict(source: DatedSource, calendar: Calendar, name: string): Verdict {
  const { targetYear } = source.context;
  const congress = calendar.meetings.congresses.find((each) => each.name === name);
  if (congress)
    return yearOf(congress.closed) < targetYear
      ? open("congress", "meeting-held", `学习贯彻党的${name}大精神`)
      : kept("congress", "meeting-ahead");
  return coversYearBefore(calendar, targetYear)
    ? kept("congress", "meeting-ahead")
    : open("congress", "meetings-unknown", null);
}

/** Lists of congresses and plenums, each list one expression without the 精神 after it. */
export function createMeetingFinder(calendar: Calendar): Finder {
  return (source) =>
    matchesOf(source, LIST).map((match) => {
      const to = match.index + match[0].length;
      return expressionAt(
        source,
        match.index,
        to,
        listVerdict(source, calendar, source.text.slice(match.index, to), to),
      );
    });
}

/** `list` as written. */
function listVerdict(source: DatedSource, calendar: Calendar, list: string, to: number): Verdict {
  const members = membersOf(source.shadow.slice(to - list.length, to));
  const kind = members.some((member) => member.plenum > 0) ? "plenum" : "congress";
  if (after(source, to, 4).startsWith("以来")) return kept(kind, "meetings-era");
  const { targetYear } = source.context;
  const newest = newestBefore(calendar, targetYear);
  if (!newest) return open(kind, "meetings-unknown", null);
  const term = chineseNumeralValue(newest.congress.name) ?? 0;
  const terms = members.map((member) => chineseNumeralValue(member.congress) ?? 0);
  const highest = Math.max(...terms);
  const plenum = Math.max(
    0,
    ...members.filter((_, index) => terms[index] === highest).map((member) => member.plenum),
  );
  const older = highest < term || terms.some((each) => each < term) || (plenum > 0 && plenum < newest.plenum);
  if (highest <= term && older) return open(kind, "meetings-older", newerList(list, members, newest));
  if (highest > term || !coversYearBefore(calendar, targetYear)) return open(kind, "meetings-unknown", null);
  return kept(kind, "meetings-current");
}

function membersOf(list: string): readonly Member[] {
  return [...list.matchAll(MEMBER)].flatMap((match): Member[] => {
    const congress = match[1] ?? "";
    const plenums = match[2];
    if (plenums === undefined) return [{ congress, plenum: 0 }];
    if (plenums === "历次") return [{ congress, plenum: ALL_PLENUMS }];
    return [...plenums.matchAll(/([一二三四五六七])中/g)].map((each) => ({
      congress,
      plenum: chineseNumeralValue(each[1] ?? "") ?? 0,
    }));
  });
}

interface Newest {
  readonly congress: Congress;
  /** Numbers of its plenums closed before the year, in order; `plenum` is the last, 0 if there is none. */
  readonly plenums: readonly number[];
  readonly plenum: number;
}

/** The newest congress and plenum known to be closed before a year begins. */
function newestBefore(calendar: Calendar, year: number): Newest | undefined {
  const congress = calendar.meetings.congresses.findLast((each) => yearOf(each.closed) < year);
  if (!congress) return undefined;
  const plenums = congress.plenums.filter((each) => yearOf(each.closed) < year).map((each) => each.number);
  return { congress, plenums, plenum: plenums.at(-1) ?? 0 };
}

/** Whether the table holds every meeting up to the year before: what it does not know may have been held. */
function coversYearBefore(calendar: Calendar, year: number): boolean {
  return calendar.meetings.completeUntil >= `${year - 1}-12-31`;
}

/**
 * The list brought up to date. One of the same congress keeps its form, with its plenums counted on; after a new congress
 * it is the congress and its plenums together.
 */
function newerList(list: string, members: readonly Member[], newest: Newest): string {
  const { name } = newest.congress;
  const plenums = members.filter((member) => member.plenum > 0);
  if (plenums.length > 0 && members.every((member) => member.congress === name)) {
    const first = Math.min(...plenums.map((member) => member.plenum));
    const later = newest.plenums.filter((each) => each >= first).map((each) => `${chineseNumeral(each)}中`);
    const numbers = plenums.length === 1 ? `${chineseNumeral(newest.plenum)}中` : later.join("、");
    return list.replace(new RegExp(`${name}届[^届]*全会`), `${name}届${numbers}全会`);
  }
  if (newest.plenum === 0) return `党的${name}大`;
  const all = newest.plenums.length === 1 ? `${chineseNumeral(newest.plenum)}中` : "历次";
  return `党的${name}大和${name}届${all}全会`;
}

import { describe, expect, it } from "vitest";
import { CALENDAR } from "../../../src/core/rollover/calendar.ts";
import { calendarTables } from "../../../src/core/rollover/calendar-rows.ts";
import { createClassifier } from "../../../src/core/rollover/classify.ts";
import {
  type CalendarProblemCode,
  type CalendarRow,
  EMPTY_OFFICE_CALENDAR,
  officeCalendarSchema,
  withOfficeRows,
} from "../../../src/core/rollover/office-calendar.ts";

function row(kind: CalendarRow["kind"], name: string, from = "", to = "", next = ""): CalendarRow {
  return { kind, name, from, to, next, source: "" };
}

/** Code of the problem of a single row; undefined where it is taken. */
function problemOf(...rows: readonly CalendarRow[]): CalendarProblemCode | undefined {
  return withOfficeRows(CALENDAR, { rows, meetingsUntil: "" }).problems[0]?.code;
}

/** What a classifier with the rows makes of a text. */
function reasonWith(rows: readonly CalendarRow[], text: string, year: number, until = ""): string {
  const { calendar, problems } = withOfficeRows(CALENDAR, { rows, meetingsUntil: until });
  expect(problems).toEqual([]);
  const [found] = createClassifier(calendar)(text, { documentYear: year - 1, targetYear: year });
  return `${found?.reason} ${found?.proposed}`;
}

describe("withOfficeRows", () => {
  it("leaves the tables as they are without rows", () => {
    expect(withOfficeRows(CALENDAR, EMPTY_OFFICE_CALENDAR)).toEqual({ calendar: CALENDAR, problems: [] });
  });

  it("counts a plenum that the office entered, whatever the order of its rows", () => {
    const text = "深入学习贯彻党的二十届三中、四中全会精神";
    expect(reasonWith([], text, 2027)).toBe("meetings-unknown null");
    const plenum = row("meeting", "党的二十届五中全会", "", "2026-10-20");
    expect(reasonWith([plenum], text, 2027)).toBe("meetings-older 党的二十届三中、四中、五中全会");
    const congress = row("meeting", "二十一大", "", "2027-10-20");
    const first = row("meeting", "二十一届二中全会", "", "2028-02-28");
    expect(reasonWith([first, plenum, congress], "学习贯彻党的二十大精神", 2029)).toBe(
      "meetings-older 党的二十一大和二十一届二中全会",
    );
  });

  it("trusts that nothing is missing up to the day that the office names", () => {
    const text = "学习贯彻党的二十届四中全会精神";
    expect(reasonWith([], text, 2027)).toBe("meetings-unknown null");
    expect(reasonWith([], text, 2027, "2026-12-31")).toBe("meetings-current null");
  });

  it("takes programmes, plans, campaigns, anniversaries and yearly events", () => {
    const programme = row("programme", "“九五”普法", "2026", "2030");
    expect(reasonWith([programme], "“九五”普法", 2027)).toBe("programme-current null");
    expect(reasonWith([row("plan", "“十六五”", "2031", "2035")], "“十五五”", 2032)).toBe(
      "plan-ended “十六五”",
    );
    const campaign = row("campaign", "某某主题教育", "2026", "2026年");
    expect(reasonWith([campaign], "开展某某主题教育", 2027)).toBe("campaign-ended null");
    expect(reasonWith([row("anniversary", "建校", "1952")], "建校74周年", 2027)).toBe(
      "anniversary-round 建校75周年",
    );
    expect(reasonWith([row("counter", "全区读书节", "2011")], "第16届全区读书节", 2027)).toBe(
      "counter-computed 第17届",
    );
  });

  it("puts a row in the place of a shipped one of its name", () => {
    const { calendar } = withOfficeRows(CALENDAR, {
      rows: [row("campaign", "党史学习教育", "2021", "2022")],
      meetingsUntil: "",
    });
    const found = calendar.campaigns.campaigns.filter(({ names }) => names.includes("党史学习教育"));
    expect(found).toEqual([{ names: ["党史学习教育"], from: 2021, to: 2022 }]);
  });

  it.each<[CalendarProblemCode, readonly CalendarRow[]]>([
    ["no-name", [row("programme", " ", "2026", "2030")]],
    ["bad-meeting", [row("meeting", "省委全会", "", "2026-10-20")]],
    ["bad-plan", [row("plan", "第十六个五年", "2031", "2035")]],
    ["bad-day", [row("meeting", "二十届五中全会", "", "2026-02-30")]],
    ["bad-year", [row("programme", "某行动", "26", "2030")]],
    ["out-of-order", [row("programme", "某行动", "2030", "2026")]],
    ["out-of-order", [row("meeting", "二十届五中全会", "", "2025-10-01")]],
    ["no-congress", [row("meeting", "二十二届二中全会", "", "2033-02-20")]],
    ["before-congress", [row("meeting", "二十届五中全会", "", "2022-10-01")]],
    ["twice", [row("counter", "读书节", "2011"), row("counter", "读书节 ", "2012")]],
    ["successor-earlier", [row("programme", "某行动", "2016", "2021", "“八五”普法")]],
  ])("refuses a row with the reason %s, and leaves it out", (code, rows) => {
    expect(problemOf(...rows)).toBe(code);
    const { calendar } = withOfficeRows(CALENDAR, { rows: rows.slice(-1), meetingsUntil: "" });
    if (code !== "twice") expect(calendar).toEqual(CALENDAR);
  });

  it("takes names as they are, whatever signs they hold", () => {
    const name = "“双减”(试点)*[一期]+?";
    const rows = (["programme", "campaign"] as const).map((kind) =>
      row(kind, `${name}${kind}`, "2024", "2025"),
    );
    const others = [row("anniversary", `${name}周`, "1952"), row("counter", `${name}届`, "2011")];
    const all = [...rows, ...others];
    expect(reasonWith(all, `开展${name}campaign`, 2027)).toBe("campaign-ended null");
    expect(reasonWith(all, `${name}周74周年`, 2027)).toBe(`anniversary-round ${name}周75周年`);
    expect(reasonWith(all, `第16届${name.replace(/[“”]/g, "")}届`, 2027)).toBe("counter-computed 第17届");
  });

  it("says which row is wrong, and when the day of completeness is none", () => {
    const rows = [row("counter", "读书节", "2011"), row("counter", "歌咏节", "x")];
    expect(withOfficeRows(CALENDAR, { rows, meetingsUntil: "2026年底" }).problems).toEqual([
      { row: null, code: "bad-day" },
      { row: 1, code: "bad-year" },
    ]);
  });
});

describe("calendarTables", () => {
  it("shows every shipped row in the form in which an office could enter it", () => {
    for (const { kind, rows } of calendarTables(CALENDAR)) {
      expect(rows.length).toBeGreaterThan(3);
      for (const { name, from, to, next } of rows) {
        const office = { rows: [row(kind, name, from, to, next)], meetingsUntil: "" };
        expect(officeCalendarSchema.parse(office)).toEqual(office);
        expect([name, withOfficeRows(CALENDAR, office).problems]).toEqual([name, []]);
      }
    }
  });

  it("marks the successor that no document has been seen for", () => {
    const programmes = calendarTables(CALENDAR).find(({ kind }) => kind === "programme");
    const doubtful = programmes?.rows.filter((each) => each.doubtful).map(({ next }) => next);
    expect(doubtful).toEqual(["“九五”普法"]);
  });
});

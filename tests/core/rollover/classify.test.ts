import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classifyDated } from "../../../src/core/rollover/classify.ts";
import { DATED_REASONS, type DatedExpression } from "../../../src/core/rollover/dated-expression.ts";

/** `original → proposed (state reason)` of each expression. */
function classified(text: string, documentYear: number | null, targetYear: number): readonly string[] {
  return classifyDated(text, { documentYear, targetYear }).map(described);
}

function described(expression: DatedExpression): string {
  const { original, proposed, state, reason } = expression;
  return `${original} → ${proposed ?? "?"} (${state} ${reason})`;
}

/** The one expression of a text. */
function only(text: string, documentYear: number | null = 2021, targetYear = 2022): string {
  const found = classified(text, documentYear, targetYear);
  expect(found).toHaveLength(1);
  return found[0] ?? "";
}

describe("classifyDated of years", () => {
  it("shifts the plan's own year in either script of digits", () => {
    expect(only("2021年，全市教育工作的总体思路是")).toBe("2021年 → 2022年 (shifted own-year)");
    expect(only("二〇二一年教育工作要点")).toBe("二〇二一年 → 二〇二二年 (shifted own-year)");
    expect(only("２０２１年工作", 2021, 2027)).toBe("２０２１年 → 2027年 (shifted own-year)");
  });

  it("shifts an own deadline and last year under review", () => {
    expect(only("力争到2021年底实现")).toBe("2021年底 → 2022年底 (shifted own-deadline)");
    expect(classified("总结2020年经验，做好2021年工作，到2030年基本建成", 2021, 2022)).toEqual([
      "2020年 → 2021年 (shifted last-year-review)",
      "2021年 → 2022年 (shifted own-year)",
      "2030年 → ? (kept future-target)",
    ]);
  });

  it("asks where the own year may tell a fact", () => {
    expect(only("2021年我市已完成改扩建任务")).toBe("2021年 → 2022年 (open own-year-finished)");
    expect(only("2021年9月10日前后开展")).toBe("2021年9月10日前 → 2022年9月10日前 (shifted own-deadline)");
    expect(only("2021年5月举办运动会")).toBe("2021年5月 → 2022年5月 (open own-year-day)");
    expect(only("落实2021年全国教育工作会议精神")).toBe("2021年 → 2022年 (open own-year-meeting)");
    expect(only("2020年立项的工程")).toBe("2020年 → 2021年 (open last-year)");
    expect(only("为2022年高考做准备")).toBe("2022年 → 2023年 (open next-year)");
  });

  it("keeps past facts, cited titles and fixed targets", () => {
    expect(only("2021年秋季起全市实现全覆盖")).toBe("2021年秋季 → ? (kept past-start)");
    expect(only("自2019年实施以来")).toBe("2019年 → ? (kept past-start)");
    expect(only("贯彻《关于落实2021年民生实事任务的通知》")).toBe("2021年 → ? (kept cited-title)");
    expect(only("2017年建成的学校")).toBe("2017年 → ? (kept past-year)");
    expect(only("到2035年建成教育强国")).toBe("2035年 → ? (kept future-target)");
    expect(only("确保到2022年底全面完成")).toBe("2022年底 → ? (kept target-due)");
    expect(only("力争到2023年底完成", 2021, 2024)).toBe("2023年底 → ? (open deadline-past)");
  });

  it("moves last year only where it is looked back on", () => {
    expect(only("较2020年下降0.5个百分点")).toBe("2020年 → 2021年 (shifted last-year-review)");
    expect(only("在2020年工作基础上")).toBe("2020年 → 2021年 (shifted last-year-review)");
    expect(only("与2020年签订的协议一致")).toBe("2020年 → 2021年 (open last-year)");
    expect(only("总结推广2020年试点经验")).toBe("2020年 → 2021年 (open last-year)");
  });

  it("keeps document numbers and editions, and asks about days and awards", () => {
    expect(only("闽教〔2021〕5号")).toBe("〔2021〕5号 → ? (kept cited-title)");
    expect(only("2021年版课程标准")).toBe("2021年 → ? (kept cited-title)");
    expect(only("于2021.9.10开展")).toBe("2021.9.10 → 2022.9.10 (open own-year-day)");
    expect(only("2021年认定的示范校")).toBe("2021年 → 2022年 (open own-year-finished)");
  });

  it("moves the plan's own title in book title marks", () => {
    const context = { documentYear: 2021, targetYear: 2022, ownTitle: "建阳区2021年\n教育工作要点" };
    const found = classifyDated("现将《建阳区2021年教育工作要点》印发给你们", context);
    expect(found.map(described)).toEqual(["2021年 → 2022年 (shifted own-title)"]);
  });

  it("asks about every year of a text whose own year is unknown", () => {
    expect(only("2021年工作", null)).toBe("2021年 → ? (open year-unknown)");
  });

  it("keeps periods and asks about those that are over", () => {
    expect(only("行动计划（2022—2025年）")).toBe("2022—2025年 → ? (kept span-current)");
    expect(only("行动计划(2022-2025)", 2022, 2026)).toBe("2022-2025 → ? (open span-ended)");
    expect(only("2021年至2023年")).toBe("2021年至2023年 → ? (kept span-current)");
    expect(only("2021—2022学年第一学期")).toBe("2021—2022学年 → 2022—2023学年 (open school-year)");
    expect(only("2021届毕业生")).toBe("2021届 → 2022届 (open cohort)");
  });

  it("asks about years damaged in copying", () => {
    expect(only("确保2022100%完成", 2022, 2023)).toBe("2022100% → 2023年100% (open year-glued)");
    expect(only("推进202260项工作", 2022, 2023)).toBe("202260项 → 2023年60项 (open year-glued)");
    expect(only("(20202022年)", 2022, 2023)).toBe("20202022年 → 2020—2022年 (open span-garbled)");
    expect(only("清远市2022教育工作要点", 2022, 2023)).toBe("2022 → 2023年 (open year-without-nian)");
  });

  it("takes no amount for a year", () => {
    for (const text of ["新增学位2022个", "投入2022万元", "学生120210人", "标准2.02150", "20500个学位"])
      expect(classified(text, 2022, 2023)).toEqual([]);
  });
});

describe("classifyDated of plan periods and milestones", () => {
  it("asks when the period is over and proposes the running one", () => {
    expect(only("落实“十四五”规划", 2025, 2026)).toBe("“十四五” → “十五五” (open plan-ended)");
    expect(only("落实十四五规划", 2021, 2022)).toBe("十四五 → ? (kept plan-current)");
    expect(only("“十四五”以来成效显著", 2025, 2026)).toBe("“十四五” → ? (kept plan-review)");
    expect(only("编制“十五五”规划", 2026, 2027)).toBe("“十五五” → ? (open plan-began)");
  });

  it("computes the milestone from the year of the plan", () => {
    expect(classified("是“十四五”规划开局之年", 2021, 2025)[1]).toBe(
      "开局之年 → 收官之年 (open milestone-moved)",
    );
    expect(classified("“十四五”规划的攻坚之年", 2023, 2024)[1]).toBe("攻坚之年 → ? (kept milestone-current)");
    expect(only("是教育评价改革的实施年")).toBe("实施年 → ? (open milestone-label)");
  });
});

describe("classifyDated of meetings", () => {
  it("brings lists up to date in their own form", () => {
    expect(only("党的十九大精神和十九届二中、三中、四中、五中全会精神")).toBe(
      "党的十九大精神和十九届二中、三中、四中、五中全会 → 党的十九大精神和十九届二中、三中、四中、五中、六中全会 (open meetings-older)",
    );
    expect(only("党的十九大和十九届五中全会精神", 2021, 2024)).toBe(
      "党的十九大和十九届五中全会 → 党的二十大和二十届二中全会 (open meetings-older)",
    );
    expect(only("党的十九大和十九届历次全会精神", 2021, 2026)).toBe(
      "党的十九大和十九届历次全会 → 党的二十大和二十届历次全会 (open meetings-older)",
    );
    expect(only("学习十九届五中全会精神")).toBe("十九届五中全会 → 十九届六中全会 (open meetings-older)");
    expect(only("十九届四中、五中全会精神")).toBe(
      "十九届四中、五中全会 → 十九届四中、五中、六中全会 (open meetings-older)",
    );
    expect(only("党的二十大和二十届历次全会精神", 2025, 2026)).toBe(
      "党的二十大和二十届历次全会 → ? (kept meetings-current)",
    );
  });

  it("leaves out a list that is longer than any mark", () => {
    const list = Array.from({ length: 60 }, () => "党的十九大").join("、");
    expect(classified(list, 2021, 2027)).toEqual([]);
  });

  it("says when its table may lack the newest meeting", () => {
    expect(only("党的二十届四中全会精神", 2026, 2027)).toBe("党的二十届四中全会 → ? (open meetings-unknown)");
  });

  it("keeps eras and asks about congresses that have been held", () => {
    expect(only("党的十八大以来")).toBe("党的十八大 → ? (kept meetings-era)");
    expect(only("迎接党的二十大胜利召开", 2022, 2023)).toBe(
      "迎接党的二十大胜利召开 → 学习贯彻党的二十大精神 (open meeting-held)",
    );
    expect(only("迎接党的二十大胜利召开", 2021, 2022)).toBe(
      "迎接党的二十大胜利召开 → ? (kept meeting-ahead)",
    );
  });
});

describe("classifyDated of anniversaries and ordinals", () => {
  it("computes anniversaries from the founding date", () => {
    expect(only("建党100周年")).toBe("建党100周年 → 建党101周年 (open anniversary-not-round)");
    expect(only("庆祝新中国成立七十周年", 2019, 2024)).toBe(
      "新中国成立七十周年 → 新中国成立七十五周年 (open anniversary-round)",
    );
    expect(only("在庆祝中国共产党成立100周年大会上的讲话")).toBe(
      "中国共产党成立100周年 → ? (kept anniversary-event)",
    );
    expect(only("建校60周年")).toBe("60周年 → 61周年 (open anniversary-unknown)");
  });

  it("counts yearly events on", () => {
    expect(only("第20届全国推普宣传周", 2017, 2018)).toBe("第20届 → 第21届 (open counter-computed)");
    expect(only("第*个教师节", 2024, 2025)).toBe("第*个 → 第41个 (open counter-computed)");
    expect(only("第八届校园读书创作", 2024, 2025)).toBe("第八届 → 第九届 (open ordinal-yearly)");
    expect(only("十四届全国人大三次会议精神", 2025, 2026)).toBe("三次 → 四次 (open ordinal-yearly)");
    expect(only("市政协七届五次会议", 2025, 2026)).toBe("五次 → ? (open ordinal-yearly)");
    expect(only("省委十一届六中全会精神")).toBe("十一届六中全会 → ? (open ordinal-irregular)");
    expect(only("贯彻市第六次党代会精神")).toBe("第六次 → ? (open ordinal-irregular)");
  });
});

describe("classifyDated of programmes, campaigns and relative years", () => {
  it("asks about programmes that are over or whose years are not given", () => {
    expect(only("“八五”普法", 2025, 2026)).toBe("“八五”普法 → “九五”普法 (open successor-doubtful)");
    expect(only("七五普法", 2020, 2027)).toBe("七五普法 → “九五”普法 (open successor-doubtful)");
    expect(only("第三期学前教育三年行动计划", 2017, 2027)).toBe(
      "第三期学前教育三年行动计划 → ? (open programme-ended)",
    );
    expect(only("八五普法", 2022, 2023)).toBe("八五普法 → ? (kept programme-current)");
    expect(only("第二期特色学校建设工程")).toBe("第二期特色学校建设工程 → ? (open programme-phase)");
    expect(only("安全防范三年行动要求")).toBe("三年行动 → ? (open programme-period-unknown)");
    expect(only("三年行动计划（2021—2023年）")).toBe("2021—2023年 → ? (kept span-current)");
    expect(only("2021—2023年三年行动计划")).toBe("2021—2023年 → ? (kept span-current)");
  });

  it("tells a campaign that goes on from one that is over", () => {
    expect(only("深入开展党史学习教育")).toBe("党史学习教育 → ? (open campaign-ended)");
    expect(only("巩固拓展党史学习教育成果")).toBe("党史学习教育 → ? (kept campaign-continued)");
    expect(only("做好常态化校园疫情防控", 2022, 2023)).toBe("常态化校园疫情防控 → ? (open term-ended)");
    expect(classified("做好常态化校园疫情防控", 2021, 2022)).toEqual([]);
    expect(only("按期脱贫摘帽", 2017, 2021)).toBe("脱贫摘帽 → 巩固拓展脱贫攻坚成果 (open term-ended)");
    expect(only("按期脱贫摘帽", 2017, 2027)).toBe("脱贫摘帽 → ? (open term-ended)");
  });

  it("keeps relative years and asks about counted ones", () => {
    expect(classified("今年是新高考实施第一年", 2024, 2025)).toEqual([
      "今年 → ? (kept relative-year)",
      "第一年 → 第二年 (open relative-count)",
    ]);
    expect(only("负担1年内有效减轻")).toBe("1年内 → ? (open relative-clock)");
    expect(classified("近三年内、一年级、老年教育、第一年级、社会上年轻人、今年级", 2021, 2022)).toEqual([]);
  });
});

describe("classifyDated of the seeds", () => {
  interface Labelled {
    readonly file: string;
    readonly year: number;
    readonly planYear: number;
    readonly phrase: string;
    readonly mark: string;
    readonly start: number;
    readonly end: number;
    readonly rule: string;
  }
  const labels = (name: string): readonly Labelled[] =>
    JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8"));
  const seed = (name: string) => readFileSync(new URL(`../../../seeds/${name}`, import.meta.url), "utf8");

  it("finds every dated expression that goes stale when the plan's year moves on", () => {
    const missed = labels("seed-stale.json").filter((label) => {
      const found = classifyDated(seed(label.file), { documentYear: label.year, targetYear: label.planYear });
      return !found.some((each) => each.from < label.end && label.start < each.to);
    });
    expect(missed).toEqual([]);
  });

  it("changes nothing in what only looks stale or wrong", () => {
    const changed = labels("seed-nondefects.json").flatMap((label) =>
      classifyDated(seed(label.file), { documentYear: label.year, targetYear: label.year + 1 }).filter(
        (each) => each.state === "shifted" && each.from < label.end && label.start < each.to,
      ),
    );
    expect(changed).toEqual([]);
  });

  it("gives reasons of the list only", () => {
    const text = seed("qingyuan-2022.txt");
    for (const { reason } of classifyDated(text, { documentYear: 2022, targetYear: 2023 }))
      expect(DATED_REASONS).toContain(reason);
  });
});

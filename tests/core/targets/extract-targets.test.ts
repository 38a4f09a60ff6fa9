import { describe, expect, it } from "vitest";
import { extractTargets } from "../../../src/core/targets/extract-targets.ts";
import { targetQuality } from "../../support/target-quality.ts";

/** Targets in one line each: indicator, comparator, value and unit. */
function shown(text: string): readonly string[] {
  return extractTargets(text).map(
    ({ indicator, comparator, value, unit }) => `${indicator} ${comparator} ${value ?? ""}${unit}`,
  );
}

describe("extractTargets", () => {
  it("finds the percentages of a list, each with its own indicator", () => {
    expect(
      shown("实现学前三年入园率达 98%以上、公办园在园幼儿占比保持在50%以上、普惠性幼儿园占比达 85%以上。"),
    ).toEqual([
      "学前三年入园率 at-least 98%",
      "公办园在园幼儿占比 at-least 50%",
      "普惠性幼儿园占比 at-least 85%",
    ]);
  });

  it.each([
    ["义务教育辍学率控制在0.5%以下。", "义务教育辍学率 at-most 0.5%"],
    ["小学班额不超过45人，", "小学班额 at-most 45人"],
    ["完成特岗教师招聘不少于200人", "特岗教师招聘 at-least 200人"],
    ["总体近视率下降0.5%以上；", "总体近视率 fall-by 0.5%"],
    ["普及率提高2个百分点。", "普及率 rise-by 2个百分点"],
    ["近视率下降到50%以下。", "近视率 at-most 50%"],
    ["临聘教师数量减少超过规定比例部分的20%", "临聘教师数量减少超过规定比例部分 fall-by 20%"],
    ["确保教育支出只增不减。", "教育支出 never-fall "],
    ["落实临聘教师数量‘只减不增’的要求", "落实临聘教师数量 never-rise "],
    ["小学毛入学率104.5%。", "小学毛入学率 reach 104.5%"],
    ["普通高中招生3.7万人以上。", "普通高中招生 at-least 3.7万人"],
    ["选派100位名师到发达地区研修。", "选派名师到发达地区研修 reach 100位"],
    ["完成全区70%以上的学校平安校园创建验收", "学校平安校园创建验收 at-least 70%"],
    ["实现1所高（完）中晋级升等。", "高（完）中晋级升等 reach 1所"],
    ["新增学位（不含购买学位）2,000个。", "新增学位 reach 2000个"],
    ["每学期至少开展2次安全演练。", "每学期至少开展安全演练 at-least 2次"],
    ["落实学生每天阳光体育一小时要求。", "落实学生每天阳光体育要求 reach 1小时"],
    ["巩固率达到百分之九十五。", "巩固率 reach 95%"],
    ["入园率达９８％以上。", "入园率 at-least 98%"],
    ["（小学168所、初中100所）", "小学 reach 168所"],
    ["确保2022100%完成建设改造", "完成建设改造 reach 100%"],
    ["推进202260项教育重点工作落实", "推进教育重点工作落实 reach 60项"],
    ["班额由50人降到45人以下。", "班额 at-most 45人"],
    ["在校生规模不超过2000人、班额", "在校生规模 at-most 2000人"],
    ["“三公”经费只减不增。", "“三公”经费 never-rise "],
    ["升学率保持在90%左右。", "升学率 reach 90%"],
    ["抓好工程,完成投资3亿元", "投资 reach 3亿元"],
  ])("reads %s", (text, expected) => {
    expect(shown(text)[0]).toBe(expected);
  });

  it.each([
    ["years and spans", "2022年，落实2021—2025年规划。"],
    ["ordinals", "举办第28届学生艺术节，办好第20次比赛。"],
    ["titles", "落实《建设100所示范学校行动方案》。"],
    ["names in quotation marks", "巩固“5080”成果，推进“100所”工程。"],
    ["names with figures", "落实教育信息化2.0行动计划。"],
    ["ratios", "按照1:3比例建库，普职比55.6:44.4。"],
    ["inexact numbers", "组织40多名教师、20余所学校参加。"],
    ["ranges", "每县建设2—3个基地。"],
    ["spans of time", "1年内有效减轻，24小时内报告。"],
    ["count words of lists", "突出四项重点，落实五项管理。"],
    ["whom a rule is for", "督促招收5人以上残疾儿童的学校建设资源教室，比例超过5%的地区整改。"],
    ["who is meant by a number of people", "学生人数达到500人的学校配齐校医。"],
    ["names of demands", "落实六个百分之百，做到3个100%要求。"],
    ["blanks", "创建示范幼儿园 所，入学率保持*%。"],
    ["nothing", ""],
  ])("takes no target from %s", (_, text) => {
    expect(shown(text)).toEqual([]);
  });

  it("joins a change to what it is a change of", () => {
    expect(shown("受理信访800件，同比下降12%。")).toEqual([
      "受理信访 reach 800件",
      "受理信访同比 fall-by 12%",
    ]);
  });

  it("gives places in the text as it is written", () => {
    const text = "做好学前工作。实现 入园率达 98%以上。";
    const [target] = extractTargets(text);
    expect(target && text.slice(target.from, target.to)).toBe("入园率达 98%以上");
    expect(target?.text).toBe("入园率达 98%以上");
    expect(target && text.slice(target.sentence.from, target.sentence.to)).toBe("实现 入园率达 98%以上。");
  });

  it("reads text of any length and kind in time that grows with it", () => {
    const hostile = [
      "（".repeat(20_000),
      "1".repeat(20_000),
      "1个".repeat(5_000),
      "确保".repeat(10_000),
      "每天".repeat(5_000),
    ];
    for (const text of hostile) expect(extractTargets(`${text}。`).length).toBeLessThanOrEqual(5_000);
  });

  it("agrees with the labels of the seeds: precision 0.95, recall 0.9", async () => {
    for (const { name, precision, recall, indicators, mistakes } of await targetQuality()) {
      const good = precision >= 0.95 && recall >= 0.9 && indicators >= 0.85;
      expect({ name, mistakes, good }).toMatchObject({ name, good: true });
    }
  });
});

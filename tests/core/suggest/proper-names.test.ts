import { describe, expect, it } from "vitest";
import { properNamesIn } from "../../../src/core/suggest/proper-names.ts";
import { nameQuality } from "../../support/name-quality.ts";

const found = (text: string, known: readonly string[] = []) =>
  properNamesIn(text, new Set(known)).map(({ from, to }) => text.slice(from, to));

describe("properNamesIn", () => {
  it("finds schools, places and units by what is their own in front of a common ending", () => {
    expect(found("完成书坊中学、黄坑中学改造，推动柳溪镇、白沙社区试点，建成金水大桥。")).toEqual([
      "书坊中学",
      "黄坑中学",
      "柳溪镇",
      "白沙社区",
      "金水大桥",
    ]);
  });

  it("takes a school for one that is named by its number or kind only", () => {
    expect(found("支持第三中学、实验小学、特教学校，依托市委党校、教师进修学校培训，启动七中扩建。")).toEqual(
      ["第三中学", "实验小学", "特教学校", "市委党校", "教师进修学校", "七中"],
    );
  });

  it("goes on to the last ending of a name", () => {
    expect(found("新建实验幼儿园双龙校区、梅岭镇中心幼儿园，指导新城小学教育集团、第一中学初中部。")).toEqual(
      ["实验幼儿园双龙校区", "梅岭镇中心幼儿园", "新城小学教育集团", "第一中学初中部"],
    );
  });

  it("finds names that a list gives away", () => {
    expect(found("确保呈贡、宜良、嵩明3个县区通过验收，加强世青、青苗等国际学校建设。")).toEqual([
      "呈贡",
      "宜良",
      "嵩明",
      "世青",
      "青苗",
    ]);
  });

  it("finds nothing in what every bureau writes", () => {
    const texts = [
      "各中小学、幼儿园要落实责任，乡镇中心小学、市直学校、义务教育学校同步推进。",
      "扩大普通高中资源，办好民办学校、家长学校、老年大学，消除薄弱学校。",
      "以人民为中心，建设美丽乡村、特色小镇、绿色社区、示范区，创建文明城市。",
      "贯彻二中、三中、四中全会精神，抓好集中学习，改善其中学生的条件。",
      "各实验小学、所有第二中学和中小学校长参加培训。",
    ];
    expect(texts.flatMap((text) => found(text))).toEqual([]);
  });

  it("keeps names of places whose first character is a common word, where they are known", () => {
    expect(found("选调建阳区教师进修学校教研员", ["建阳区", "建阳"])).toEqual(["建阳区教师进修学校"]);
  });

  it("finds the labelled names, and hardly anything else", () => {
    for (const { name, labels, found: all, right, mistakes } of nameQuality()) {
      expect(labels, name).toBeGreaterThan(5);
      expect(right / labels, `${name}: ${mistakes.join("; ")}`).toBeGreaterThanOrEqual(0.95);
      expect(right / all, `${name}: ${mistakes.join("; ")}`).toBeGreaterThanOrEqual(0.95);
    }
  });
});

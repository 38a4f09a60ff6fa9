import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { characterWidth } from "../../../src/formats/docx/text-width.ts";
import { titleLines } from "../../../src/formats/docx/title-lines.ts";

const CAPACITY = 20;

describe("titleLines", () => {
  it("leaves a title that fits on one line", () => {
    expect(titleLines("南平市建阳区2021年教育工作要点", CAPACITY)).toEqual([
      "南平市建阳区2021年教育工作要点",
    ]);
  });

  it.each([
    "示例市教育局关于进一步加强全市中小学校安全管理工作的实施意见和任务分工方案",
    "示例市教育局关于印发示例市教育系统二〇二七年深化教育综合改革推进教育高质量发展重点工作任务分解表的通知",
    "中共示例市委教育工作领导小组关于全面落实立德树人根本任务加快建设高质量教育体系的工作要点",
  ])("7.3.1 makes a trapezium or a diamond, never an hourglass: %s", (title) => {
    const widths = titleLines(title, CAPACITY).map(characterWidth);
    expect(widths.length).toBeGreaterThan(1);
    expect(widths.length).toBeLessThan(4);
    expect(new Set(widths).size).toBeGreaterThan(1);
    const [first = 0, middle = 0, last = 0] = widths;
    if (widths.length === 3) expect(middle).toBeGreaterThanOrEqual(Math.min(first, last));
  });

  it("keeps the breaks that the drafter set", () => {
    expect(titleLines("南平市建阳区\n2027年教育工作要点\n", CAPACITY)).toEqual([
      "南平市建阳区",
      "2027年教育工作要点",
    ]);
  });

  it("keeps a book title whole and breaks before it", () => {
    expect(titleLines("示例市教育局关于印发《示例市2027年教育工作要点》的通知", CAPACITY)).toEqual([
      "示例市教育局关于印发",
      "《示例市2027年教育工作要点》的通知",
    ]);
  });

  it("parts no year from its number and no word in two", () => {
    const lines = titleLines(
      "中共示例市委教育工作领导小组办公室2027年全市教育系统党的建设工作要点",
      CAPACITY,
    );
    expect(lines).toEqual(["中共示例市委教育工作领导小组办公室", "2027年全市教育系统党的建设工作要点"]);
  });

  it("breaks behind the authority when the title takes several lines", () => {
    expect(
      titleLines(
        "中共示例市委教育工作领导小组办公室关于印发《示例市教育系统2027年深化综合改革推进高质量发展工作要点》的通知",
        CAPACITY,
      ),
    ).toEqual([
      "中共示例市委教育工作领导小组办公室",
      "关于印发《示例市教育系统2027年深化综合",
      "改革推进高质量发展工作要点》的通知",
    ]);
  });

  it("leaves room for the space that programs put around digits", () => {
    expect(
      titleLines("南平市建阳区教育局关于印发《南平市建阳区2021年教育工作要点》的通知", CAPACITY),
    ).toEqual(["南平市建阳区教育局关于印发《南平市建阳区", "2021年教育工作要点》的通知"]);
  });

  it("breaks a book title that is wider than a line", () => {
    const lines = titleLines(
      "示例市教育局关于印发《示例市教育系统2027年深化教育综合改革推进高质量发展工作要点》的通知",
      CAPACITY,
    );
    expect(lines.join("")).toBe(
      "示例市教育局关于印发《示例市教育系统2027年深化教育综合改革推进高质量发展工作要点》的通知",
    );
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => characterWidth(line) <= CAPACITY)).toBe(true);
  });

  it("leaves a single word that is wider than a line to the word processor", () => {
    const word = "a".repeat(50);
    expect(titleLines(word, CAPACITY)).toEqual([word]);
  });

  it("loses no character and begins no line with closing punctuation", () => {
    const words = fc.constantFrom(
      "教育",
      "工作要点",
      "《",
      "》",
      "2027年",
      "，",
      "（试行）",
      "局",
      "关于",
      "、",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const title = parts.join("");
        const lines = titleLines(title, CAPACITY);
        expect(lines.join("")).toBe(title);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[》，、）]/);
      }),
    );
  });

  it("breaks no issuer's name and no number from what it counts", () => {
    const issuers = ["示例市教育局", "示例市财政局", "示例市发展和改革委员会", "示例市人力资源和社会保障局"];
    const title = `${issuers.join(" ")}关于印发《示例市2027年推进义务教育优质均衡发展暨学前教育普及普惠工作要点》的通知`;
    const joint = titleLines(title, CAPACITY, issuers);
    for (const issuer of issuers) expect(joint.filter((line) => line.includes(issuer))).toHaveLength(1);
    expect(joint.join("").replaceAll(" ", "")).toBe(title.replaceAll(" ", ""));
    const congress = titleLines(
      "示例市教育局关于深入贯彻落实党的二十大和二十届历次全会精神加快推进教育强市建设的工作要点",
      CAPACITY,
    );
    for (const word of ["二十大", "二十届"]) expect(congress.some((line) => line.includes(word))).toBe(true);
  });
});

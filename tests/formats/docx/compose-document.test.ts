import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_FRONT_MATTER, plainText, type WorkPlan } from "../../../src/core/plan/model.ts";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import type { OfficialElement } from "../../../src/formats/docx/official-document.ts";
import { PROFILES, profileNamed } from "../../../src/formats/docx/profile.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { clause, item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";
import { printedTexts, withoutOrdinals } from "../../support/printed-texts.ts";

/** Elements as `role|run|run`, `¶` where an element begins a page. */
function composed(source: WorkPlan, form: "plan" | "notice" = "plan"): readonly string[] {
  return composeDocument(source, { form }).elements.map(shown);
}

function shown({ role, runs, startsPage }: OfficialElement): string {
  return `${startsPage ? "¶" : ""}${[role, ...runs.map((run) => run.text)].join("|")}`;
}

describe("composeDocument", () => {
  it("prints title, lead-in, sections, items and closing in order with their ordinals", () => {
    const source = plan(
      "2027年教育工作要点",
      [
        section("坚持党的领导", [item("深入推进理论武装。健全制度。"), item("加强队伍建设")]),
        section("推动发展", [subsection("学前教育", [item("扩大资源。新建园所。")])], {
          body: [paragraph("总的是：")],
          closing: [paragraph("以上。")],
        }),
      ],
      { leadIn: [paragraph("总体要求。")], closing: [paragraph("各校要落实。")] },
    );
    expect(composed(source)).toEqual([
      "title|2027年教育工作要点",
      "blank",
      "body|总体要求。",
      "level-1|一、坚持党的领导",
      "level-3|1.深入推进理论武装。|健全制度。",
      "level-3|2.加强队伍建设",
      "level-1|二、推动发展",
      "body|总的是：",
      "level-2|（一）学前教育",
      "level-3|3.扩大资源。|新建园所。",
      "body|以上。",
      "body|各校要落实。",
    ]);
  });

  it("prints an item without heading sentence as text", () => {
    expect(composed(plan("", [item("抓好落实。按期完成。", [], true)]))).toEqual([
      "body|1.抓好落实。按期完成。",
    ]);
  });

  it("prints a run-in clause in the paragraph before it and any other on a line of its own", () => {
    const source = plan("", [
      item("加强队伍。要求：", [clause("抓学习。", true), clause("抓作风。", true), clause("抓纪律。")]),
    ]);
    expect(composed(source)).toEqual([
      "level-3|1.加强队伍。|要求：一是抓学习。二是抓作风。",
      "body|三是抓纪律。",
    ]);
  });

  it("never joins a clause to a heading that stands alone", () => {
    expect(composed(plan("", [section("坚持党的领导", [], { body: [clause("抓学习。", true)] })]))).toEqual([
      "level-1|一、坚持党的领导",
      "body|一是抓学习。",
    ]);
    const closing = plan("", [section("坚持", [item("加强队伍")], { closing: [clause("抓学习。", true)] })]);
    expect(composed(closing).slice(1)).toEqual(["level-3|1.加强队伍", "body|一是抓学习。"]);
  });

  it("leaves out blocks without text before it numbers the rest", () => {
    const source = plan(" \n", [
      item("", [paragraph("\u0007 ")]),
      section("", [item("　")]),
      section("坚持", [item(""), item("一个。")]),
    ]);
    expect(composed(source)).toEqual(["level-1|一、坚持", "level-3|1.一个。"]);
  });

  it("shows by its number that a heading above text is missing", () => {
    expect(composed(plan("", [section("", [item("一个。")])]))).toEqual(["level-1|一、", "level-3|1.一个。"]);
  });

  it("keeps a heading with the text under it, but neither a run-in heading nor one that has nothing under it", () => {
    const source = plan("", [
      section("坚持", [item("一个。正文。"), item("两个", [paragraph("正文。")]), item("三个")]),
      section("推动"),
      section("保障", [], { closing: [paragraph("正文。")] }),
    ]);
    const { elements } = composeDocument(source, { form: "plan" });
    expect(elements.filter((each) => each.keepsWithNext).map(shown)).toEqual([
      "level-1|一、坚持",
      "level-3|2.两个",
      "level-1|三、保障",
    ]);
  });

  it("drops what no document can hold and keeps every other character", () => {
    const source = plan("标\u0000题", [
      item("a\u0007b\uD800c\uFFFE𠮷\u2028\t&<>\"'“”——…。\u200b正文\uDC00。"),
    ]);
    expect(composed(source)).toEqual(["title|标题", "blank", "level-3|1.abc𠮷&<>\"'“”——…。|\u200b正文。"]);
  });

  it("signs a bare plan that has a date of issue, and keeps its last paragraph with the signature", () => {
    const source = plan("", [item("一个。")], {
      frontMatter: { issuer: "教育局", dateOfIssue: "2027-03-09" },
    });
    expect(composed(source)).toEqual(["level-3|1.一个。", "blank", "authority|教育局", "date|2027年3月9日"]);
    expect(composeDocument(source, { form: "plan" }).elements[0]?.keepsWithNext).toBe(true);
    const undated = plan("", [item("一个。")], { frontMatter: { issuer: "教育局" } });
    expect(composed(undated)).toEqual(["level-3|1.一个。"]);
  });

  it("prints every text of any plan once and in order", () => {
    fc.assert(
      fc.property(arbitraryPlan, (source) => {
        const unsigned = { ...source, title: plainText(""), frontMatter: EMPTY_FRONT_MATTER };
        const runs = composeDocument(unsigned, { form: "plan" }).elements.flatMap((each) => each.runs);
        const texts = printedTexts(source);
        const trailing =
          /^(?:第[一二三四五六七八九十]+部分\u3000|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)*$/;
        const pieces = withoutOrdinals(runs.map((run) => run.text).join(""), texts);
        expect(pieces.slice(0, texts.length)).toEqual(texts);
        expect(pieces.slice(texts.length).join("")).toMatch(trailing);
      }),
      { numRuns: 300 },
    );
  });

  it("numbers 5 000 items", () => {
    const elements = composed(
      plan("", [
        section(
          "全部",
          Array.from({ length: 5_000 }, () => item("一个。正文。")),
        ),
      ]),
    );
    expect(elements).toHaveLength(5_001);
    expect(elements.at(-1)).toBe("level-3|5000.一个。|正文。");
  });

  it("takes the profile given, P37 where none is", () => {
    expect(composeDocument(plan(""), { form: "plan" }).profile.name).toBe("P37");
    for (const profile of PROFILES)
      expect(composeDocument(plan(""), { form: "plan", profile }).profile).toBe(profileNamed(profile.name));
  });
});

describe("composeDocument of a notice", () => {
  const frontMatter = {
    issuer: "示例市教育局",
    addressees: "各县（区）教育局，市直各学校:",
    dateOfIssue: "2027-01-15",
  };

  it("makes title and text from issuer and plan, and begins the plan on a page of its own", () => {
    const source = plan("示例市2027年教育工作要点", [item("一个。")], { frontMatter });
    expect(composed(source, "notice")).toEqual([
      "title|示例市教育局关于印发\n《示例市2027年教育工作要点》的通知",
      "blank",
      "addressees|各县（区）教育局，市直各学校：",
      "body|现将《示例市2027年教育工作要点》印发给你们，请结合实际，认真贯彻落实。",
      "blank",
      "authority|示例市教育局",
      "date|2027年1月15日",
      "¶title|示例市2027年教育工作要点",
      "blank",
      "level-3|1.一个。",
    ]);
  });

  it("prints the drafter's own title, text and authority", () => {
    const source = plan("要点", [], {
      frontMatter: {
        ...frontMatter,
        authority: "示例市教育局办公室",
        notice: {
          title: "关于印发要点的通知",
          body: [paragraph("现印发。"), paragraph(""), paragraph("请落实。")],
        },
      },
    });
    const elements = composed(source, "notice");
    expect(elements.slice(0, 6)).toEqual([
      "title|关于印发要点的通知",
      "blank",
      "addressees|各县（区）教育局，市直各学校：",
      "body|现印发。",
      "body|请落实。",
      "blank",
    ]);
    expect(elements[6]).toBe("authority|示例市教育局办公室");
  });

  it("7.3.3 leaves an only paragraph on the first page, 7.3.5.5 keeps the last of several with the signature", () => {
    const kept = (...texts: readonly string[]) =>
      composeDocument(
        plan("要点", [], {
          frontMatter: { ...frontMatter, notice: { title: null, body: texts.map(paragraph) } },
        }),
        { form: "notice" },
      )
        .elements.filter((each) => each.role === "body")
        .map((each) => each.keepsWithNext);
    expect(kept("现印发。")).toEqual([false]);
    expect(kept("现印发。", "请落实。")).toEqual([false, true]);
  });

  it("7.2.5 prints a document number only below an authority mark", () => {
    const numbered = (issuer: string) =>
      composed(plan("要点", [], { frontMatter: { issuer, documentNumber: "示教发〔2027〕1号" } }), "notice");
    expect(numbered("示例市教育局").slice(0, 6)).toEqual([
      "authority-mark|示例市教育局文件",
      "blank",
      "blank",
      "document-number|示教发〔2027〕1号",
      "blank",
      "blank",
    ]);
    expect(numbered("").some((each) => each.includes("〔2027〕"))).toBe(false);
  });

  it("7.3.2 ends the addressees with one full-width colon and prints no line where there are none", () => {
    const addressees = (text: string) =>
      composed(plan("要点", [], { frontMatter: { addressees: text } }), "notice").filter((each) =>
        each.startsWith("addressees"),
      );
    expect(addressees("各校：")).toEqual(["addressees|各校："]);
    expect(addressees("各校。\n各股室，")).toEqual(["addressees|各校。各股室："]);
    expect(addressees(" ")).toEqual([]);
  });

  it("turns a book title inside the book title to single marks", () => {
    const [title] = composed(plan("贯彻《纲要》要点"), "notice");
    expect(title).toBe("title|关于印发《贯彻〈纲要〉要点》的通知");
  });
});

import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../src/core/suggest/build-index.ts";
import { suggest } from "../../../src/core/suggest/suggest.ts";
import {
  type LibraryItem,
  type SuggestContext,
  suggestionSchema,
} from "../../../src/core/suggest/suggestion.ts";
import { defaultTopics, prepareTopics } from "../../../src/core/suggest/topics.ts";
import { libraryItem } from "../../support/library-items.ts";
import { measureQuality } from "../../support/suggestion-quality.ts";

const context = (more: Partial<SuggestContext>): SuggestContext => ({
  place: "heading",
  typed: "",
  heading: "",
  sectionHeading: "",
  covered: [],
  issuer: "",
  year: 2026,
  title: "",
  limit: 10,
  ...more,
});

function ask(items: readonly LibraryItem[], more: Partial<SuggestContext>, topics = prepareTopics([])) {
  const byId = new Map(items.map((item) => [item.id, item]));
  return suggest(buildIndex(items, topics), context(more), { itemById: (id) => byId.get(id) });
}

const ids = (found: ReturnType<typeof ask>) => found.map((suggestion) => suggestion.item.id);

const SCHOOLS = [
  libraryItem(1, "发展学前教育", { body: "新建公办幼儿园3所。", section: "办好各类教育" }),
  libraryItem(2, "规范民办学校", { body: "开展年检。", section: "办好各类教育" }),
  libraryItem(3, "加强师德师风建设", { body: "开展师德教育。", section: "建强教师队伍" }),
  libraryItem(4, "做好随班就读", { body: "保障残疾儿童入学。", section: "办好各类教育" }),
];

describe("suggest on the labelled queries", () => {
  it("reaches recall@5 0.92 and MRR 0.94 with the topic groups", () => {
    const quality = measureQuality(defaultTopics());
    expect(quality.recallAt5).toBeGreaterThanOrEqual(0.92);
    expect(quality.reciprocalRank).toBeGreaterThanOrEqual(0.94);
  });

  it("reaches recall@5 0.80 and MRR 0.88 without any topic group", () => {
    const quality = measureQuality(prepareTopics([]));
    expect(quality.recallAt5).toBeGreaterThanOrEqual(0.8);
    expect(quality.reciprocalRank).toBeGreaterThanOrEqual(0.88);
  });
});

describe("suggest", () => {
  it("finds the item whose heading holds the typed words, and marks them", () => {
    const [first] = ask(SCHOOLS, { typed: "师德师风" });
    expect(first).toMatchObject({
      item: { id: 3 },
      headingMatches: [[2, 6]],
      bodyMatches: [[2, 4]],
      reasons: [
        { code: "heading", words: ["师德师风"] },
        { code: "body", words: ["师德"] },
      ],
      years: [2025],
      own: false,
    });
  });

  it("gives values of the contract's shape", () => {
    const found = ask(SCHOOLS, { typed: "教育" }, defaultTopics());
    expect(found.length).toBeGreaterThan(0);
    for (const suggestion of found) expect(suggestionSchema.parse(suggestion)).toEqual(suggestion);
  });

  it("answers two characters and one", () => {
    expect(ids(ask(SCHOOLS, { typed: "民办" }))[0]).toBe(2);
    expect(ids(ask(SCHOOLS, { typed: "民" }))[0]).toBe(2);
  });

  it("completes the last character of a half-typed word", () => {
    expect(ids(ask(SCHOOLS, { typed: "支持民" }))[0]).toBe(2);
  });

  it("finds other words of the same topic and names them", () => {
    const [first] = ask(SCHOOLS, { typed: "办好特教" }, defaultTopics());
    expect(first?.item.id).toBe(4);
    expect(first?.reasons).toContainEqual({ code: "topic", words: ["随班就读", "残疾儿童"] });
  });

  it("uses the item's own heading while its body is typed", () => {
    const found = ask(SCHOOLS, { place: "body", heading: "规范民办学校", typed: "坚持公益性" });
    expect(ids(found)[0]).toBe(2);
  });

  it("gives nothing without any text, and nothing from an empty library", () => {
    expect(ask(SCHOOLS, {})).toEqual([]);
    expect(ask([], { typed: "师德" })).toEqual([]);
    expect(ask([], { place: "section", sectionHeading: "建强教师队伍" })).toEqual([]);
  });

  it("finds nothing for a text that shares no word with the library", () => {
    expect(ask(SCHOOLS, { typed: "疫苗接种" })).toEqual([]);
  });

  it("leaves out items that share scraps of words only", () => {
    const items = [
      libraryItem(1, "发展学前教育"),
      libraryItem(2, "加强师德师风建设", { body: "开展专题教育。" }),
    ];
    expect(ids(ask(items, { typed: "学前" }, defaultTopics()))).toEqual([1]);
  });

  it("says why for each suggestion", () => {
    for (const typed of ["民", "发展民", "师", "幼儿", "教育"])
      for (const { reasons } of ask(SCHOOLS, { typed }, defaultTopics())) expect(reasons).not.toEqual([]);
  });

  it("survives odd text", () => {
    for (const typed of ["　", "、。", "\ud840", "a", "2026", "𠮷", "㎡㎡", "教".repeat(2_000)])
      expect(() => ask(SCHOOLS, { typed })).not.toThrow();
  });

  it("marks matches in the text as it is written, full-width characters included", () => {
    const items = [libraryItem(1, "用好５Ｇ＋智慧㎡校园", { body: "" })];
    const [first] = ask(items, { typed: "智慧㎡校园" });
    expect(first?.headingMatches.map(([from, to]) => first.item.heading.slice(from, to))).toEqual([
      "智慧㎡校园",
    ]);
  });

  it("puts at most two own rows before others", () => {
    const bodies = ["新建公办幼儿园三所", "推行游戏化课程试点", "生均拨款提高到七百元", "查处无证办园行为"];
    const own = bodies.map((body, at) => libraryItem(at + 1, "办好学前教育", { issuer: "乙县教育局", body }));
    const other = libraryItem(9, "学前教育", { body: "配齐保育员" });
    const found = ask([...own, other], { typed: "学前教育", issuer: "乙县教育局" });
    expect(found.map((suggestion) => suggestion.own)).toEqual([true, true, false, true, true]);
  });

  it("knows the own bureau with and without its province, and no other by its kind", () => {
    const issuers = ["广东省阳江市教育局", "阳江市教育局", "清远市教育局", "市教育局"];
    const items = issuers.map((issuer, at) =>
      libraryItem(at + 1, "推进轮岗", { issuer, body: "甲乙丙丁".charAt(at) }),
    );
    const own = (issuer: string) =>
      ask(items, { typed: "推进轮岗", issuer })
        .filter((suggestion) => suggestion.own)
        .map((suggestion) => suggestion.item.id)
        .sort();
    expect(own("阳江市教育局")).toEqual([1, 2]);
    expect(own("市教育局")).toEqual([4]);
    expect(own("")).toEqual([]);
  });

  it("leaves an own item that hardly fits behind a better one from elsewhere", () => {
    const own = libraryItem(1, "加强后勤管理", {
      issuer: "乙县教育局",
      body: `${"做好各项保障工作，".repeat(20)}落实教师待遇。`,
    });
    const other = libraryItem(2, "提高教师待遇", { body: "落实教师待遇。" });
    expect(ids(ask([own, other], { typed: "提高教师待遇", issuer: "乙县教育局" }))).toEqual([2, 1]);
  });

  it("folds an item carried through the years into its newest wording", () => {
    const body = "开展师德师风专题教育，落实师德考核，选树优秀教师典型，严肃查处违规行为";
    const items = [2023, 2024, 2025].map((year, at) =>
      libraryItem(at + 1, "加强师德师风建设", { year, body: `${body}，培训${year}人。` }),
    );
    const found = ask(items, { typed: "师德师风" });
    expect(found.map((suggestion) => [suggestion.item.id, suggestion.years])).toEqual([
      [3, [2025, 2024, 2023]],
    ]);
  });

  it("keeps two bureaus' own wordings apart", () => {
    const items = [
      libraryItem(1, "加强师德师风建设", { issuer: "甲市教育局", body: "开展师德专题教育，选树典型。" }),
      libraryItem(2, "加强师德师风建设", { issuer: "乙县教育局", body: "落实师德考核，查处违规补课行为。" }),
    ];
    expect(ids(ask(items, { typed: "师德师风" }))).toHaveLength(2);
  });

  it("ranks the newer of two equal items of different bureaus first", () => {
    const items = [
      libraryItem(1, "办好老年大学", { issuer: "甲市教育局", year: 2015, body: "扩大招生。" }),
      libraryItem(2, "办好老年大学", { issuer: "乙县教育局", year: 2025, body: "增设课程。" }),
    ];
    expect(ids(ask(items, { typed: "老年大学" }))).toEqual([2, 1]);
  });
});

describe("dated expressions of a suggestion", () => {
  const items = [libraryItem(1, "做好2025年招生", { year: 2025, body: "到2030年基本建成体系。" })];

  it("are marked in the text as it stands, the certain replacement as a proposal", () => {
    const [first] = ask(items, { typed: "招生", year: 2027 });
    expect(first?.headingDated).toMatchObject([
      { type: "dated", from: 2, to: 7, kind: "own-year", state: "open", proposed: "2027年", certain: true },
    ]);
    expect(first?.bodyDated.map((mark) => [mark.original, mark.state])).toEqual([["2030年", "kept"]]);
  });

  it("are left alone where the plan has no year", () => {
    const [first] = ask(items, { typed: "招生", year: null });
    expect([first?.headingDated, first?.bodyDated]).toEqual([[], []]);
  });
});

describe("suggest at the start of a written heading", () => {
  it("looks for what is written there", () => {
    const items = [libraryItem(1, "加强师德师风建设"), libraryItem(2, "补充优化教师队伍")];
    const context = { heading: "推进师德师风建设", sectionHeading: "建强教师队伍" };
    expect(ids(ask(items, context))[0]).toBe(1);
  });
});

describe("suggest for an empty section", () => {
  it("leaves out what the plan has already, in other words too", () => {
    const items = [
      libraryItem(1, "加强师德师风建设", { section: "建强教师队伍" }),
      libraryItem(2, "补充优化教师队伍", { section: "建强教师队伍" }),
    ];
    const place = { place: "section", sectionHeading: "建强教师队伍" } as const;
    expect(ids(ask(items, place)).toSorted()).toEqual([1, 2]);
    expect(ids(ask(items, { ...place, covered: ["推进师德师风建设"] }))).toEqual([2]);
  });

  const items = [
    libraryItem(1, "发展学前教育", { section: "办好各类教育", body: "新建公办幼儿园。" }),
    libraryItem(2, "加强师德师风建设", { section: "建强教师队伍", body: "开展师德教育。" }),
    libraryItem(3, "提高教师待遇", { section: "加强教师队伍建设", body: "落实工资。", issuer: "乙县教育局" }),
    libraryItem(4, "推进轮岗", { section: "办好各类教育", body: "教师队伍中的交流轮岗" }),
  ];

  it("gives what stands in sections of a like heading, and says so", () => {
    const found = ask(items, { place: "section", sectionHeading: "建强教师队伍" });
    expect(ids(found).slice(0, 2)).toEqual([2, 3]);
    expect(found[0]?.reasons).toContainEqual({ code: "section", words: ["建强教师队伍"] });
  });

  it("answers an empty heading in the same way", () => {
    const section = { sectionHeading: "建强教师队伍" };
    expect(ids(ask(items, { ...section, place: "heading", typed: "" }))).toEqual(
      ids(ask(items, { ...section, place: "section" })),
    );
  });

  it("puts an item of many years before one of a single year", () => {
    const carried = [2022, 2023, 2024, 2025].map((year, at) =>
      libraryItem(at + 1, "开展教师培训", { section: "教师队伍", year, body: "分层分类开展全员培训。" }),
    );
    const once = libraryItem(9, "评选名师", { section: "教师队伍", body: "评选一批名师工作室。" });
    expect(ids(ask([once, ...carried], { place: "section", sectionHeading: "教师队伍" }))).toEqual([4, 9]);
  });
});

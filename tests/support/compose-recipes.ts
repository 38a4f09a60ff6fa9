/** How the composed documents are made: one recipe for every shape. */

import { Converter } from "opencc-js/cn2t";
import type { Draft, Recipe } from "./compose-documents.ts";
import {
  type ComposedNode,
  type ComposedPlan,
  chinese,
  composeNodes,
  type Measure,
  type Style,
} from "./compose-plan.ts";
import type { Words } from "./compose-text.ts";

const NBSP = "\u00a0";
const WIDE = "\u3000";

/** Year, title, issuer and a plan of the measure. */
function base(
  words: Words,
  measure: Measure,
  more: Partial<Draft> & { readonly closing?: boolean } = {},
): Draft {
  const { bureau, chance } = words;
  const year = chance.between(2014, 2026);
  const organ = bureau.place + bureau.organ;
  const { closing = false, ...draft } = more;
  return {
    title: `${organ}${year}年工作${chance.pick(["要点", "思路", "计划"])}`,
    issuer: organ,
    year,
    plan: {
      leadIn: [
        `${year}年，${bureau.place === "" ? "我校" : "全局"}工作的总体要求是：以习近平新时代中国特色社会主义思想为指导，${words.paragraph(2)}`,
      ],
      nodes: composeNodes(words, measure),
      closing: closing ? [`总之，在新的一年里，我们要振奋精神，真抓实干，${words.paragraph(1)}`] : [],
    },
    ...draft,
  };
}

const BOTH: Measure = { sections: 3, subsections: 2, items: 3 };
const ITEMS: Measure = { sections: 4, items: 4 };
const SUBSECTIONS: Measure = { sections: 3, subsections: 3, items: 0, subsectionForm: "run-in" };
const DOTS = [".", "．", "、"];
const day = (draft: Draft, month: number, date: number) =>
  `${draft.year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

function notice(words: Words, draft: Draft): readonly string[] {
  return [`${words.bureau.staff}：`, `现将《${draft.title}》印发给你们，请结合实际，认真贯彻落实。`];
}

const breadcrumb = "当前位置：首页 > 政务公开 > 规划计划";
const stamp = (draft: Draft) =>
  `来源：${draft.issuer ?? "办公室"} 发布时间：${draft.year}-03-05 10:20 浏览次数：321 字体：[大 中 小]`;
const FOOT = [
  "扫一扫在手机打开当前页",
  "【打印正文】",
  "打印 关闭",
  "上一篇：关于开展专项检查的公告[ 03-09 ]",
  "下一篇：关于举办培训班的通知...[ 03-02 ]",
  "版权所有：信息中心 ICP备12345678号",
];

/** Item texts with something after them: （1） lines, ① lines, 一是 … as body of items. */
function within(
  node: ComposedNode,
  change: (body: readonly string[], index: number) => readonly string[],
): ComposedNode {
  let index = 0;
  const walk = (one: ComposedNode): ComposedNode => {
    if (one.kind === "item" || one.children.length === 0) {
      index += 1;
      return { ...one, body: change(one.body, index) };
    }
    return { ...one, children: one.children.map(walk) };
  };
  return walk(node);
}

function changed(draft: Draft, change: (body: readonly string[], index: number) => readonly string[]): Draft {
  return { ...draft, plan: { ...draft.plan, nodes: draft.plan.nodes.map((node) => within(node, change)) } };
}

function everyNode(plan: ComposedPlan, change: (node: ComposedNode) => ComposedNode): ComposedPlan {
  const walk = (node: ComposedNode): ComposedNode => change({ ...node, children: node.children.map(walk) });
  return { ...plan, nodes: plan.nodes.map(walk) };
}

const traditional = Converter({ from: "cn", to: "t" });

const recipe = (name: string, compose: Recipe["compose"]): Recipe => ({ name, compose });

export const RECIPES: readonly Recipe[] = [
  recipe("sections, subsections, items", (w) => base(w, { ...BOTH, overall: true })),
  recipe("spaces behind section numbers", (w) =>
    base(w, ITEMS, {
      style: { section: (n) => `${chinese(n)}、${n % 2 ? " " : NBSP}`, count: "per-section" },
    }),
  ),
  recipe("half-width brackets and marks", (w) =>
    base(w, BOTH, {
      damage: (lines) =>
        lines.map((line) =>
          line
            .replaceAll("，", ",")
            .replaceAll("：", ":")
            .replaceAll("（", "(")
            .replaceAll("）", ")")
            .replaceAll("；", ";"),
        ),
    }),
  ),
  recipe("mixed separators in one list", (w) =>
    base(w, BOTH, {
      style: { item: (n, running) => `${n}${DOTS[running % 3]}${running % 4 === 0 ? " " : ""}` },
    }),
  ),
  recipe("items counted through", (w) =>
    base(w, ITEMS, { style: { count: "continuous", item: (n) => `${n}．` } }),
  ),
  recipe("（1） as paragraphs under items", (w) =>
    changed(base(w, BOTH, { style: { count: "per-heading" } }), (body, index) =>
      index % 2 ? [...body, `（1）${w.task()}；`, `(2)${w.task()}；`, `（3）${w.task()}。`] : body,
    ),
  ),
  recipe("（1） inside paragraphs", (w) =>
    changed(base(w, ITEMS), (body, index) =>
      index % 3 === 0 ? [`${body[0] ?? ""}具体包括：（1）${w.task()}；（2）${w.task()}。`] : body,
    ),
  ),
  recipe("① under （1） under items", (w) =>
    changed(base(w, BOTH), (body, index) =>
      index % 3 === 0
        ? [...body, `（1）${w.task()}。`, `①${w.task()}；`, `②${w.task()}。`, `（2）${w.task()}。`]
        : body,
    ),
  ),
  recipe("clauses in paragraphs", (w) => {
    const draft = changed(base(w, ITEMS), (body, index) =>
      index % 2
        ? [
            `${body[0] ?? ""}${w
              .clauses(index % 4 === 1 ? 9 : 3)
              .map((clause, at) => `${chinese(at + 1)}是${clause}`)
              .join("；")}。`,
          ]
        : body,
    );
    return draft;
  }),
  recipe("dashes as bullets", (w) =>
    changed(base(w, SUBSECTIONS), (body) => [...body, `——${w.sentence()}`, `──${w.sentence()}`]),
  ),
  recipe("stages", (w) => {
    const draft = base(w, ITEMS);
    const stages: ComposedNode = {
      kind: "section",
      heading: "实施步骤",
      runIn: false,
      children: [],
      body: [
        "第一阶段：动员部署（1月—3月）。制定方案，层层动员。",
        "第二阶段：组织实施（4月—10月）。对照方案，逐项推进。",
        "第三阶段：总结提升（11月—12月）。开展评估，形成长效机制。",
      ],
    };
    return { ...draft, plan: { ...draft.plan, nodes: [...draft.plan.nodes, stages] } };
  }),
  recipe("running labels", (w) =>
    base(w, BOTH, { style: { count: "continuous", item: (n) => `【重点任务${n}】` } }),
  ),
  recipe("months as headings", (w) => {
    const draft = base(w, { sections: 2, items: 3 });
    const months = ["一月份", "二月份", "三月份", "四月份"].flatMap((month) => [
      month,
      `1.${w.task()}`,
      `2.${w.task()}`,
    ]);
    const calendar: ComposedNode = {
      kind: "section",
      heading: "工作安排",
      runIn: false,
      children: [],
      body: months,
    };
    return { ...draft, plan: { ...draft.plan, nodes: [...draft.plan.nodes, calendar] } };
  }),
  recipe("㈠ and ⑴", (w) =>
    base(w, BOTH, {
      style: { subsection: (n) => "㈠㈡㈢㈣㈤".charAt(n - 1), item: (n) => "⑴⑵⑶⑷⑸".charAt(n - 1) },
    }),
  ),
  recipe("full-width numbers with brackets", (w) =>
    base(w, BOTH, { style: { item: (n) => `${String.fromCharCode(0xff10 + n)}）` } }),
  ),
  recipe("首先 其次 and 第一，", (w) =>
    changed(base(w, { ...SUBSECTIONS, subsectionForm: "paragraphs" }), (body, index) => [
      ...body,
      ...(index % 2 ? ["首先，", "其次，", "最后，"] : ["第一，", "第二，", "第三，"]).map(
        (mark) => mark + w.sentence(),
      ),
    ]),
  ),
  recipe("parts above sections", (w) => {
    const draft = base(w, { sections: 2, items: 3 });
    const more = composeNodes(w, { sections: 2, items: 2 });
    const part = (heading: string, children: readonly ComposedNode[]): ComposedNode => ({
      kind: "section",
      heading,
      body: [],
      runIn: false,
      children: children.map((node) => ({ ...node, kind: "subsection" })),
    });
    return {
      ...draft,
      plan: { ...draft.plan, nodes: [part("上年工作回顾", draft.plan.nodes), part("今年重点工作", more)] },
      style: { section: (n) => `第${chinese(n)}部分 `, subsection: (n) => `${chinese(n)}、` },
    };
  }),
  recipe("flat items under the title", (w) =>
    base(
      w,
      { sections: 0, items: 0 },
      {
        plan: {
          leadIn: [w.paragraph(2)],
          nodes: Array.from(
            { length: 7 },
            () => composeNodes(w, { sections: 1, items: 1 })[0]?.children[0] as ComposedNode,
          ),
          closing: [],
        },
        style: { item: (n) => `${n}、` },
      },
    ),
  ),
  recipe("sections without items beside others", (w) => {
    const draft = base(w, { ...BOTH, lead: true, overall: true }, { closing: true });
    const nodes = [
      ...draft.plan.nodes,
      {
        kind: "section" as const,
        heading: "工作要求",
        body: [w.paragraph(2), w.paragraph(2)],
        runIn: false,
        children: [],
      },
    ];
    return { ...draft, plan: { ...draft.plan, nodes } };
  }),
  recipe("section headings with 。", (w) => base(w, ITEMS, { style: { sectionEnd: "。" } })),
  recipe("sections with their body on the line", (w) =>
    base(w, { sections: 6, items: 0, sectionForm: "run-in" }),
  ),
  recipe("subsections run in", (w) => base(w, SUBSECTIONS, { closing: true })),
  recipe("subsection headings with 。 alone", (w) => base(w, BOTH, { style: { subsectionEnd: "。" } })),
  recipe("subsections as paragraphs beside items", (w) => {
    const draft = base(w, BOTH);
    let index = 0;
    return {
      ...draft,
      plan: everyNode(draft.plan, (node) => {
        if (node.kind !== "subsection") return node;
        index += 1;
        return index % 2 ? { ...node, body: [w.paragraph(3)], children: [] } : node;
      }),
    };
  }),
  recipe("item headings alone", (w) => base(w, { ...BOTH, itemForm: "alone" })),
  recipe("item headings alone and run in", (w) =>
    base(w, { ...ITEMS, itemForm: "mixed" }, { style: { count: "continuous" } }),
  ),
  recipe("item headings closed by colons", (w) => base(w, ITEMS, { style: { between: () => "：" } })),
  recipe("items without headings", (w) => base(w, { ...BOTH, itemForm: "task" })),
  recipe("items of whole sentences", (w) => base(w, { ...ITEMS, itemForm: "sentence" })),
  recipe("lost 。 behind some headings", (w) =>
    base(w, ITEMS, { style: { between: (running) => (running % 6 === 0 ? "" : "。") } }),
  ),
  recipe("everything in one paragraph", (w) =>
    base(
      w,
      { ...BOTH, subsectionForm: "run-in", sectionForm: "alone" },
      { style: { sectionEnd: "。" }, damage: (lines) => [lines.join("")] },
    ),
  ),
  recipe("a notice with signature before the plan", (w) => {
    const draft = base(w, BOTH);
    return {
      ...draft,
      date: day(draft, 2, 28),
      front: [
        `${draft.issuer}关于印发《${draft.title}》的通知`,
        "",
        ...notice(w, draft),
        "",
        `${WIDE.repeat(8)}${draft.issuer}`,
        `${WIDE.repeat(8)}${draft.year}年2月28日`,
        "",
        "",
      ],
    };
  }),
  recipe("number, notice over lines, release note", (w) => {
    const draft = base(w, ITEMS);
    const open = w.chance.pick(["〔", "[", "﹝"]);
    const close = { "〔": "〕", "[": "]", "﹝": "﹞" }[open] ?? "";
    return {
      ...draft,
      date: day(draft, 1, 9),
      front: [
        `${draft.issuer}`,
        `关于印发《${draft.title}》`,
        "的通知",
        `某发${open}${draft.year}${close}12号`,
        ...notice(w, draft),
        draft.issuer ?? "",
        `${draft.year}年1月9日`,
        "（此件公开发布）",
      ],
    };
  }),
  recipe("the document is itself a notice", (w) => {
    const draft = base(w, SUBSECTIONS);
    const title = `关于做好${draft.year}年${w.bureau.matter}工作的通知`;
    return {
      ...draft,
      title,
      plan: {
        ...draft.plan,
        leadIn: [`为做好${draft.year}年${w.bureau.matter}工作，现将有关事项通知如下：`],
      },
      head: [`${w.bureau.staff}：`],
      date: day(draft, 3, 1),
      end: [`${WIDE.repeat(6)}${draft.issuer}`, `${WIDE.repeat(6)}${draft.year}年3月1日`],
    };
  }),
  recipe("slogan title over two lines", (w) => {
    const draft = base(w, ITEMS);
    const lines = ["凝心聚力谋发展 砥砺奋进谱新篇", `——${draft.title}`];
    return { ...draft, title: lines.join("\n"), titleLines: lines };
  }),
  recipe("organ, year and kind on three lines, draft note", (w) => {
    const draft = base(w, ITEMS);
    return {
      ...draft,
      title: `${draft.issuer}${draft.year}年工作要点（征求意见稿）`,
      titleLines: [draft.issuer ?? "", `${draft.year}年工作要点`, "（征求意见稿）"],
    };
  }),
  recipe("title three times on the page", (w) => {
    const draft = base(w, BOTH, { form: "page" });
    return { ...draft, before: [breadcrumb, draft.title, stamp(draft)], after: FOOT };
  }),
  recipe("a school year and a span", (w) => {
    const draft = base(w, { ...BOTH, itemForm: "alone" });
    const school = w.chance.between(0, 1) === 0;
    const title = school
      ? `青山第一中学2016学年第一学期工作计划`
      : `东湖市${w.bureau.matter}工作计划（2020-2022）`;
    return { ...draft, title, issuer: school ? "青山第一中学" : null, year: school ? 2016 : 2020 };
  }),
  recipe("signature and date behind the plan", (w) => {
    const draft = base(w, BOTH, { closing: true });
    return {
      ...draft,
      title: `${draft.year}年工作要点`,
      date: day(draft, 1, 15),
      end: [
        `${WIDE.repeat(9)}${draft.issuer}`,
        `${WIDE.repeat(9)}二○${[...String(draft.year).slice(2)].map((digit) => "○一二三四五六七八九".charAt(Number(digit))).join("")}年一月十五日`,
      ],
    };
  }),
  recipe("date alone, December of the year before", (w) => {
    const draft = base(w, ITEMS);
    const before = (draft.year ?? 0) - 1;
    return { ...draft, date: `${before}-12-28`, end: [`${WIDE.repeat(10)}${before}年12月28日`] };
  }),
  recipe("year and month only, attachments", (w) => {
    const draft = base(w, ITEMS);
    return {
      ...draft,
      end: ["附件：1.重点任务分解表", "2.责任单位联系人名单", draft.issuer ?? "", `${draft.year}年2月`],
    };
  }),
  recipe("odd dates", (w) => {
    const draft = base(w, ITEMS);
    const forms = [`${draft.year}.2.`, `${draft.year}329`, `${draft.year}年2月155日`];
    const index = w.chance.between(0, 2);
    return {
      ...draft,
      date: index === 1 ? day(draft, 3, 29) : null,
      end: [draft.issuer ?? "", forms[index] ?? ""],
    };
  }),
  recipe("cover page", (w) => {
    const draft = base(w, BOTH);
    return {
      ...draft,
      titleLines: [draft.title],
      date: day(draft, 2, 6),
      head: [draft.issuer ?? "", `${draft.year}年2月6日`, ""],
    };
  }),
  recipe("metadata, menu and side lists of a whole page", (w) => {
    const draft = base(w, BOTH);
    const menu = [
      "智能问答",
      "繁體版",
      "无障碍浏览",
      ...Array.from(
        { length: 30 },
        (_, index) =>
          `${["机构", "政策", "办事", "互动", "专题"][index % 5]}${["概况", "解读", "指南", "交流", "栏目", "动态"][index % 6]}`,
      ),
    ];
    return {
      ...draft,
      before: [
        ...menu,
        breadcrumb,
        "索 引 号：11330000-2023-0012",
        "主题分类：其他",
        `发布机构：${draft.issuer}`,
        `成文日期：${draft.year}-02-20`,
        "有效性：有效",
        "【字号:大 中 小】",
        "分享到：",
      ],
      date: `${draft.year}-02-20`,
      after: [
        "责任编辑：王某",
        "相关文件：",
        "分享到：",
        "推荐阅读",
        "关于召开年度会议的通知",
        "关于公布名单的公告",
        "主办单位：办公室 | 网站标识码：3301000001",
        "浙ICP备05000000号",
        "浙公网安备33010000000000号",
      ],
    };
  }),
  recipe("metadata cells joined by bars", (w) => {
    const draft = base(w, ITEMS);
    return {
      ...draft,
      before: [
        `索引号 | 0000-2023-1 | 主题分类 | 其他`,
        `发布机构 | ${draft.issuer} | 成文日期 | ${draft.year}-02-20`,
        "• 首页",
        "• 政务公开",
        "• 互动交流",
      ],
      date: `${draft.year}-02-20`,
      after: [
        "推荐访问：工作计划 年度总结",
        "版权声明：本文由网友上传",
        "本文链接：http://www.example.com/a/1.html",
      ],
    };
  }),
  recipe("file-sharing head and page marks", (w) => {
    const draft = base(w, { sections: 4, items: 4 }, { style: { count: "continuous" } });
    return {
      ...draft,
      before: [
        `《${draft.title}.docx》由会员分享，可在线阅读，更多相关《${draft.title}.docx（5页珍藏版）》请在文库上搜索。`,
      ],
      damage: (lines) => {
        const text = lines.join("");
        return Array.from(
          { length: Math.ceil(text.length / 300) },
          (_, page) => `${page + 1}、${text.slice(page * 300, (page + 1) * 300)}`,
        );
      },
    };
  }),
  recipe("disclaimers of a sharing site", (w) => {
    const draft = base(w, ITEMS);
    return {
      ...draft,
      before: [
        "文档大小：35KB",
        "上传时间：2022-03-01",
        "1.本站资料由用户上传，版权归原作者所有。",
        "2.如有侵权请联系本站删除。",
        "3.下载前请预览全文，下载后概不退换。",
        "4.本文档共5页，可编辑。",
      ],
    };
  }),
  recipe("page numbers and a watermark inside", (w) =>
    base(w, BOTH, {
      damage: (lines) =>
        lines.flatMap((line, index) =>
          index % 7 === 6
            ? [`— ${Math.ceil(index / 7)} —`, line]
            : index === 10
              ? ["---本文来源于网络，仅供参考---", line]
              : [line],
        ),
    }),
  ),
  recipe("several plans in one file", (w) => {
    const draft = base(w, ITEMS);
    const other = composeNodes(w, { sections: 3, items: 2 });
    const lines = [
      `${draft.year}年工作计划`,
      `一、${other[0]?.heading}`,
      w.paragraph(2),
      `二、${other[1]?.heading}`,
      w.paragraph(2),
    ];
    return { ...draft, before: [`工作${"要点"}2篇`], after: lines };
  }),
  recipe("a summary whose last part is the plan", (w) => {
    const draft = base(w, SUBSECTIONS);
    const year = draft.year ?? 0;
    const names = [`${year}年工作完成情况`, "存在的主要问题", `${year + 1}年工作打算`];
    return {
      ...draft,
      title: `${draft.issuer}${year}年工作总结和${year + 1}年工作打算`,
      plan: {
        ...draft.plan,
        leadIn: [`${year}年，在上级正确领导下，各项工作取得新进展，现将有关情况报告如下。`],
        nodes: draft.plan.nodes.map((node, index) => ({ ...node, heading: names[index] ?? null })),
      },
    };
  }),
  recipe("U+3000 indents and NBSP lines", (w) =>
    base(w, BOTH, {
      style: { indent: WIDE.repeat(2) },
      damage: (lines) => lines.flatMap((line) => [line, NBSP, ""]),
    }),
  ),
  recipe("a table of tasks with tabs", (w) => {
    const draft = base(w, SUBSECTIONS);
    const rows = Array.from({ length: 6 }, (_, index) =>
      [
        String(index + 1),
        w.task(),
        w.chance.pick(w.bureau.units),
        w.chance.pick(["6月底前", "全年", "12月底前", "持续推进"]),
      ].join("\t"),
    );
    return {
      ...draft,
      end: [`${draft.year}年重点任务分解表`, "序号\t工作任务\t责任单位\t完成时限", ...rows],
    };
  }),
  recipe("a table of tasks, a cell per line", (w) => {
    const draft = base(w, SUBSECTIONS);
    const rows = Array.from({ length: 6 }, (_, index) => [
      String(index + 1),
      w.task(),
      w.chance.pick(w.bureau.units),
      w.chance.pick(["6月底前", "全年", "12月底前"]),
    ]).flat();
    return {
      ...draft,
      end: [
        "附件",
        `${draft.year}年重点任务分解表`,
        "序号",
        "工作任务",
        "责任科室",
        "完成时限",
        ...rows.flatMap((cell) => [cell, ""]),
      ],
    };
  }),
  recipe("a Word file with automatic numbers and a table", (w) => {
    const draft = base(w, BOTH, { form: "docx" });
    const rows = Array.from({ length: 5 }, (_, index) =>
      [String(index + 1), `1．${w.task()}；2．${w.task()}`, w.chance.pick(w.bureau.units), "全年"].join("\t"),
    );
    return { ...draft, end: ["重点工作任务表", "序号\t工作任务\t责任科室\t时限要求", ...rows] };
  }),
  recipe("units in brackets behind items", (w) =>
    changed(base(w, BOTH), (body) => [
      `${body[0] ?? ""}（${w.chance.pick(["责任单位", "牵头单位", "责任科室"])}：${w.bureau.units.slice(0, 2).join("、")}）`,
      ...body.slice(1),
    ]),
  ),
  recipe("lines of units under subsections", (w) =>
    changed(base(w, { ...SUBSECTIONS, subsectionForm: "paragraphs" }), (body) => [
      ...body,
      `责任科室（单位）：${w.bureau.units.slice(0, 3).join("、")}分别牵头`,
      "完成时限：12月底前",
    ]),
  ),
  recipe("contents page with dot leaders", (w) => {
    const draft = base(w, { ...ITEMS, overall: true });
    return {
      ...draft,
      before: [
        "目    录",
        ...draft.plan.nodes.map(
          (node, index) => `${chinese(index + 1)}、${node.heading}${"…".repeat(8)}${index + 1}`,
        ),
      ],
    };
  }),
  recipe("hard line breaks", (w) =>
    base(w, BOTH, {
      damage: (lines) =>
        lines.flatMap((line) => {
          const parts: string[] = [];
          let rest = `${WIDE}${WIDE}${line}`;
          while (rest.length > 28) {
            let end = 28;
            while (/[，。、；：）”》]/.test(rest.charAt(end))) end += 1;
            parts.push(rest.slice(0, end));
            rest = rest.slice(end);
          }
          return rest === "" ? parts : [...parts, rest];
        }),
    }),
  ),
  recipe("a PDF", (w) => {
    const draft = base(w, BOTH, { form: "pdf" });
    return {
      ...draft,
      date: day(draft, 2, 3),
      end: [`${WIDE.repeat(3)}${draft.issuer}`, `${WIDE.repeat(3)}${draft.year}年2月3日`],
    };
  }),
  recipe("Word's HTML", (w) =>
    base(
      w,
      { ...BOTH, itemForm: "mixed" },
      {
        form: "word-html",
        closing: true,
        style: { item: (n, running) => `${n}${running % 5 === 0 ? "、" : "．"}` },
      },
    ),
  ),
  recipe("quotation marks lost", (w) => {
    const draft = base(w, ITEMS);
    const bare = (text: string) => text.replace(/[“”]/g, "");
    return {
      ...draft,
      plan: {
        ...everyNode(draft.plan, (node) => ({
          ...node,
          heading: node.heading && bare(node.heading),
          body: node.body.map(bare),
        })),
        leadIn: draft.plan.leadIn.map(bare),
      },
    };
  }),
  recipe("blanked names and numbers", (w) => {
    const draft = base(w, BOTH);
    const blank = (text: string) =>
      text
        .replace(/\d+(?=个|人|场)/g, "XX")
        .replace(/\d+(?=次)/g, "*")
        .replace(/\d+(?=万元)/g, " ");
    return {
      ...draft,
      plan: {
        ...everyNode(draft.plan, (node) => ({ ...node, body: node.body.map(blank) })),
        leadIn: draft.plan.leadIn.map(blank),
      },
    };
  }),
  recipe("spaces inside short headings, full-width digits", (w) => {
    const draft = base(w, ITEMS);
    return {
      ...draft,
      plan: { ...draft.plan, nodes: draft.plan.nodes },
      damage: (lines) =>
        lines.map((line) =>
          line
            .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
            .replace(/，/g, "，\u200b"),
        ),
    };
  }),
  recipe("an old Word file without its numbers", (w) => base(w, BOTH, { form: "doc" })),
  recipe("an old Word file without its numbers, sections and items", (w) =>
    base(w, { ...ITEMS, overall: true }, { form: "doc" }),
  ),
  recipe("an old Word file without its numbers, subsections only", (w) =>
    base(w, { ...SUBSECTIONS, subsectionForm: "paragraphs" }, { form: "doc" }),
  ),
  recipe("a notice of two organs", (w) => {
    const draft = base(w, BOTH);
    return {
      ...draft,
      date: day(draft, 4, 2),
      front: [
        `${draft.issuer}`,
        `${w.bureau.place}财政局`,
        `关于印发《${draft.title}》的通知`,
        ...notice(w, draft),
        `${draft.issuer}　${w.bureau.place}财政局`,
        `${draft.year}年4月2日`,
      ],
    };
  }),
  recipe("title broken in the middle", (w) => {
    const draft = base(w, BOTH);
    const title = `${draft.issuer}${draft.year}年深入推进${w.bureau.matter}工作要点`;
    const at = title.length - w.chance.pick([4, 6, 2]);
    return { ...draft, title, titleLines: [title.slice(0, at), title.slice(at)] };
  }),
  recipe("plan behind the word 附件, other date in it", (w) => {
    const draft = base(w, BOTH);
    return {
      ...draft,
      date: day(draft, 3, 8),
      front: [
        `关于印发${draft.title}的通知`,
        ...notice(w, draft),
        "特此通知。",
        `附件：${draft.title}`,
        `${WIDE.repeat(8)}${draft.issuer}`,
        `${WIDE.repeat(8)}${draft.year}年3月8日`,
        "",
        "附件",
      ],
      end: [`${WIDE.repeat(8)}${draft.year}年2月20日`],
    };
  }),
  recipe("attachments with text behind the signature", (w) => {
    const draft = base(w, ITEMS);
    return {
      ...draft,
      date: day(draft, 1, 20),
      end: [
        `附件：1.${w.bureau.matter}考核办法`,
        "2.联系人名单",
        `${WIDE.repeat(8)}${draft.issuer}`,
        `${WIDE.repeat(8)}${draft.year}年1月20日`,
        "附件1",
        `${w.bureau.matter}考核办法`,
        "一、考核对象",
        w.paragraph(1),
        "二、考核方法",
        "1.日常检查。每月一次。",
        "2.年终评定。每年一次。",
      ],
    };
  }),
  recipe("a table inside the plan", (w) => {
    const draft = base(w, ITEMS);
    const rows = Array.from(
      { length: 4 },
      (_, index) => `${index + 1}\t${w.object()}\t${w.chance.between(3, 90)}`,
    );
    const nodes = draft.plan.nodes.map((node, index) =>
      index === 1
        ? {
            ...node,
            children: node.children.map((child, at) =>
              at === 1 ? { ...child, body: [...child.body, "序号\t指标名称\t目标值", ...rows] } : child,
            ),
          }
        : node,
    );
    return { ...draft, plan: { ...draft.plan, nodes } };
  }),
  recipe("a table with bars between the cells", (w) => {
    const draft = base(w, SUBSECTIONS);
    const cells = [
      "序号",
      "工作任务",
      "责任科室",
      "完成时限",
      ...Array.from({ length: 4 }, (_, index) => [
        String(index + 1),
        w.task(),
        w.chance.pick(w.bureau.units),
        "全年",
      ]).flat(),
    ];
    return { ...draft, end: [`${draft.year}年任务分解表`, ...cells.flatMap((cell) => [cell, "|"])] };
  }),
  recipe("nothing but a task table", (w) => {
    const year = w.chance.between(2015, 2025);
    const rows = Array.from({ length: 8 }, (_, index) =>
      [String(index + 1), w.task(), w.chance.pick(w.bureau.units), "全年"].join("\t"),
    );
    return {
      title: `${w.bureau.place}${w.bureau.organ}${year}年重点工作任务分解表`,
      issuer: w.bureau.place + w.bureau.organ,
      year,
      plan: { leadIn: [], nodes: [], closing: [] },
      lines: ["序号\t工作任务\t责任单位\t完成时限", ...rows],
      texts: rows,
    };
  }),
  recipe("a twelve-month calendar table", (w) => {
    const draft = base(w, { sections: 3, items: 3 });
    const rows = ["一月", "二月", "三月", "四月"].map((month) =>
      [month, w.object(), `1．${w.task()}；2．${w.task()}`].join("\t"),
    );
    return { ...draft, end: ["工作行事历安排表", "时间\t工作主题\t具体措施", ...rows] };
  }),
  recipe("parts above three levels", (w) => {
    const draft = base(w, BOTH);
    const [first, ...others] = draft.plan.nodes;
    const part = (heading: string, children: readonly ComposedNode[]): ComposedNode => ({
      kind: "part",
      heading,
      body: [],
      runIn: false,
      children,
    });
    return first
      ? {
          ...draft,
          plan: { ...draft.plan, nodes: [part("基本情况", [first]), part("重点任务", others)] },
        }
      : draft;
  }),
  recipe("§ parts", (w) => base(w, ITEMS, { style: { section: (n) => `§${n}.`, count: "per-section" } })),
  recipe("title only in the page's heading", (w) => {
    const draft = base(w, ITEMS, { form: "page" });
    return { ...draft, titleLines: [], before: [breadcrumb, draft.title, stamp(draft)], after: FOOT };
  }),
  recipe("title of a re-used file", (w) => {
    const draft = base(w, ITEMS);
    return {
      ...draft,
      plan: { ...draft.plan, leadIn: [`${(draft.year ?? 0) - 1}年是关键之年，${w.paragraph(2)}`] },
    };
  }),
  recipe("spaces inside sentences from lost line breaks", (w) =>
    base(w, ITEMS, {
      damage: (lines) =>
        lines.map((line) =>
          line.length < 60
            ? line
            : line.replace(/(.{33})(?=.)/gu, (part) => (/[\d“《（]$/.test(part) ? part : `${part} `)),
        ),
    }),
  ),
  recipe("marks doubled by a mirror", (w) =>
    base(w, BOTH, {
      damage: (lines) => lines.map((line) => (line.length < 50 ? line : line.replaceAll("，", "，,"))),
    }),
  ),
  recipe("pinyin in brackets from a mirror", (w) =>
    base(w, BOTH, {
      damage: (lines) =>
        lines.map((line) =>
          line.replaceAll("发", "发(fā)").replaceAll("务", "务(wù)").replaceAll("进", "进(jìn)"),
        ),
    }),
  ),
  recipe("brackets broken to bytes by a mirror", (w) =>
    base(w, BOTH, {
      damage: (lines) => lines.map((line) => line.replace("（一）", "?。ㄒ唬").replace("（二）", "?。ǘ")),
    }),
  ),
  recipe("section heading and body with a colon", (w) => {
    const draft = base(w, { sections: 3, items: 3 });
    const overall: ComposedNode = {
      kind: "section",
      heading: "指导思想",
      body: [`坚持以新发展理念为引领，${w.paragraph(2)}`],
      runIn: true,
      children: [],
    };
    return {
      ...draft,
      plan: { ...draft.plan, nodes: [overall, ...draft.plan.nodes] },
      style: { between: (running) => (running === 1 ? "：" : "。"), sectionEnd: "：" },
    };
  }),
  recipe("a closing call without number and a wide signature", (w) => {
    const draft = base(w, ITEMS, { closing: true });
    return { ...draft, date: day(draft, 2, 10), end: ["", `（${draft.issuer}  ${draft.year}年2月10日）`] };
  }),
  recipe("traditional characters", (w) => base(w, BOTH, { damage: (lines) => lines.map(traditional) })),
  recipe("traditional characters with pinyin", (w) =>
    base(w, ITEMS, {
      damage: (lines) =>
        lines.map((line) => traditional(line).replaceAll("發", "發(fā)").replaceAll("務", "務(wù)")),
    }),
  ),
  recipe("units in square brackets, of two kinds", (w) =>
    withUnits(
      base(w, BOTH),
      w,
      ([lead, ...support]) => [`〔牵头单位：${lead}；配合单位：${support.join("、")}〕`],
      true,
    ),
  ),
  recipe("units and time limits in brackets behind clauses of a task", (w) =>
    withUnits(
      base(w, ITEMS),
      w,
      (units) => [`（责任单位：${units.join("，")}；完成时限：${w.chance.pick(["6月底前", "年底前"])}）`],
      true,
    ),
  ),
  recipe("lines of units below items with headings alone", (w) =>
    withUnits(base(w, { ...BOTH, itemForm: "alone" }), w, ([lead, ...support]) => [
      `牵头单位：${lead}`,
      `配合单位：${support.join("、")}`,
      "完成时限：全年",
    ]),
  ),
  recipe("lines of units in brackets below items", (w) =>
    withUnits(base(w, ITEMS), w, (units) => [`（责任科室：${units.join("、")}）`]),
  ),
  recipe("parts with sections that run on", (w) => {
    const draft = base(w, { ...ITEMS, sections: 4 });
    return withParts(draft, ["基本思路", "工作任务"], {
      part: (n) => `第${chinese(n)}篇　`,
      section: (_, running) => `${chinese(running)}、`,
    });
  }),
  recipe("§ parts above sections that begin again", (w) =>
    withParts(base(w, BOTH), ["总体目标", "重点工作"], { part: (n) => `§${n}. ` }),
  ),
  recipe("subsections that run on through the sections", (w) =>
    base(w, BOTH, { style: { subsection: (_, running) => `（${chinese(running)}）` } }),
  ),
  recipe("items beyond a thousand", (w) =>
    base(w, ITEMS, { style: { count: "continuous", item: (n) => `${n + 991}.` } }),
  ),
  recipe("items that begin again in the middle of a section", (w) =>
    base(
      w,
      { sections: 3, items: 6 },
      { style: { item: (n) => `${((n - 1) % 3) + 1}．`, count: "per-section" } },
    ),
  ),
  recipe("a task table between the sections", (w) => {
    const rows = Array.from({ length: 5 }, (_, index) =>
      [`${index + 1}.${w.task()}`, w.chance.pick(w.bureau.units), "年底前"].join("\t"),
    );
    const table = ["重点任务分解表", "工作任务\t责任单位\t完成时限", ...rows];
    return base(w, BOTH, {
      damage: (lines) => lines.flatMap((line) => (line.startsWith("二、") ? [...table, line] : [line])),
    });
  }),
];

/** Units behind the text of every item, or in lines below it, other ones for each. */
function withUnits(
  draft: Draft,
  { bureau, chance }: Words,
  print: (units: readonly string[]) => readonly string[],
  behind = false,
): Draft {
  const given: string[] = [];
  const units = () => {
    const some = chance.shuffle(bureau.units).slice(0, 3);
    given.push(some.join("、"));
    return print(some);
  };
  const tailed = changed(draft, (body) => {
    const lines = units();
    return behind ? [...body.slice(0, -1), (body.at(-1) ?? "") + lines.join("")] : [...body, ...lines];
  });
  return { ...tailed, units: given };
}

/** The sections of a draft, half of them under each of two parts. */
function withParts(draft: Draft, parts: readonly [string, string], style: Style): Draft {
  const { nodes } = draft.plan;
  const half = Math.ceil(nodes.length / 2);
  const part = (heading: string, children: readonly ComposedNode[]): ComposedNode => ({
    kind: "part",
    heading,
    body: [],
    runIn: false,
    children,
  });
  const both = [part(parts[0], nodes.slice(0, half)), part(parts[1], nodes.slice(half))];
  return { ...draft, plan: { ...draft.plan, nodes: both }, style };
}

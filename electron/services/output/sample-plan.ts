/** The short document that shows what a profile does: every level, digits, a masthead and a signature block. */
import { EMPTY_FRONT_MATTER, plainText, type WorkPlan } from "../../../src/core/plan/model.ts";

const TEXT =
  "坚持把政治建设摆在首位，健全“第一议题”制度，全年开展专题学习12次，推动各级各类学校党组织全面进步、全面过硬。";

export const SAMPLE_PLAN: WorkPlan = {
  year: 2027,
  title: plainText("示例市2027年教育工作要点"),
  frontMatter: {
    ...EMPTY_FRONT_MATTER,
    form: "notice",
    issuer: "示例市教育局",
    documentNumber: "示教发〔2027〕1号",
    addressees: "各县（区）教育局，市直各学校",
    dateOfIssue: "2027-01-05",
  },
  numbering: { items: "continuous" },
  sources: {},
  leadIn: [{ kind: "paragraph", id: "lead-in", text: `2027年全市教育工作的总体要求是：${TEXT}`, marks: [] }],
  children: [
    {
      kind: "section",
      id: "section",
      role: "tasks",
      lead: plainText("坚持党对教育工作的全面领导"),
      body: [],
      children: [
        {
          kind: "subsection",
          id: "subsection",
          lead: plainText("加强思想政治引领"),
          body: [],
          children: ["深入推进理论武装", "持续深化改革攻坚", "全面提升育人质量"].map((heading, index) => ({
            kind: "item" as const,
            id: `item-${index}`,
            plain: false,
            lead: plainText(`${heading}。${TEXT}`),
            body: [],
          })),
          closing: [],
        },
      ],
      closing: [],
    },
  ],
  closing: [],
};

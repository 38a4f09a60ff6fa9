/** Plans whose front matter has everything an official document may carry, for tests of its layout. */
import type { Attachment, FrontMatter, WorkPlan } from "../../src/core/plan/model.ts";
import { item, paragraph, plan, section, subsection } from "./plan-builder.ts";

const TEXT =
  "坚持把政治建设摆在首位，健全理论学习制度，完善督查考核机制，推动各级各类学校党组织全面进步、全面过硬。";

/** Front matter of a notice to schools, sealed, with imprint. */
export const NOTICE: Partial<FrontMatter> = {
  form: "notice",
  issuer: "示例市教育局",
  documentNumber: "示教发〔2027〕1号",
  addressees: "各县（区）教育局，市直各学校，局机关各科室",
  dateOfIssue: "2027-01-05",
  sealed: true,
  imprint: {
    copyTo:
      "省教育厅，市委办公室，市人大常委会办公室，市政府办公室，市政协办公室，市纪委监委，各县（区）人民政府",
    printingAuthority: "示例市教育局办公室",
    printDate: "2027-01-06",
  },
};

/** A table over several pages. */
export function taskTable(rows: number, landscape: boolean): Attachment {
  return {
    id: `table-${rows}-${landscape}`,
    name: "示例市2027年教育工作任务分解表",
    ownPages: true,
    paragraphs: [],
    rows: [
      ["序号", "工作任务", "牵头单位", "责任单位", "完成时限"],
      ...Array.from({ length: rows }, (_, index) => [
        String(index + 1),
        "完善督查考核机制，推动各级各类学校党组织全面进步、全面过硬",
        "组织人事科",
        "基础教育科、职业教育科",
        "2027年12月",
      ]),
    ],
    landscape,
  };
}

/** An attachment of running text. */
export function textAttachment(name: string): Attachment {
  return { id: name, name, ownPages: true, paragraphs: [TEXT, TEXT], rows: [], landscape: false };
}

/** A plan of `count` items under two sections. */
export function samplePlan(count: number, frontMatter: Partial<FrontMatter>): WorkPlan {
  const items = Array.from({ length: count }, (_, index) =>
    item(`深入推进第${index + 1}项工作。${TEXT.repeat(3)}`),
  );
  const half = Math.ceil(count / 2);
  return plan(
    "示例市2027年教育工作要点",
    [
      section("坚持党对教育工作的全面领导", items.slice(0, half)),
      section("推动教育高质量发展", [subsection("扩大普惠性学前教育资源", items.slice(half))]),
    ],
    { leadIn: [paragraph(`2027年教育工作的总体要求是：${TEXT}`)], frontMatter },
  );
}

/** One document of every form, together with every element there is. */
export const OFFICIAL_SAMPLES: Readonly<Record<string, WorkPlan>> = {
  sealed: samplePlan(6, {
    ...NOTICE,
    copyNumber: "000001",
    classification: "机密",
    classificationTerm: "1年",
    urgency: "特急",
    note: "此件公开发布",
  }),
  joint: samplePlan(4, {
    ...NOTICE,
    jointIssuers: ["示例市财政局", "示例市人力资源和社会保障局"],
    sealed: false,
    attachments: [
      textAttachment("示例市2027年教育系统重点项目清单"),
      taskTable(30, true),
      { ...textAttachment("资金安排"), ownPages: false },
    ],
  }),
  "joint-sealed": samplePlan(3, {
    ...NOTICE,
    jointIssuers: ["示例市财政局", "示例市发展改革委", "示例市民政局"],
    signatories: ["张三", "李四", "欧阳小五"],
    attachments: [taskTable(12, false)],
  }),
  letter: samplePlan(3, {
    ...NOTICE,
    form: "letter",
    copyNumber: "000001",
    urgency: "加急",
    sealed: false,
    planAsAttachment: true,
    attachments: [taskTable(4, false)],
  }),
  bare: samplePlan(5, {
    issuer: "示例市教育局",
    dateOfIssue: "2027-11-15",
    attachments: [
      textAttachment("示例市2027年教育系统重点项目清单和任务分工以及完成时限一览表（含市直学校和各县区）"),
      taskTable(12, false),
    ],
  }),
};

/**
 * `WorkPlan`, the one model of a 工作要点: its zod schema is its type and the content of a `.yaodian` file.
 *
 * Ordinals are never part of a text: `numbering.ts` computes them from position. The heading of a section or
 * item is the first sentence of its lead (`heading.ts`), because that is how a plan is written and printed:
 * `1.深入推进科学理论武装。深入开展…` is one paragraph.
 */
import { z } from "zod";
import { blockIdSchema } from "./block-id.ts";
import { changeRecordsSchema } from "./change-records.ts";
import { comparisonRecordsSchema } from "./comparison-records.ts";
import { itemNotesSchema } from "./item-notes.ts";
import { taskRecordsSchema } from "./task-records.ts";

export { blockIdSchema } from "./block-id.ts";

/** Highest number of characters in one text; a longer one is refused as damage, not as prose. */
export const MAX_TEXT_LENGTH = 100_000;
/** Years a plan can be for: a wider range would only let damage such as `20221` through. */
export const FIRST_YEAR = 1949;
export const LAST_YEAR = 2200;

export const yearSchema = z.int().min(FIRST_YEAR).max(LAST_YEAR);

/** What a dated expression (年份及时序表述) speaks of; `name`: a name of the source's place or unit, which is reviewed the same way. */
export const datedKindSchema = z.enum([
  "own-year",
  "last-year",
  "next-year",
  "span",
  "cited-title",
  "past",
  "future",
  "plan-period",
  "milestone",
  "congress",
  "plenum",
  "anniversary",
  "ordinal",
  "programme",
  "deadline",
  "campaign",
  "relative",
  "damaged",
  "name",
]);
export type DatedKind = z.infer<typeof datedKindSchema>;

/**
 * `open`: the drafter must decide. `shifted`: already replaced by `proposed`, can be taken back.
 * `kept`: left as it was, for the reason given.
 */
export const datedStateSchema = z.enum(["open", "shifted", "kept"]);

const rangeShape = { from: z.int().nonnegative(), to: z.int().positive() };

/** A dated expression found in a text; `original` is what the source had at this place. */
export const datedMarkSchema = z.strictObject({
  type: z.literal("dated"),
  ...rangeShape,
  id: blockIdSchema,
  kind: datedKindSchema,
  state: datedStateSchema,
  original: z.string().max(200),
  proposed: z.string().max(200).nullable(),
  certain: z.boolean(),
  /** Code of the rule that decided; the user interface has the words for it. */
  reason: z.string().max(64),
});
export type DatedMark = z.infer<typeof datedMarkSchema>;

/** Text reused from another document; `source` is a key of `WorkPlan.sources`. */
export const originMarkSchema = z.strictObject({
  type: z.literal("origin"),
  ...rangeShape,
  source: blockIdSchema,
});
export type OriginMark = z.infer<typeof originMarkSchema>;

/** Text that somebody must verify (待核实) before the plan leaves. */
export const pendingMarkSchema = z.strictObject({ type: z.literal("pending"), ...rangeShape });

/** The levels that carry a number and a heading. */
export const headingKindSchema = z.enum(["part", "section", "subsection", "item"]);

/**
 * A number in the text that says where something stands in this plan (见第12项), and follows it. `target` is the part
 * that is meant, `level` whose number it is: its own, or of the 部分 or （一） around it, as both in 第三部分第5项.
 */
export const referenceMarkSchema = z.strictObject({
  type: z.literal("reference"),
  ...rangeShape,
  target: blockIdSchema,
  level: headingKindSchema,
});
export type ReferenceMark = z.infer<typeof referenceMarkSchema>;

export const textMarkSchema = z.discriminatedUnion("type", [
  datedMarkSchema,
  originMarkSchema,
  pendingMarkSchema,
  referenceMarkSchema,
]);
export type TextMark = z.infer<typeof textMarkSchema>;

/** A text and what is known of its parts. `from` and `to` are UTF-16 offsets into `text`. */
export const richTextSchema = z.strictObject({
  text: z.string().max(MAX_TEXT_LENGTH),
  marks: z.array(textMarkSchema).readonly(),
});
export type RichText = Readonly<z.infer<typeof richTextSchema>>;

export const paragraphSchema = z.strictObject({
  kind: z.literal("paragraph"),
  id: blockIdSchema,
  ...richTextSchema.shape,
});

/** One of a list 一是…二是…; the marker is computed. `runIn`: printed in the paragraph before it, as in the source. */
export const clauseSchema = z.strictObject({
  kind: z.literal("clause"),
  id: blockIdSchema,
  runIn: z.boolean(),
  ...richTextSchema.shape,
});

export const blockSchema = z.discriminatedUnion("kind", [paragraphSchema, clauseSchema]);
export type Paragraph = Readonly<z.infer<typeof paragraphSchema>>;
export type Clause = Readonly<z.infer<typeof clauseSchema>>;
export type Block = Paragraph | Clause;

const blocks = z.array(blockSchema).readonly();

/** 条目. `plain`: the lead is body from its first character, it has no heading sentence. */
export const itemSchema = z.strictObject({
  kind: z.literal("item"),
  id: blockIdSchema,
  plain: z.boolean(),
  lead: richTextSchema,
  body: blocks,
});
export type PlanItem = Readonly<z.infer<typeof itemSchema>>;

/** （一）: stands in a section, or at the top of a plan whose 一、 level is missing. */
export const subsectionSchema = z.strictObject({
  kind: z.literal("subsection"),
  id: blockIdSchema,
  lead: richTextSchema,
  body: blocks,
  children: z.array(itemSchema).readonly(),
  closing: blocks,
});
export type PlanSubsection = Readonly<z.infer<typeof subsectionSchema>>;

export const sectionRoleSchema = z.enum(["overall-requirements", "tasks", "safeguards", "other"]);
export type SectionRole = z.infer<typeof sectionRoleSchema>;

/** 大项 (一、). `closing` holds paragraphs after the last child which belong to no child. */
export const sectionSchema = z.strictObject({
  kind: z.literal("section"),
  id: blockIdSchema,
  role: sectionRoleSchema,
  lead: richTextSchema,
  body: blocks,
  children: z.array(z.discriminatedUnion("kind", [subsectionSchema, itemSchema])).readonly(),
  closing: blocks,
});
export type PlanSection = Readonly<z.infer<typeof sectionSchema>>;

/** 第一部分: stands above the sections, in the few plans that have it. */
export const partSchema = z.strictObject({
  kind: z.literal("part"),
  id: blockIdSchema,
  lead: richTextSchema,
  body: blocks,
  children: z.array(z.discriminatedUnion("kind", [sectionSchema, subsectionSchema, itemSchema])).readonly(),
  closing: blocks,
});
export type PlanPart = Readonly<z.infer<typeof partSchema>>;

export type PlanChild = PlanPart | PlanSection | PlanSubsection | PlanItem;
/** What stands above items and carries a heading of its own. */
export type HeadedPart = Exclude<PlanChild, PlanItem>;

/**
 * How numbers run. `items`: 通号 through the plan, through a section, or from 1 under every heading. Sections begin
 * with 一、 in every part and subsections with （一） in every section, unless they are `continuous` through the plan.
 */
export const numberingSchema = z.strictObject({
  items: z.enum(["continuous", "per-section", "per-heading"]),
  sections: z.literal("continuous").optional(),
  subsections: z.literal("continuous").optional(),
});
export type Numbering = Readonly<z.infer<typeof numberingSchema>>;

/** ISO date `2027-03-29`: the date of issue (成文日期). */
export const isoDateSchema = z.iso.date();

const line = z.string().max(500);

/**
 * 印发通知 in front of the plan. `title` null: made from issuer and plan title when it is written out; a title may hold
 * line breaks (`\n`) where the drafter broke it by sense.
 */
export const noticeSchema = z.strictObject({
  title: line.nullable(),
  body: z.array(paragraphSchema).readonly(),
});
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

/** What is printed: the bare plan, or 印发通知 with the plan behind it, as a document with masthead or as 信函格式. */
export const documentFormSchema = z.enum(["plan", "notice", "letter"]);
export type DocumentForm = z.infer<typeof documentFormSchema>;

/** Most attachments, rows and cells; more is damage, not an office's table. */
export const MAX_ATTACHMENTS = 99;
export const MAX_TABLE_ROWS = 5_000;
export const MAX_TABLE_COLUMNS = 32;

/** 附件. Without `ownPages` only its name is printed, in the attachment note, as where it is bound apart. */
export const attachmentSchema = z.strictObject({
  id: blockIdSchema,
  name: line,
  ownPages: z.boolean(),
  paragraphs: z.array(z.string().max(MAX_TEXT_LENGTH)).max(MAX_TABLE_ROWS).readonly(),
  /** Rows of a table behind the paragraphs, the first one its head; rows may differ in length. */
  rows: z
    .array(z.array(z.string().max(10_000)).max(MAX_TABLE_COLUMNS).readonly())
    .max(MAX_TABLE_ROWS)
    .readonly(),
  /** Whether its pages lie across (横排). */
  landscape: z.boolean(),
});
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

/** 版记: printed where anything of it is given. */
export const imprintSchema = z.strictObject({
  copyTo: z.string().max(2_000),
  printingAuthority: line,
  printDate: isoDateSchema.nullable(),
});
export type Imprint = Readonly<z.infer<typeof imprintSchema>>;

const names = z.array(line).max(20).readonly();

/** 公文要素: form data that the export uses and nobody retypes in the text. Empty text means not given. */
export const frontMatterSchema = z.strictObject({
  form: documentFormSchema,
  /** 发文机关; in joint issue the host. */
  issuer: line,
  /** 联合发文机关 after the host, in order. */
  jointIssuers: names,
  region: line,
  /** Text of 发文机关标志; empty: the issuer and 文件, in a letter the issuer alone. */
  authorityMark: line,
  documentNumber: line,
  /** 份号, e.g. `000001`. */
  copyNumber: line,
  /** 密级, e.g. `机密`, and 保密期限, e.g. `1年`. */
  classification: line,
  classificationTerm: line,
  /** 紧急程度, e.g. `特急`. */
  urgency: line,
  /** 签发人, in documents to a superior only. */
  signatories: names,
  addressees: z.string().max(2_000),
  /** 发文机关署名; empty: the issuer. */
  authority: line,
  dateOfIssue: isoDateSchema.nullable(),
  /** Whether the signature block leaves room for a seal. */
  sealed: z.boolean(),
  /** 附注, without its brackets. */
  note: line,
  notice: noticeSchema.nullable(),
  /** 印发件按附件编排: behind a notice the plan itself is its first attachment. */
  planAsAttachment: z.boolean(),
  attachments: z.array(attachmentSchema).max(MAX_ATTACHMENTS).readonly(),
  imprint: imprintSchema,
});
export type FrontMatter = Readonly<z.infer<typeof frontMatterSchema>>;

/** Where reused text comes from, kept in the plan so that it is known without the library. */
export const originSourceSchema = z.strictObject({
  documentId: z.string().max(64),
  title: line,
  issuer: line,
  year: yearSchema.nullable(),
  /** Ordinal of section and item in the source, e.g. `四` and `14`; null where it has none. */
  section: z.string().max(32).nullable(),
  item: z.string().max(32).nullable(),
  heading: z.string().max(MAX_TEXT_LENGTH),
  /** The wording as it was taken over, by which is told how much of it is left. */
  text: z.string().max(MAX_TEXT_LENGTH).optional(),
});
export type OriginSource = Readonly<z.infer<typeof originSourceSchema>>;

/** Where reused texts come from, by key. */
export const sourcesSchema = z.record(blockIdSchema, originSourceSchema).readonly();

const textShape = {
  /** May hold line breaks (`\n`) where the drafter broke the title by sense. */
  title: richTextSchema,
  /** 导语 before the first section. */
  leadIn: blocks,
  children: z
    .array(z.discriminatedUnion("kind", [partSchema, sectionSchema, subsectionSchema, itemSchema]))
    .readonly(),
  closing: blocks,
};

/** The text of a plan, without its form data. */
export const planTextSchema = z.strictObject(textShape);
export type PlanText = Readonly<z.infer<typeof planTextSchema>>;

/**
 * 修订: open changes are what differs between `base` and the text of the plan, which is the text with all of them
 * accepted. While `tracking`, whatever is written becomes a change.
 */
export const revisionsSchema = z.strictObject({
  tracking: z.boolean(),
  base: planTextSchema,
  records: changeRecordsSchema,
});

const { title, ...paragraphsShape } = textShape;

const workPlanObject = z.strictObject({
  year: yearSchema.nullable(),
  title,
  frontMatter: frontMatterSchema,
  numbering: numberingSchema,
  sources: sourcesSchema,
  ...paragraphsShape,
  /** 责任分解: what was decided about tasks; absent where nothing was. */
  taskRecords: taskRecordsSchema.optional(),
  /** Decisions made beside other plans (对照); absent where there are none. */
  comparisonRecords: comparisonRecordsSchema.optional(),
  /** 批注; absent where there are none. */
  itemNotes: itemNotesSchema.optional(),
  /** 修订; absent while changes are neither tracked nor open. */
  revisions: revisionsSchema.optional(),
});
/** A whole plan. An interface, so that types made of it name it instead of spelling it out. */
export interface WorkPlan extends Readonly<z.infer<typeof workPlanObject>> {}
export const workPlanSchema: z.ZodType<WorkPlan> = workPlanObject;

export const EMPTY_FRONT_MATTER: FrontMatter = {
  form: "plan",
  issuer: "",
  jointIssuers: [],
  region: "",
  authorityMark: "",
  documentNumber: "",
  copyNumber: "",
  classification: "",
  classificationTerm: "",
  urgency: "",
  signatories: [],
  addressees: "",
  authority: "",
  dateOfIssue: null,
  sealed: false,
  note: "",
  notice: null,
  planAsAttachment: false,
  attachments: [],
  imprint: { copyTo: "", printingAuthority: "", printDate: null },
};

/** A text without marks. */
export function plainText(text: string): RichText {
  return { text, marks: [] };
}

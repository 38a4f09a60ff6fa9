/** Arbitrary work plans for property tests: every node kind, unique ids, canonical marks. */
import fc from "fast-check";
import { changeKindSchema } from "../../src/core/plan/change-records.ts";
import { coverageStateSchema } from "../../src/core/plan/comparison-records.ts";
import {
  type Attachment,
  type Block,
  datedKindSchema,
  datedStateSchema,
  documentFormSchema,
  type FrontMatter,
  headingKindSchema,
  numberingSchema,
  type PlanItem,
  type PlanPart,
  type PlanSection,
  type PlanSubsection,
  type ReferenceMark,
  type RichText,
  sectionRoleSchema,
  type TextMark,
  type WorkPlan,
} from "../../src/core/plan/model.ts";
import { progressStateSchema } from "../../src/core/plan/task-records.ts";

/** Keys of `sources` that the marks of arbitrary plans refer to. */
const SOURCES = ["source-1", "source-2"] as const;

const words = fc.constantFrom(
  "深入推进科学理论武装。",
  "学前教育",
  "2027年",
  "“十五五”规划",
  "，",
  "。",
  "、",
  "a",
  " ",
  "𠮷",
  "《2022—2025年》",
);
const text = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(""));

const id = fc.uuid();

interface Piece {
  readonly text: string;
  readonly dated: Omit<Extract<TextMark, { type: "dated" }>, "from" | "to"> | null;
  readonly source: string | null;
  readonly pending: boolean;
  readonly reference: Pick<ReferenceMark, "target" | "level"> | null;
}

const piece: fc.Arbitrary<Piece> = fc.record({
  text: words,
  dated: fc.option(
    fc.record({
      type: fc.constant("dated" as const),
      id,
      kind: fc.constantFrom(...datedKindSchema.options),
      state: fc.constantFrom(...datedStateSchema.options),
      original: fc.constantFrom("2021年", "“十三五”"),
      proposed: fc.option(fc.constantFrom("2027年", "“十五五”")),
      certain: fc.boolean(),
      reason: fc.constantFrom("own-year", "span"),
    }),
    { freq: 4 },
  ),
  source: fc.option(fc.constantFrom(...SOURCES), { freq: 4 }),
  pending: fc.boolean(),
  reference: fc.option(
    fc.record({
      target: fc.constantFrom("item-1", "section-1"),
      level: fc.constantFrom(...headingKindSchema.options),
    }),
    { freq: 4 },
  ),
});

/** Marks by `from`, dated first; touching ranges of one source or reference, or to be verified, are one range. */
function richTextOf(pieces: readonly Piece[]): RichText {
  const marks: TextMark[] = [];
  let offset = 0;
  for (const { text: content, dated, source, pending, reference } of pieces) {
    const to = offset + content.length;
    if (dated) marks.push({ ...dated, from: offset, to });
    if (source !== null) {
      const last = marks.findLastIndex((mark) => mark.type === "origin");
      const open = marks[last];
      if (open?.type === "origin" && open.source === source && open.to === offset)
        marks[last] = { ...open, to };
      else marks.push({ type: "origin", from: offset, to, source });
    }
    if (pending) {
      const last = marks.findLastIndex((mark) => mark.type === "pending");
      const open = marks[last];
      if (open?.type === "pending" && open.to === offset) marks[last] = { ...open, to };
      else marks.push({ type: "pending", from: offset, to });
    }
    if (reference) {
      const { target, level } = reference;
      const last = marks.findLastIndex((mark) => mark.type === "reference");
      const open = marks[last];
      if (open?.type === "reference" && open.to === offset && open.target === target && open.level === level)
        marks[last] = { ...open, to };
      else marks.push({ type: "reference", from: offset, to, target, level });
    }
    offset = to;
  }
  return { text: pieces.map((each) => each.text).join(""), marks };
}

const richText = fc.array(piece, { maxLength: 5 }).map(richTextOf);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(id, richText).map(([key, rich]): Block => ({ kind: "paragraph", id: key, ...rich })),
  fc
    .tuple(id, fc.boolean(), richText)
    .map(([key, runIn, rich]): Block => ({ kind: "clause", id: key, runIn, ...rich })),
);
const blocks = fc.array(block, { maxLength: 3 });

const item: fc.Arbitrary<PlanItem> = fc.record({
  kind: fc.constant("item" as const),
  id,
  plain: fc.boolean(),
  lead: richText,
  body: blocks,
});

const subsection: fc.Arbitrary<PlanSubsection> = fc.record({
  kind: fc.constant("subsection" as const),
  id,
  lead: richText,
  body: blocks,
  children: fc.array(item, { maxLength: 3 }),
  closing: blocks,
});

const section: fc.Arbitrary<PlanSection> = fc.record({
  kind: fc.constant("section" as const),
  id,
  role: fc.constantFrom(...sectionRoleSchema.options),
  lead: richText,
  body: blocks,
  children: fc.array(fc.oneof(subsection, item), { maxLength: 4 }),
  closing: blocks,
});

const part: fc.Arbitrary<PlanPart> = fc.record({
  kind: fc.constant("part" as const),
  id,
  lead: richText,
  body: blocks,
  children: fc.array(fc.oneof(section, subsection, item), { maxLength: 3 }),
  closing: blocks,
});

const year = fc.option(fc.integer({ min: 2000, max: 2100 }));

const date = fc.option(fc.constantFrom("2027-03-29", "2028-02-29"));
const names = fc.array(text, { maxLength: 4 });

const attachment: fc.Arbitrary<Attachment> = fc.record({
  id,
  name: text,
  ownPages: fc.boolean(),
  paragraphs: fc.array(text, { maxLength: 2 }),
  rows: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 3 }),
  landscape: fc.boolean(),
});

const frontMatter: fc.Arbitrary<FrontMatter> = fc.record({
  form: fc.constantFrom(...documentFormSchema.options),
  issuer: text,
  jointIssuers: names,
  authorityMark: text,
  copyNumber: fc.constantFrom("", "000001"),
  classification: fc.constantFrom("", "机密"),
  classificationTerm: fc.constantFrom("", "1年"),
  urgency: fc.constantFrom("", "特急"),
  signatories: names,
  sealed: fc.boolean(),
  note: text,
  planAsAttachment: fc.boolean(),
  attachments: fc.array(attachment, { maxLength: 3 }),
  imprint: fc.record({ copyTo: text, printingAuthority: text, printDate: date }),
  region: text,
  documentNumber: text,
  addressees: text,
  authority: text,
  dateOfIssue: date,
  notice: fc.option(
    fc.record({
      title: fc.option(text),
      body: fc.array(
        fc.tuple(id, richText).map(([key, rich]) => ({ kind: "paragraph" as const, id: key, ...rich })),
        { maxLength: 2 },
      ),
    }),
  ),
});

const assignment = fc.record({
  lead: text,
  support: fc.array(text, { maxLength: 2 }),
  leader: text,
  deadline: text,
  target: text,
});

const storedTask = fc.record({
  id,
  anchor: text,
  counts: fc.option(fc.boolean()),
  assignment,
  progress: fc.record({ state: fc.constantFrom(...progressStateSchema.options), note: text }),
});

const taskRecords = fc.array(
  fc.record({ holder: id, assignment, tasks: fc.array(storedTask, { maxLength: 2 }) }),
  { maxLength: 2 },
);

const comparisonRecords = fc.array(
  fc.record({
    other: fc.constantFrom("2021 工作要点", " 上级要点"),
    corrections: fc.record({
      forced: fc.array(fc.record({ last: id, next: id }), { maxLength: 2 }),
      forbidden: fc.constant([]),
    }),
    coverage: fc.dictionary(fc.constantFrom("p1", "p2"), fc.constantFrom(...coverageStateSchema.options)),
  }),
  { maxLength: 2 },
);

const itemNotes = fc.array(
  fc.record({
    id,
    block: id,
    text: words,
    author: fc.constantFrom("", "张三"),
    writtenAt: fc.constant("2026-11-25T08:00:00Z"),
    resolved: fc.boolean(),
  }),
  { maxLength: 2 },
);

const planParts = {
  year,
  title: richText,
  frontMatter,
  numbering: fc.record(
    {
      items: fc.constantFrom(...numberingSchema.shape.items.options),
      sections: fc.constant("continuous" as const),
      subsections: fc.constant("continuous" as const),
    },
    { requiredKeys: ["items"] },
  ),
  sources: fc.constant(
    Object.fromEntries(
      SOURCES.map((key) => [
        key,
        {
          documentId: key,
          title: "工作要点",
          issuer: "教育局",
          year: 2021,
          section: "四",
          item: "14",
          heading: "",
        },
      ]),
    ),
  ),
  leadIn: blocks,
  children: fc.array(fc.oneof(part, section, subsection, item), { maxLength: 4 }),
  closing: blocks,
};

/** With and without decisions about tasks or beside other plans: the part is absent where there are none. */
const anyPlan: fc.Arbitrary<WorkPlan> = fc.oneof(
  fc.record(planParts),
  fc.record({ ...planParts, taskRecords }),
  fc.record({ ...planParts, comparisonRecords, itemNotes }),
);

/** Any plan the editor can hold, small enough for a thousand runs. */
export const arbitraryPlan: fc.Arbitrary<WorkPlan> = anyPlan.map(withUniqueIds);

const changeRecords = fc.array(
  fc.record({
    kind: fc.constantFrom(...changeKindSchema.options),
    block: id,
    from: fc.nat(9),
    to: fc.nat(9),
    sign: fc.constantFrom("", "1f2e3d4c"),
    author: fc.constantFrom("", "张三"),
    at: fc.constant("2026-11-25T08:00:00Z"),
  }),
  { maxLength: 3 },
);

/** A plan with open changes since the text of another one. */
export const arbitraryTrackedPlan: fc.Arbitrary<WorkPlan> = fc
  .tuple(arbitraryPlan, arbitraryPlan, fc.boolean(), changeRecords)
  .map(([plan, { title, leadIn, children, closing }, tracking, records]) => ({
    ...plan,
    revisions: { tracking, base: { title, leadIn, children, closing }, records },
  }));

/** Arbitrary ids repeat, above all while a failing case is made smaller; in a plan they never do. */
function withUniqueIds(plan: WorkPlan): WorkPlan {
  let last = 0;
  return JSON.parse(
    JSON.stringify(plan, (key, value: unknown) => {
      if (key !== "id") return value;
      last += 1;
      return `${String(value).slice(0, 8)}-${last}`;
    }),
  );
}

/**
 * The ProseMirror schema of a work plan. `toDOM` describes elements as plain arrays and needs no DOM; reading HTML is
 * the business of `ui/editor/dom.ts`. Every attribute has a `validate`, which is what keeps pasted slices from
 * smuggling values in.
 *
 * No node can be selected by itself (`selectable`): what is selected is text, and whole parts are named by their ids.
 *
 * The form data of the plan (year, 公文要素, numbering, sources) are attributes of the document node: they change
 * by steps like the text, so undo, journal and replica need no second mechanism.
 */
import { type AttributeSpec, Schema } from "prosemirror-model";
import { z } from "zod";
import { type ChangeRecords, changeRecordsSchema } from "../plan/change-records.ts";
import { comparisonRecordsSchema } from "../plan/comparison-records.ts";
import { itemNotesSchema } from "../plan/item-notes.ts";
import {
  blockIdSchema,
  datedMarkSchema,
  frontMatterSchema,
  headingKindSchema,
  numberingSchema,
  planTextSchema,
  sectionRoleSchema,
  sourcesSchema,
  yearSchema,
} from "../plan/model.ts";
import { taskRecordsSchema } from "../plan/task-records.ts";

/**
 * Id of a block that has not got its own yet. ProseMirror fills in required blocks by itself (an emptied `closing`
 * keeps one paragraph), so ids need a default; the editor replaces it in the same transaction.
 */
export const NEW_ID = "new";

const NO_RECORDS: ChangeRecords = [];

const BLOCKS = "(paragraph | clause)*";

export const planSchema = new Schema({
  nodes: {
    doc: {
      content: `title leadIn (part | section | subsection | item)* closing?`,
      attrs: {
        year: attribute(yearSchema.nullable(), null),
        frontMatter: attribute(frontMatterSchema),
        numbering: attribute(numberingSchema),
        sources: attribute(sourcesSchema),
        taskRecords: attribute(taskRecordsSchema.nullable(), null),
        comparisonRecords: attribute(comparisonRecordsSchema.nullable(), null),
        itemNotes: attribute(itemNotesSchema.nullable(), null),
        tracking: attribute(z.boolean(), false),
        /** Apart from the records: those change while somebody writes, the base only when changes are settled. */
        revisionBase: attribute(planTextSchema.nullable(), null),
        changeRecords: attribute(changeRecordsSchema, NO_RECORDS),
      },
    },
    /** Line breaks inside the title are `\n` characters. */
    title: {
      selectable: false,
      content: "text*",
      marks: "dated origin pending reference",
      defining: true,
      toDOM: () => ["h1", { class: "plan-title" }, 0],
    },
    leadIn: { selectable: false, content: BLOCKS, toDOM: () => ["div", { class: "plan-lead-in" }, 0] },
    part: {
      selectable: false,
      content: `lead ${BLOCKS} (section | subsection | item)* closing?`,
      attrs: { id: id() },
      defining: true,
      toDOM: (node) => ["div", { class: "plan-part", "data-id": node.attrs["id"] }, 0],
    },
    section: {
      selectable: false,
      content: `lead ${BLOCKS} (subsection | item)* closing?`,
      attrs: { id: id(), role: attribute(sectionRoleSchema, "other") },
      defining: true,
      toDOM: (node) => ["section", { class: "plan-section", "data-id": node.attrs["id"] }, 0],
    },
    subsection: {
      selectable: false,
      content: `lead ${BLOCKS} item* closing?`,
      attrs: { id: id() },
      defining: true,
      toDOM: (node) => ["div", { class: "plan-subsection", "data-id": node.attrs["id"] }, 0],
    },
    item: {
      selectable: false,
      content: `lead ${BLOCKS}`,
      attrs: { id: id(), plain: attribute(z.boolean(), false) },
      defining: true,
      toDOM: ({ attrs }) => [
        "div",
        {
          class: attrs["plain"] === true ? "plan-item plan-item-plain" : "plan-item",
          "data-id": attrs["id"],
        },
        0,
      ],
    },
    /** First paragraph of a part, section, subsection or item: its heading, and the body that runs on after 。 */
    lead: {
      selectable: false,
      content: "text*",
      marks: "dated origin pending reference",
      toDOM: () => ["p", { class: "plan-lead" }, 0],
    },
    paragraph: {
      selectable: false,
      content: "text*",
      marks: "dated origin pending reference",
      attrs: { id: id() },
      toDOM: (node) => ["p", { class: "plan-paragraph", "data-id": node.attrs["id"] }, 0],
    },
    clause: {
      selectable: false,
      content: "text*",
      marks: "dated origin pending reference",
      attrs: { id: id(), runIn: attribute(z.boolean(), false) },
      toDOM: (node) => ["p", { class: "plan-clause", "data-id": node.attrs["id"] }, 0],
    },
    /** Paragraphs after the last child of their parent that belong to none of the children. */
    closing: {
      selectable: false,
      content: "(paragraph | clause)+",
      toDOM: () => ["div", { class: "plan-closing" }, 0],
    },
    text: {},
  },
  marks: {
    dated: {
      attrs: {
        id: id(),
        kind: attribute(datedMarkSchema.shape.kind),
        state: attribute(datedMarkSchema.shape.state),
        original: attribute(datedMarkSchema.shape.original),
        proposed: attribute(datedMarkSchema.shape.proposed),
        certain: attribute(datedMarkSchema.shape.certain),
        reason: attribute(datedMarkSchema.shape.reason),
      },
      inclusive: false,
      toDOM: (mark) => [
        "span",
        { class: "plan-dated", "data-dated": mark.attrs["id"], "data-state": mark.attrs["state"] },
        0,
      ],
    },
    origin: {
      attrs: { source: id() },
      inclusive: false,
      toDOM: (mark) => ["span", { class: "plan-origin", "data-source": mark.attrs["source"] }, 0],
    },
    pending: {
      inclusive: false,
      toDOM: () => ["span", { class: "plan-pending", "data-pending": "" }, 0],
    },
    /** Number of another part of this plan; what is typed beside it is no part of it. */
    reference: {
      attrs: { target: id(), level: attribute(headingKindSchema) },
      inclusive: false,
      toDOM: ({ attrs }) => [
        "span",
        { class: "plan-reference", "data-reference": attrs["target"], "data-level": attrs["level"] },
        0,
      ],
    },
  },
});

function id(): AttributeSpec {
  return attribute(blockIdSchema, NEW_ID);
}

/**
 * An attribute checked by its schema of the plan model; without a default it must be given. An object is checked once:
 * those of a document are checked with every change of it, and some are as large as the plan.
 */
function attribute(schema: z.ZodType, fallback?: unknown): AttributeSpec {
  const sound = new WeakSet<object>();
  const validate = (value: unknown) => {
    if (typeof value === "object" && value !== null && sound.has(value)) return;
    if (!schema.safeParse(value).success) throw new RangeError(`invalid attribute ${JSON.stringify(value)}`);
    if (typeof value === "object" && value !== null) sound.add(value);
  };
  return fallback === undefined ? { validate } : { default: fallback, validate };
}

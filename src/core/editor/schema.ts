/**
 * The ProseMirror schema of a work plan, without anything that needs a DOM: `ui/editor/dom.ts` adds parsing and
 * rendering. Every attribute has a `validate`, which is what keeps pasted slices from smuggling values in.
 *
 * The form data of the plan (year, 公文要素, numbering, sources) are attributes of the document node: they change
 * by steps like the text, so undo, journal and replica need no second mechanism.
 */
import { type AttributeSpec, Schema } from "prosemirror-model";
import { z } from "zod";
import {
  blockIdSchema,
  datedMarkSchema,
  frontMatterSchema,
  numberingSchema,
  sectionRoleSchema,
  workPlanSchema,
  yearSchema,
} from "../plan/model.ts";

const BLOCKS = "(paragraph | clause)*";

export const planSchema = new Schema({
  nodes: {
    doc: {
      content: `title leadIn (section | subsection | item)* closing?`,
      attrs: {
        year: attribute(yearSchema.nullable(), null),
        frontMatter: attribute(frontMatterSchema),
        numbering: attribute(numberingSchema),
        sources: attribute(workPlanSchema.shape.sources),
      },
    },
    /** Line breaks inside the title are `\n` characters. */
    title: { content: "text*", marks: "dated origin" },
    leadIn: { content: BLOCKS },
    section: {
      content: `lead ${BLOCKS} (subsection | item)* closing?`,
      attrs: { id: id(), role: attribute(sectionRoleSchema, "other") },
      isolating: false,
      defining: true,
    },
    subsection: { content: `lead ${BLOCKS} item* closing?`, attrs: { id: id() }, defining: true },
    item: {
      content: `lead ${BLOCKS}`,
      attrs: { id: id(), plain: attribute(z.boolean(), false) },
      defining: true,
    },
    /** First paragraph of a section, subsection or item: its heading, and the body that runs on after 。 */
    lead: { content: "text*", marks: "dated origin" },
    paragraph: { content: "text*", marks: "dated origin", attrs: { id: id() } },
    clause: {
      content: "text*",
      marks: "dated origin",
      attrs: { id: id(), runIn: attribute(z.boolean(), false) },
    },
    /** Paragraphs after the last child of their parent that belong to none of the children. */
    closing: { content: "(paragraph | clause)+" },
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
    },
    origin: { attrs: { source: id() }, inclusive: false },
  },
});

function id(): AttributeSpec {
  return attribute(blockIdSchema);
}

/** An attribute checked by its schema of the plan model; without a default it must be given. */
function attribute(schema: z.ZodType, fallback?: unknown): AttributeSpec {
  const validate = (value: unknown) => {
    if (!schema.safeParse(value).success) throw new RangeError(`invalid attribute ${JSON.stringify(value)}`);
  };
  return fallback === undefined ? { validate } : { default: fallback, validate };
}

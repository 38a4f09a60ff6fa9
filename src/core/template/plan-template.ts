/**
 * `PlanTemplate`: the skeleton of a plan as data, with last year's text beside each slot. Its zod schema is the format
 * of the files in `templates/`.
 */
import { z } from "zod";
import { MAX_TEXT_LENGTH, numberingSchema, sectionRoleSchema, yearSchema } from "../plan/model.ts";

/** Version of the template format. */
export const TEMPLATE_FORMAT = 1;

const text = z.string().max(MAX_TEXT_LENGTH);
const line = z.string().max(500);

/** A text block of last year; `runIn` as in the plan model. */
export const templateBlockSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("paragraph"), text }),
  z.strictObject({ kind: z.literal("clause"), runIn: z.boolean(), text }),
]);
export type TemplateBlock = z.infer<typeof templateBlockSchema>;
const blocks = z.array(templateBlockSchema).readonly();

/**
 * `heading` without its closing 。; `text` is what runs on after that 。 and null where the heading stands alone on its
 * line.
 */
const slot = { heading: text, text: text.nullable(), body: blocks };

/** Slot of an item; a `plain` one has no heading, all of it is `text`. */
export const itemSlotSchema = z.strictObject({ kind: z.literal("item"), plain: z.boolean(), ...slot });
export const subsectionSlotSchema = z.strictObject({
  kind: z.literal("subsection"),
  ...slot,
  children: z.array(itemSlotSchema).readonly(),
  closing: blocks,
});
export const sectionSlotSchema = z.strictObject({
  kind: z.literal("section"),
  role: sectionRoleSchema,
  ...slot,
  children: z.array(z.discriminatedUnion("kind", [subsectionSlotSchema, itemSlotSchema])).readonly(),
  closing: blocks,
});
export const partSlotSchema = z.strictObject({
  kind: z.literal("part"),
  ...slot,
  children: z
    .array(z.discriminatedUnion("kind", [sectionSlotSchema, subsectionSlotSchema, itemSlotSchema]))
    .readonly(),
  closing: blocks,
});
export type ItemSlot = z.infer<typeof itemSlotSchema>;
export type SubsectionSlot = z.infer<typeof subsectionSlotSchema>;
export type SectionSlot = z.infer<typeof sectionSlotSchema>;
export type PartSlot = z.infer<typeof partSlotSchema>;
export type TemplateSlot = PartSlot | SectionSlot | SubsectionSlot | ItemSlot;

export const planTemplateSchema = z.strictObject({
  format: z.literal(TEMPLATE_FORMAT),
  id: z.string().min(1).max(64),
  name: line,
  /** The plan it was derived from; null for one written as a template. */
  source: z.strictObject({ issuer: line, region: line, year: yearSchema.nullable(), title: line }).nullable(),
  numbering: numberingSchema,
  /** Null: made from issuer and year. */
  title: text.nullable(),
  /** Fixed wording of the front matter; `notice.title` null: made from issuer and plan title. */
  frontMatter: z.strictObject({
    addressees: z.string().max(2_000),
    authority: line,
    notice: z.strictObject({ title: line.nullable(), body: z.array(text).readonly() }).nullable(),
  }),
  leadIn: blocks,
  children: z
    .array(
      z.discriminatedUnion("kind", [partSlotSchema, sectionSlotSchema, subsectionSlotSchema, itemSlotSchema]),
    )
    .readonly(),
  closing: blocks,
});
export type PlanTemplate = Readonly<z.infer<typeof planTemplateSchema>>;

/** What a list of templates shows of one. */
export interface TemplateSummary {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly year: number | null;
  readonly sections: number;
  readonly items: number;
  /** Headings of the top level, in order. */
  readonly headings: readonly string[];
}

/** What the list of templates shows of one. */
export function summarizeTemplate(template: PlanTemplate): TemplateSummary {
  return {
    id: template.id,
    name: template.name,
    issuer: template.source?.issuer ?? "",
    year: template.source?.year ?? null,
    sections: template.children.reduce((sum, child) => sum + sectionCount(child), 0),
    items: template.children.reduce((sum, child) => sum + itemCount(child), 0),
    headings: template.children.map((child) => child.heading),
  };
}

/** Sections, those below parts included. */
function sectionCount(slot: TemplateSlot): number {
  if (slot.kind !== "part") return Number(slot.kind === "section");
  return slot.children.reduce<number>((sum, child) => sum + sectionCount(child), 0);
}

function itemCount(slot: TemplateSlot): number {
  if (slot.kind === "item") return 1;
  return slot.children.reduce<number>((sum, child) => sum + itemCount(child), 0);
}

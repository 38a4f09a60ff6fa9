/** A version (版本) of a plan as it was at some moment, without its text. */
import { z } from "zod";

/** 初稿, 征求意见稿, 送审稿, 会签稿, 印发稿: the steps that a plan goes through in a bureau. */
export const versionStepSchema = z.enum(["draft", "consultation", "submission", "countersign", "issued"]);
export type VersionStep = z.infer<typeof versionStepSchema>;

/**
 * What the program kept a version for by itself. `save`: after a save; `export`: of a document that leaves the bureau's
 * hands; the others before something that rewrites much at once: `restore` of a whole version, `replace` of all that was
 * found, `paste` of a document's parts, `dated` expressions or `revisions` settled together, a `returned` table or copy.
 */
export const versionCauseSchema = z.enum([
  "save",
  "export",
  "restore",
  "replace",
  "paste",
  "dated",
  "revisions",
  "returned",
]);
export type VersionCause = z.infer<typeof versionCauseSchema>;
/** Causes that rewrite much of the text at once. */
export type RewriteCause = Exclude<VersionCause, "save" | "export">;

/** What the drafter says of a version. */
export const versionLabelSchema = z.strictObject({
  step: versionStepSchema.nullable(),
  /** Free name; empty where the step says enough. */
  name: z.string().max(100),
  remark: z.string().max(500),
});
export type VersionLabel = Readonly<z.infer<typeof versionLabelSchema>>;

export const NO_LABEL: VersionLabel = { step: null, name: "", remark: "" };

export const planVersionSchema = z.strictObject({
  id: z.string().min(1).max(64),
  keptAt: z.iso.datetime(),
  /** Name of the drafter; empty where not known. */
  author: z.string().max(64),
  label: versionLabelSchema,
  /** Null where the drafter kept it. */
  cause: versionCauseSchema.nullable(),
  /** 字数 as against the budget. */
  characters: z.int().nonnegative(),
});
export type PlanVersion = Readonly<z.infer<typeof planVersionSchema>>;

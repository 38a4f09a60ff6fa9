/** The manifest of the documents that ship with the app as the first library (`seeds/manifest.json`). */
import { z } from "zod";
import { yearSchema } from "../plan/model.ts";
import { documentKindSchema } from "./plan-reading.ts";

/** File names in the seeds folder are plain: no path, no parent. */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}\.txt$/);

export const seedSchema = z.strictObject({
  file: fileName,
  /** Name under which the document was collected. */
  originalFile: z.string().min(1),
  title: z.string().min(1),
  /** Null where the document names none. */
  issuer: z.string().nullable(),
  /** Year of the plan, or the year a summary reports. */
  year: yearSchema,
  kind: documentKindSchema,
  /** Where it comes from, for people. */
  source: z.string().min(1),
});
export type Seed = Readonly<z.infer<typeof seedSchema>>;

export const seedManifestSchema = z.array(seedSchema).min(1).readonly();
export type SeedManifest = z.infer<typeof seedManifestSchema>;

/** The labelled structure of the seeds (`tests/data/seeds-truth.json`), typed as far as tests use it. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const item = z.object({
  ordinal: z.string().nullable(),
  heading: z.string(),
  line: z.int().optional(),
  headingPeriodLost: z.boolean().optional(),
  bodyStart: z.string().optional(),
  bodyChars: z.int().optional(),
  bodyEndsWithPeriod: z.boolean().optional(),
});

const section = z.object({
  ordinal: z.string().nullable(),
  heading: z.string().nullable(),
  line: z.int().optional(),
  get sections() {
    return z.array(section);
  },
  items: z.array(item),
  clauses: z.array(z.string()),
});
export type TrueSection = z.infer<typeof section>;

const document = z.object({
  kind: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  issuerInferred: z.string().nullable(),
  year: z.int(),
  planYear: z.int().nullable(),
  date: z.string().nullable(),
  pageDate: z.string().nullable(),
  addressees: z.array(z.string()),
  numbering: z.string().nullable(),
  lines: z.object({ title: z.int().nullable(), leadIn: z.int().nullable(), furniture: z.array(z.int()) }),
  sections: z.array(section),
  leadInText: z.string().optional(),
});

/** Labels by original file name. */
export const seedsTruth = z
  .object({ documents: z.record(z.string(), document) })
  .parse(JSON.parse(readFileSync(new URL("../data/seeds-truth.json", import.meta.url), "utf8"))).documents;

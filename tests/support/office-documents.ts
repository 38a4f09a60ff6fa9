/** Documents as offices have them, written by hand and labelled by reading before any program had read them. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { readSource } from "../../electron/services/reading/read-source.ts";
import type { SourceLines } from "../../src/core/reading/plan-reading.ts";
import type { LabelledDocument } from "./compose-documents.ts";

const folder = new URL("../data/offices/", import.meta.url);

const labelsSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    issuer: z.string().nullable(),
    year: z.int().nullable(),
    date: z.string().nullable(),
    sections: z.array(z.string()),
    items: z.array(z.string()),
    /** Pieces of lines that must not be in the plan. */
    furniture: z.array(z.string()),
    /** First and last line of the plan's text; null where `mended` says what must be kept. */
    body: z.tuple([z.int(), z.int()]).nullable(),
    mended: z.array(z.string()).optional(),
  }),
);

export function officeDocuments(): readonly LabelledDocument[] {
  const labels = labelsSchema.parse(JSON.parse(readFileSync(new URL("labels.json", folder), "utf8")));
  return Object.entries(labels).map(([name, { body, mended = [], ...label }]) => {
    const bytes = readFileSync(new URL(name, folder));
    const lines =
      body === null
        ? []
        : bytes
            .toString("utf8")
            .split("\n")
            .slice(body[0] - 1, body[1]);
    return {
      name,
      heldOut: false,
      truth: { ...label, texts: [...lines.map((line) => line.trim()), ...mended] },
      source: () => linesIn(bytes),
    };
  });
}

async function linesIn(bytes: Uint8Array): Promise<SourceLines> {
  const read = await readSource(bytes);
  if (!read.ok) throw new Error(`${read.code}: ${read.detail}`);
  return read.source;
}

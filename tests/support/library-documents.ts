/** Documents of the library in a notation for tests, without the parser of real documents. */
import type { DocumentReaders } from "../../electron/services/library/library-store.ts";
import { EMPTY_FRONT_MATTER, plainText, type WorkPlan } from "../../src/core/plan/model.ts";
import type { PlanReading } from "../../src/core/reading/plan-reading.ts";

/** A reading of an empty plan with this head. */
export function plainReading(issuer: string, title: string, year: number | null): PlanReading {
  const plan: WorkPlan = {
    year,
    title: plainText(title),
    frontMatter: { ...EMPTY_FRONT_MATTER, issuer },
    numbering: { items: "continuous" },
    sources: {},
    leadIn: [],
    children: [],
    closing: [],
  };
  return {
    kind: "plan",
    plan,
    year,
    planYear: null,
    issuer,
    issuerInferred: null,
    date: null,
    pageDate: null,
    documentNumber: null,
    addressees: [],
    signature: null,
    attachments: [],
    notices: [],
    dropped: [],
    lines: {},
    ordinals: {},
    roles: {},
    plans: [],
  };
}

/** Bytes of a document: the head, then items as `section|heading|body`. */
export function lineDocument(head: string, ...items: readonly string[]): Uint8Array {
  return new TextEncoder().encode([head, ...items].join("\n"));
}

/** Reads `lineDocument`; the items travel in the lead-in of the plan. An empty file is refused like a real one. */
export const lineReaders: DocumentReaders = {
  read: async (name, bytes) => {
    if (bytes.length === 0) throw Object.assign(new Error(`${name} is empty`), { code: "empty-file" });
    const [head = "", ...items] = new TextDecoder().decode(bytes).split("\n");
    const [issuer = "", title = "", year = ""] = head.split("|");
    const reading = plainReading(issuer, title, year === "" ? null : Number(year));
    const leadIn = items.map((text, at) => ({ kind: "paragraph" as const, id: `p${at}`, text, marks: [] }));
    return { ...reading, plan: { ...reading.plan, leadIn } };
  },
  harvest: (reading, documentId) =>
    reading.plan.leadIn.map(({ text }, at) => {
      const [sectionHeading = "", heading = "", body = ""] = text.split("|");
      return {
        origin: {
          documentId,
          title: reading.plan.title.text,
          issuer: reading.issuer ?? "",
          year: reading.year,
          section: "一",
          item: String(at + 1),
          heading,
        },
        sectionHeading,
        heading,
        body,
      };
    }),
};

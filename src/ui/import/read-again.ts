/** Reads a source again with the drafter's decisions: here for a normal plan, on the host for a very long one. */
import { NO_DECISIONS, type ReadingDecisions } from "../../core/reading/decisions.ts";
import { parsePlan } from "../../core/reading/parse-plan.ts";
import type { Host } from "../../host/client.ts";
import { type ImportedDocument, withReading } from "./imported-document.ts";

/** Up to this many characters a reading takes a moment that nobody notices. */
export const LONGEST_READ_HERE = 30_000;

/** Whether the document is read again in the page. */
export function isReadHere({ source }: Pick<ImportedDocument, "source">): boolean {
  let length = 0;
  for (const { text } of source.lines) length += text.length;
  return length <= LONGEST_READ_HERE;
}

/** The document with the reading of its decisions. */
export function readHere(document: ImportedDocument): ImportedDocument {
  if (isUndecided(document.decisions)) return withReading(document, document.reading);
  return withReading(document, parsePlan(document.source, document.decisions));
}

/** The same by the host; undefined where it failed, which leaves the structure as it was. */
export async function readOnHost(
  host: Pick<Host, "call">,
  document: ImportedDocument,
): Promise<ImportedDocument | undefined> {
  if (isUndecided(document.decisions)) return withReading(document, document.reading);
  const reply = await host.call("source.read", { ...document.file, decisions: document.decisions });
  return reply.ok ? withReading(document, reply.value.reading) : undefined;
}

/** Without decisions the first reading holds: of a plan file it is the plan itself. */
export function isUndecided(decisions: ReadingDecisions): boolean {
  return (
    decisions === NO_DECISIONS ||
    (Object.keys(decisions.roles).length === 0 &&
      Object.keys(decisions.headingEnds).length === 0 &&
      decisions.undone.length === 0 &&
      decisions.accepted.length === 0 &&
      decisions.plan === null)
  );
}

/** A document under import: what was read, what the drafter decided about it, and how to take that back. */
import { NO_DECISIONS, type ReadingDecisions, repairKey } from "../../core/reading/decisions.ts";
import type { PlanReading, ReadingNotice, SourceLines } from "../../core/reading/plan-reading.ts";
import type { SourceFormat } from "../../core/reading/source-lines.ts";
import type { SourceFile } from "../platform/platform.ts";

/** A file as it was read before anybody decided anything. */
export interface ReadFile {
  readonly file: SourceFile;
  readonly format: SourceFormat;
  readonly source: SourceLines;
  readonly reading: PlanReading;
}

export interface ImportedDocument extends ReadFile {
  /** The reading with the decisions; `reading` is the one without. */
  readonly current: PlanReading;
  readonly decisions: ReadingDecisions;
  /** Decisions before this one, newest last, and those that were undone, newest first. */
  readonly past: readonly ReadingDecisions[];
  readonly future: readonly ReadingDecisions[];
  /** Repairs that were taken back: the reading no longer tells of them. */
  readonly takenBack: readonly ReadingNotice[];
}

/** Steps of undo that are kept. */
const UNDO_DEPTH = 500;

export function importedDocument(read: ReadFile): ImportedDocument {
  return {
    ...read,
    current: read.reading,
    decisions: NO_DECISIONS,
    past: [],
    future: [],
    takenBack: [],
  };
}

/** The document with a new decision; `current` is still the old reading until `withReading`. */
export function decided(document: ImportedDocument, decisions: ReadingDecisions): ImportedDocument {
  if (decisions === document.decisions) return document;
  const past = [...document.past, document.decisions].slice(-UNDO_DEPTH);
  return remembering({ ...document, decisions, past, future: [] });
}

export function undone(document: ImportedDocument): ImportedDocument {
  const decisions = document.past.at(-1);
  if (!decisions) return document;
  const future = [document.decisions, ...document.future];
  return remembering({ ...document, decisions, past: document.past.slice(0, -1), future });
}

export function redone(document: ImportedDocument): ImportedDocument {
  const [decisions, ...future] = document.future;
  if (!decisions) return document;
  return remembering({ ...document, decisions, past: [...document.past, document.decisions], future });
}

export function withReading(document: ImportedDocument, current: PlanReading): ImportedDocument {
  return { ...document, current };
}

/** Keeps the notices that the next reading will not have, and forgets those that it will have again. */
function remembering(document: ImportedDocument): ImportedDocument {
  const { undone: keys } = document.decisions;
  const known = new Map<string, ReadingNotice>();
  for (const notice of [...document.takenBack, ...document.reading.notices, ...document.current.notices])
    known.set(repairKey(notice), notice);
  const takenBack = keys.flatMap((key) => known.get(key) ?? []);
  return { ...document, takenBack };
}

/** Repairs of characters in one line, step by step, each known by its place in the source. */
import type { PlaceState, RepairPlace } from "./plan-reading.ts";

/** A change of a text; `before` stands at `at`. */
export interface Edit {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** Done only on demand. Default: false. */
  readonly proposed?: boolean;
}

/** One kind of repair; `code` may depend on what is changed. */
export interface Stage {
  readonly code: string | ((edit: Edit) => string);
  /** In order, not overlapping. */
  readonly find: (text: string) => readonly Edit[];
}

/** What was done, or is proposed, or was taken back, at an offset of the source line. */
export interface TextRepair extends RepairPlace {
  readonly code: string;
}

/** A line, or the part of it that is repaired; `start` is where that begins. */
export interface SourceText {
  readonly text: string;
  readonly line: number;
  readonly start: number;
}

export interface RepairedText {
  readonly text: string;
  readonly repairs: readonly TextRepair[];
}

/** Decides about one change by its place in the source; `refused`: the whole kind is not wanted, and not told. */
export type Judge = (code: string, line: number, at: number, proposed: boolean) => PlaceState | "refused";

const NONE: readonly TextRepair[] = [];

/** Text after all stages, and what they did. */
export function repairText(source: SourceText, stages: readonly Stage[], judge: Judge): RepairedText {
  const { line, start } = source;
  let { text } = source;
  let origins: readonly number[] | undefined;
  let repairs: TextRepair[] | undefined;
  for (const stage of stages) {
    const edits = stage.find(text);
    if (edits.length === 0) continue;
    const done: Edit[] = [];
    for (const edit of edits) {
      const code = typeof stage.code === "string" ? stage.code : stage.code(edit);
      const at = start + (origins?.[edit.at] ?? edit.at);
      const state = judge(code, line, at, edit.proposed ?? false);
      if (state === "refused") continue;
      repairs ??= [];
      repairs.push({ code, line, at, before: edit.before, after: edit.after, state });
      if (state === "done") done.push(edit);
    }
    if (done.length === 0) continue;
    if (origins !== undefined || done.some(({ before, after }) => before.length !== after.length))
      origins = movedOrigins(text.length, origins, done);
    text = applied(text, done);
  }
  return { text, repairs: repairs ?? NONE };
}

function applied(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, before, after } of edits) {
    pieces.push(text.slice(from, at), after);
    from = at + before.length;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}

/** Source offset of every character behind the edits; those of a new text stand where the old began. */
function movedOrigins(
  length: number,
  origins: readonly number[] | undefined,
  edits: readonly Edit[],
): readonly number[] {
  const moved: number[] = [];
  let from = 0;
  const copy = (to: number) => {
    for (let index = from; index < to; index += 1) moved.push(origins?.[index] ?? index);
  };
  for (const { at, before, after } of edits) {
    copy(at);
    for (let index = 0; index < after.length; index += 1) {
      const kept = Math.min(at + index, at + Math.max(0, before.length - 1));
      moved.push(origins?.[kept] ?? kept);
    }
    from = at + before.length;
  }
  copy(length);
  return moved;
}

/** A stage that changes every match of a global pattern; matches that stay the same are none. */
export function stageOf(
  code: string,
  pattern: RegExp,
  replace: (found: string) => string,
  proposed: boolean | ((found: string) => boolean) = false,
): Stage {
  const isProposed = (found: string) => (typeof proposed === "boolean" ? proposed : proposed(found));
  return {
    code,
    find(text) {
      if (text.search(pattern) < 0) return [];
      const edits: Edit[] = [];
      for (const { 0: before, index } of text.matchAll(pattern)) {
        const after = replace(before);
        if (after !== before) edits.push({ at: index, before, after, proposed: isProposed(before) });
      }
      return edits;
    },
  };
}

/** States of the editor that run through commands, for property tests. */
import fc from "fast-check";
import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, EditorState, TextSelection } from "prosemirror-state";
import type { Step } from "prosemirror-transform";
import { DecorationSet } from "prosemirror-view";
import { expect } from "vitest";
import { toDoc } from "../../src/core/editor/convert.ts";
import { datedExpressions } from "../../src/core/editor/dated.ts";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { editorState } from "../../src/ui/editor/plan-editor.ts";

/**
 * A place as a share of the whole. Made of whole numbers: arbitrary floating-point numbers are spread over their exponents, so that
 * nearly all of them are next to 0.
 */
export const share: fc.Arbitrary<number> = fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 10_000);

/** So many runs of a property, times `PROPERTY_RUNS`: the lanes stay short, and by hand there are more. */
export function runs(count: number): number {
  return count * Number(process.env["PROPERTY_RUNS"] ?? 1);
}

/** State of a plan; new ids are counted. */
export function start(plan: WorkPlan): EditorState {
  let last = 0;
  return editorState(toDoc(plan), () => {
    last += 1;
    return `new-${last}`;
  });
}

/** The state with a selection between two places, each a share of the document. */
export function select(state: EditorState, anchor: number, head = anchor): EditorState {
  return run(state, selecting(anchor, head)).state;
}

/** Puts the selection there. What waited for the caret to leave a paragraph is settled by that, in steps of its own. */
export function selecting(anchor: number, head: number): Command {
  return ({ doc, tr }, dispatch) => {
    const [from, to] = [anchor, head].map((share) => doc.resolve(placeAt(doc, share)));
    if (from && to) dispatch?.(tr.setSelection(TextSelection.between(from, to)));
    return true;
  };
}

/** A position as a share of the document, never between the halves of a character: no caret can stand there. */
export function placeAt(doc: Node, share: number): number {
  const position = Math.round(share * doc.content.size);
  const [before = "", after = ""] = [position - 1, position].map((at) =>
    at < 0 || at >= doc.content.size ? "" : doc.textBetween(at, at + 1),
  );
  return /[\ud800-\udbff]/.test(before) && /[\udc00-\udfff]/.test(after) ? position + 1 : position;
}

/** The state after a command, unchanged where it does not apply, and the steps that were made. */
export function run(
  state: EditorState,
  command: Command,
): { readonly state: EditorState; readonly steps: readonly Step[] } {
  let after = state;
  const steps: Step[] = [];
  command(state, (tr) => {
    const applied = state.applyTransaction(tr);
    after = applied.state;
    steps.push(...applied.transactions.flatMap((each) => each.steps));
  });
  return { state: after, steps };
}

/** Characters without the line breaks that Enter puts into the title, order left aside for moves. */
export function characters(doc: Node): string {
  return [...doc.textContent.replaceAll("\n", "")].sort().join("");
}

function ids(doc: Node): readonly string[] {
  const found: string[] = [];
  doc.descendants((node) => {
    if (typeof node.attrs["id"] === "string") found.push(node.attrs["id"]);
  });
  return found;
}

/** Whether the document is one of the schema, with ids that are all different. */
export function expectValid(doc: Node): void {
  doc.check();
  const all = ids(doc);
  expect(new Set(all).size).toBe(all.length);
  expect(all).not.toContain("new");
  const marks = datedExpressions(doc).map(({ mark }) => mark.id);
  expect(new Set(marks).size).toBe(marks.length);
}

/** What the page shows, as plug-ins kept it up to date. */
export function shown(state: EditorState): readonly string[] {
  return state.plugins
    .flatMap((plugin) => {
      const decorations: unknown = plugin.props.decorations?.call(plugin, state);
      return decorations instanceof DecorationSet ? decorations.find() : [];
    })
    .map((decoration) => `${decoration.from}-${decoration.to} ${JSON.stringify(attributesOf(decoration))}`)
    .sort();
}

/** Not part of the typed interface, and exactly what is put on the page. */
function attributesOf(decoration: unknown): unknown {
  return (decoration as { readonly type: { readonly attrs: unknown } }).type.attrs;
}

/** The state as it would be made of its document. */
export function shownAfresh(state: EditorState): EditorState {
  return EditorState.create({ doc: state.doc, selection: state.selection, plugins: [...state.plugins] });
}

/** The state after undoing all that can be undone. */
export function undoAll(state: EditorState): EditorState {
  let current = state;
  while (undo(current, (tr) => (current = current.apply(tr))));
  return current;
}

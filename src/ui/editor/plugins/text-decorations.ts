/**
 * What a paragraph shows of itself: its ordinal, which part of a lead is body, a prompt while it is empty, a hairline
 * for reused text. Only the touched paragraphs are looked at again, and never the one that is being composed by an input
 * method. Ordinals follow their paragraphs while only text changes and are compared anew when the shape does.
 *
 * All in one set: for every key ProseMirror looks up each part of a document in every set, by walking along it.
 */
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { LineKind } from "../../../core/editor/lines.ts";
import { planSchema } from "../../../core/editor/schema.ts";
import { headingLength } from "../../../core/plan/heading.ts";
import { PLACEHOLDERS } from "../words.ts";
import { type ChangedRange, changedRanges, changesShape, textblocksIn } from "./changes.ts";
import { isOrdinal, ordinalsOf, renumbered } from "./numbering.ts";

const { nodes, marks } = planSchema;

interface Shown {
  readonly decorations: DecorationSet;
  /** Ranges that an input method changed and that are still to be looked at. */
  readonly pending: readonly ChangedRange[];
}

const key = new PluginKey<Shown>("text-decorations");
const COMPOSITION_OVER = "composition-over";

/** ProseMirror ends a composition 20 ms after the event, when the browser has settled. */
const COMPOSITION_SETTLED_MS = 50;

export function textDecorationsPlugin(): Plugin<Shown> {
  return new Plugin({
    key,
    state: {
      init: (_config, state): Shown => ({
        decorations: DecorationSet.create(state.doc, [...ordinalsOf(state.doc), ...decorationsOf(state.doc)]),
        pending: [],
      }),
      apply: (tr, shown, _before, state) => afterTransaction(tr, shown, state),
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleDOMEvents: {
        compositionend: (view) => {
          setTimeout(() => catchUp(view), COMPOSITION_SETTLED_MS);
          return false;
        },
      },
    },
  });
}

function afterTransaction(tr: Transaction, shown: Shown, state: EditorState): Shown {
  const composing = tr.getMeta("composition") !== undefined;
  const over = tr.getMeta(key) === COMPOSITION_OVER;
  if (!tr.docChanged && !over) return shown;
  const moved = shown.decorations.map(tr.mapping, tr.doc);
  const decorations = changesShape(tr) ? renumbered(moved, state.doc) : moved;
  const waiting = shown.pending.map(({ from, to }) => ({
    from: tr.mapping.map(from, -1),
    to: tr.mapping.map(to, 1),
  }));
  const ranges = [...waiting, ...changedRanges(tr)];
  if (composing) return { decorations: withoutPrompts(decorations, state.doc, ranges), pending: ranges };
  return { decorations: redecorated(decorations, state.doc, ranges), pending: [] };
}

/** A prompt goes with the first letter, composed or not: that is an attribute of the paragraph and leaves its text alone. */
function withoutPrompts(shown: DecorationSet, doc: Node, ranges: readonly ChangedRange[]): DecorationSet {
  const gone: Decoration[] = [];
  for (const [position, { node }] of textblocksIn(doc, ranges))
    if (node.content.size > 0)
      gone.push(...shown.find(position, position + node.nodeSize, (spec) => spec["prompt"] === true));
  return gone.length === 0 ? shown : shown.remove(gone);
}

function catchUp(view: EditorView): void {
  if (view.isDestroyed || view.composing) return;
  if ((key.getState(view.state)?.pending.length ?? 0) === 0) return;
  view.dispatch(view.state.tr.setMeta(key, COMPOSITION_OVER).setMeta("addToHistory", false));
}

function redecorated(shown: DecorationSet, doc: Node, ranges: readonly ChangedRange[]): DecorationSet {
  const stale: Decoration[] = [];
  const fresh: Decoration[] = [];
  // In document order: ProseMirror checks added decorations with a cursor that only goes forward.
  const touched = [...textblocksIn(doc, ranges)].sort(([one], [other]) => one - other);
  for (const [position, { node, parent }] of touched) {
    const end = position + node.nodeSize;
    stale.push(
      ...shown
        .find(position, end, (spec) => !isOrdinal(spec))
        .filter(({ from, to }) => from >= position && to <= end),
    );
    fresh.push(...decorationsIn(node, parent, position));
  }
  return shown.remove(stale).add(doc, fresh);
}

function decorationsOf(doc: Node): Decoration[] {
  const all: Decoration[] = [];
  doc.descendants((node, position, parent) => {
    if (node.isTextblock) all.push(...decorationsIn(node, parent, position));
    return !node.isTextblock;
  });
  return all;
}

function decorationsIn(node: Node, parent: Node | null, position: number): readonly Decoration[] {
  const decorations: Decoration[] = [];
  const end = position + node.nodeSize;
  const kind = (node.type === nodes.lead && parent ? parent : node).type.name as LineKind;
  if (node.content.size === 0 && kind !== "clause")
    decorations.push(
      Decoration.node(position, end, { "data-placeholder": PLACEHOLDERS[kind] }, { prompt: true }),
    );
  if (node.children.some((text) => marks.origin.isInSet(text.marks)))
    decorations.push(Decoration.node(position, end, { class: "plan-reused" }));
  // The heading is how a lead looks by itself, so that nothing has to be decorated while a heading is written.
  if (node.type === nodes.lead && parent?.attrs["plain"] !== true) {
    const heading = headingLength(node.textContent);
    if (heading < node.content.size)
      decorations.push(
        Decoration.inline(
          position + 1 + heading,
          position + 1 + node.content.size,
          { class: "plan-run-in" },
          { inclusiveEnd: true },
        ),
      );
  }
  return decorations;
}

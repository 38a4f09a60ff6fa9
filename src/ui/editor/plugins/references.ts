/**
 * References (见第12项) follow what they refer to: when the shape of the plan changes, their numbers are written anew in
 * the same step of undo. A phrase that is typed becomes a reference in a step of its own, so that one undo refuses it.
 *
 * Nothing is written or marked while an input method composes; it is caught up with when the composition has ended.
 */
import { closeHistory } from "prosemirror-history";
import type { Fragment, MarkType } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { AddMarkStep, RemoveMarkStep, ReplaceStep } from "prosemirror-transform";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { fromDoc } from "../../../core/editor/convert.ts";
import { linkReferences } from "../../../core/editor/link-references.ts";
import {
  followReferences,
  referencesOf,
  releaseBroken,
  releaseEdited,
} from "../../../core/editor/references.ts";
import { planSchema } from "../../../core/editor/schema.ts";
import { unsettledReferences } from "../../../core/editor/unsettled-references.ts";
import { type PlanPlaces, planPlaces } from "../../../core/references/places.ts";
import { followReference } from "../commands/references.ts";
import { type ChangedRange, changedRanges, changesShape, mergedRanges } from "./changes.ts";

interface Known {
  /** Names the open plan, so that what is pasted can be told to come from it. */
  readonly plan: string;
  /** Places of the parts, computed when they are first asked for. */
  readonly places: () => PlanPlaces;
  readonly unsettled: DecorationSet;
  /** Whether the shape has changed since the numbers were written. */
  readonly stale: boolean;
  /** Where text was typed or pasted that has not been looked at for references. */
  readonly typed: readonly ChangedRange[];
  /** Where an input method changed text that has not been looked at. */
  readonly composed: readonly ChangedRange[];
}

const key = new PluginKey<Known>("references");
/** `settled`: the numbers have been written. `linked`: what was typed has been looked at. */
type Meta = "settled" | "linked";

/** ProseMirror ends a composition 20 ms after the event, when the browser has settled. */
const COMPOSITION_SETTLED_MS = 60;

export function referencesPlugin(newId: () => string): Plugin<Known> {
  // Before ProseMirror itself says so: what is deleted at the start of a composition is changed before.
  let composing = false;
  return new Plugin<Known>({
    key,
    state: {
      init: (_config, state): Known => ({
        plan: newId(),
        places: placesOf(state),
        unsettled: unsettledMarks(state),
        stale: false,
        typed: [],
        composed: [],
      }),
      apply: (tr, known, _before, state) => afterTransaction(tr, known, state),
    },
    appendTransaction: (transactions, _before, state) => {
      if (composing || transactions.some((tr) => tr.getMeta("composition") !== undefined)) return null;
      if (canBeRefused(transactions, state)) return null;
      const pasted = transactions.some((tr) => ["paste", "drop"].includes(tr.getMeta("uiEvent")));
      return settled(state, textEdits(transactions), pasted);
    },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      return {
        update: () => {
          if (key.getState(view.state)?.typed.length === 0) return;
          timer ??= setTimeout(() => {
            timer = undefined;
            lookAtTyped(view);
          });
        },
        destroy: () => clearTimeout(timer),
      };
    },
    props: {
      decorations: (state) => key.getState(state)?.unsettled,
      handleClick: (view, position, event) =>
        (event.ctrlKey || event.metaKey) && followReference(position)(view.state, view.dispatch, view),
      handleDOMEvents: {
        compositionstart: () => {
          composing = true;
          return false;
        },
        compositionend: (view) => {
          setTimeout(() => {
            if (view.isDestroyed || view.composing) return;
            composing = false;
            catchUp(view);
          }, COMPOSITION_SETTLED_MS);
          return false;
        },
      },
    },
  });
}

/** Name of the open plan on the clipboard; undefined in a state without the plug-in. */
export function planOnClipboard(state: EditorState): string | undefined {
  return key.getState(state)?.plan;
}

/**
 * Whether a typed number has just become a level, which one Backspace refuses as long as nothing else is written: the
 * references are settled with whatever comes next.
 */
function canBeRefused(transactions: readonly Transaction[], { plugins }: EditorState): boolean {
  const rules = plugins.find(({ spec }) => spec["isInputRules"] === true);
  return rules !== undefined && transactions.some((tr) => tr.getMeta(rules) !== undefined);
}

function afterTransaction(tr: Transaction, known: Known, state: EditorState): Known {
  const meta: Meta | undefined = tr.getMeta(key);
  if (!tr.docChanged) return meta === "linked" ? { ...known, typed: besideCaret(known.typed, state) } : known;
  const composing = tr.getMeta("composition") !== undefined;
  const shape = changesShape(tr);
  const typed = mapped(known.typed, tr, isTyped(tr) ? changedRanges(tr) : []);
  return {
    plan: known.plan,
    places: shape ? placesOf(state) : known.places,
    unsettled:
      !composing && (shape || meta !== undefined || marksReference(tr))
        ? unsettledMarks(state)
        : known.unsettled.map(tr.mapping, tr.doc),
    stale: meta !== "settled" && (known.stale || shape),
    // What was undone is not proposed again.
    typed: isHistory(tr) ? [] : meta === "linked" ? besideCaret(typed, state) : typed,
    composed: meta === "settled" ? [] : mapped(known.composed, tr, composing ? changedRanges(tr) : []),
  };
}

function mapped(
  old: readonly ChangedRange[],
  { mapping }: Transaction,
  added: readonly ChangedRange[],
): readonly ChangedRange[] {
  if (old.length === 0) return added;
  const moved = old.map(({ from, to }) => ({ from: mapping.map(from, -1), to: mapping.map(to, 1) }));
  return mergedRanges([...moved, ...added]);
}

/** Longest text that counts as typed, e.g. at the end of a composition. */
const LONGEST_TYPED = 40;

/** Only what the drafter types is about this plan: pasted and reused text has the numbers of another document. */
function isTyped(tr: Transaction): boolean {
  if (isHistory(tr) || tr.getMeta(key) !== undefined || tr.getMeta("uiEvent") !== undefined) return false;
  return (
    !changesShape(tr) &&
    tr.steps.every(
      (step) =>
        !(step instanceof ReplaceStep) ||
        (step.slice.size <= LONGEST_TYPED && !holdsMark(step.slice.content, planSchema.marks.origin)),
    )
  );
}

function holdsMark(content: Fragment, mark: MarkType): boolean {
  return content.content.some((text) => mark.isInSet(text.marks));
}

/** Ranges in the paragraph of the caret: the others have been looked at once and for all. */
function besideCaret(
  ranges: readonly ChangedRange[],
  { selection: { $head } }: EditorState,
): readonly ChangedRange[] {
  return ranges.filter(({ from, to }) => $head.start() <= to && from <= $head.end());
}

function placesOf({ doc }: EditorState): () => PlanPlaces {
  let places: PlanPlaces | undefined;
  return () => {
    places ??= planPlaces(fromDoc(doc));
    return places;
  };
}

/**
 * Numbers written anew after a change of shape or where `isWhole` pieces came in, else released where the `edits` wrote
 * over them; undefined where there is nothing to do.
 */
function settled(
  state: EditorState,
  edits: readonly ChangedRange[],
  isWhole: boolean,
): Transaction | undefined {
  const known = key.getState(state);
  if (!known || referencesOf(state.doc).length === 0) return undefined;
  const { tr } = state;
  if (!known.stale && !isWhole) releaseEdited(tr, known.places(), edits);
  // An undo brings back exactly what there was.
  else if (edits.length > 0) followReferences(releaseBroken(tr), known.places());
  else followReferences(tr, known.places());
  return tr.docChanged || known.stale ? tr.setMeta(key, "settled" satisfies Meta) : undefined;
}

/** What the transactions that changed the text did, in terms of the last document. */
function textEdits(transactions: readonly Transaction[]): readonly ChangedRange[] {
  return transactions.flatMap((tr, index) => {
    if (!tr.docChanged || isHistory(tr) || tr.getMeta(key) !== undefined) return [];
    const later = transactions.slice(index + 1);
    return changedRanges(tr).map(({ from, to }) => ({
      from: later.reduce((position, { mapping }) => mapping.map(position, -1), from),
      to: later.reduce((position, { mapping }) => mapping.map(position, 1), to),
    }));
  });
}

/** Numbers are not what was written, so they are no steps of undo of their own. */
function catchUp(view: EditorView): void {
  const { state } = view;
  const tr = settled(state, key.getState(state)?.composed ?? [], false);
  if (tr?.docChanged) view.dispatch(tr.setMeta("addToHistory", false));
  lookAtTyped(view);
}

function lookAtTyped(view: EditorView): void {
  if (view.isDestroyed || view.composing) return;
  const tr = linkTyped(view.state);
  if (tr) view.dispatch(tr);
}

/**
 * Marks the references in what was typed, in a step of undo of its own. A phrase at the caret waits until it is clear
 * that it does not go on; undefined where there is nothing to do.
 */
export function linkTyped(state: EditorState): Transaction | undefined {
  const known = key.getState(state);
  if (!known || known.typed.length === 0) return undefined;
  const tr = linkReferences(state.tr, known.places(), known.typed, state.selection.head);
  if (tr.docChanged) return closeHistory(tr).setMeta(key, "linked" satisfies Meta);
  if (besideCaret(known.typed, state).length === known.typed.length) return undefined;
  return tr.setMeta(key, "linked" satisfies Meta).setMeta("addToHistory", false);
}

function unsettledMarks({ doc }: EditorState): DecorationSet {
  const unsettled = unsettledReferences(doc);
  if (unsettled.length === 0) return DecorationSet.empty;
  return DecorationSet.create(
    doc,
    unsettled.map(({ from, to }) => Decoration.inline(from, to, { class: "plan-unsettled" })),
  );
}

/** Whether a step marks or unmarks a reference, or brings one. */
function marksReference(tr: Transaction): boolean {
  const { reference } = planSchema.marks;
  return tr.steps.some((step) =>
    step instanceof ReplaceStep
      ? holdsMark(step.slice.content, reference)
      : (step instanceof AddMarkStep || step instanceof RemoveMarkStep) && step.mark.type === reference,
  );
}

function isHistory(tr: Transaction): boolean {
  return tr.getMeta("history$") !== undefined;
}

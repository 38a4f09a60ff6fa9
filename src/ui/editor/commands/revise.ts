/** 修订: tracking changes, accepting and rejecting them, and going from one to the next. */
import { closeHistory } from "prosemirror-history";
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { replaceChanged } from "../../../core/editor/replace-changed.ts";
import { textOfDocument } from "../../../core/revise/base-document.ts";
import { type ChangePlace, placeOfChange } from "../../../core/revise/change-places.ts";
import {
  type OpenChange,
  openChanges,
  type Revisions,
  recordsNow,
  settledBy,
  withTracking,
} from "../../../core/revise/open-changes.ts";
import type { Stamp } from "../../../core/revise/record-changes.ts";
import { showInTheMiddle } from "./select.ts";

/** Who writes now, and when. */
export type StampSource = () => Stamp;

/**
 * Turns tracking on or off. It is no step of undo: taking back what was written must not end it unnoticed. Everything
 * before stays as it was, so undo goes on to work across it.
 */
export function toggleTracking(stamp: StampSource): Command {
  return (state, dispatch) => {
    if (!dispatch) return true;
    const tr = state.tr.setMeta("addToHistory", false);
    dispatch(withRevisions(tr, withTracking(state.doc, state.doc.attrs["tracking"] !== true, stamp())));
    return true;
  };
}

/** Writes down who made what is new. It belongs to the edit before it (`last`), and is undone with it. */
export function stampChanges(stamp: StampSource, last: Transaction | undefined): Command {
  return (state, dispatch) => {
    const records = recordsNow(state.doc, stamp());
    if (records === state.doc.attrs["changeRecords"]) return false;
    const tr = state.tr.setDocAttribute("changeRecords", records);
    if (last) tr.setMeta("appendedTransaction", last).setTime(last.time);
    else tr.setMeta("addToHistory", false);
    dispatch?.(tr);
    return true;
  };
}

/** Accepts or rejects the changes that `isPicked`; false where there is none. One step of undo. */
export function settleChanges(deed: "accept" | "reject", isPicked: (open: OpenChange) => boolean): Command {
  return (state, dispatch) => {
    const picked = openChanges(state.doc).filter(isPicked);
    if (picked.length === 0) return false;
    dispatch?.(settle(state, picked, deed));
    return true;
  };
}

function settle(state: EditorState, picked: readonly OpenChange[], deed: "accept" | "reject"): Transaction {
  const { now, base, records } = settledBy(state.doc, picked, deed);
  const tr = closeHistory(state.tr);
  if (now !== state.doc) replaceChanged(tr, now);
  // Named anew even where it is the same: undoing this has to bring back the base it was done with.
  return tr
    .setDocAttribute(
      "revisionBase",
      deed === "accept" ? textOfDocument(base) : state.doc.attrs["revisionBase"],
    )
    .setDocAttribute("changeRecords", records);
}

/** Accepts or rejects what is selected, or the change at the caret, and goes on to the next. */
export function settleAtCaret(deed: "accept" | "reject"): Command {
  return (state, dispatch) => {
    const picked = pickedBy(state);
    const [first] = picked;
    if (!first) return false;
    if (!dispatch) return true;
    const tr = settle(
      state,
      picked.map(({ open }) => open),
      deed,
    );
    const next = openChanges(tr.doc)
      .map(({ change }) => placeOfChange(tr.doc, change))
      .find((place) => place.from >= tr.mapping.map(first.place.from, -1));
    if (next) tr.setSelection(TextSelection.create(tr.doc, next.from, next.to));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

interface PlacedChange {
  readonly open: OpenChange;
  readonly place: ChangePlace;
}

/** The change that is selected; else all that the selection covers; else the smallest one that it touches. */
function pickedBy({ doc, selection: { from, to, empty } }: EditorState): readonly PlacedChange[] {
  const touching = openChanges(doc)
    .map((open) => ({ open, place: placeOfChange(doc, open.change) }))
    .filter(({ place }) => place.from <= to && from <= place.to);
  const exact = touching.find(({ place }) => place.from === from && place.to === to);
  if (exact) return [exact];
  const covered = touching.filter(({ place }) => from <= place.from && place.to <= to);
  if (!empty && covered.length > 0) return covered;
  return touching.toSorted((one, other) => sizeOf(one.place) - sizeOf(other.place)).slice(0, 1);
}

function sizeOf({ from, to }: ChangePlace): number {
  return to - from;
}

/** Selects the change behind the selection. */
export const nextChange: Command = selectChange((places, { from, to }) => {
  const current = places.findLastIndex((place) => place.from === from && place.to === to);
  return current < 0 ? places.find((place) => place.from >= from) : places[current + 1];
});
/** Selects the change before the selection. */
export const previousChange: Command = selectChange((places, { from, to }) => {
  const current = places.findIndex((place) => place.from === from && place.to === to);
  return current < 0 ? places.findLast((place) => place.from <= from) : places[current - 1];
});

function selectChange(
  choose: (places: readonly ChangePlace[], selection: ChangePlace) => ChangePlace | undefined,
): Command {
  return (state, dispatch, view) => {
    const places = openChanges(state.doc).map(({ change }) => placeOfChange(state.doc, change));
    const chosen = choose(places, state.selection);
    return chosen !== undefined && select(chosen)(state, dispatch, view);
  };
}

/** Selects the change with this key. */
export function goToChange(key: string): Command {
  return (state, dispatch, view) => {
    const found = openChanges(state.doc).find(({ change }) => change.key === key);
    return found !== undefined && select(placeOfChange(state.doc, found.change))(state, dispatch, view);
  };
}

function select({ from, to }: ChangePlace): Command {
  return (state, dispatch, view) => {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView());
    if (dispatch && view) showInTheMiddle(view, from);
    return true;
  };
}

function withRevisions(tr: Transaction, revisions: Revisions): Transaction {
  for (const [name, value] of Object.entries(revisions)) {
    if (tr.doc.attrs[name] !== value) tr.setDocAttribute(name, value);
  }
  return tr;
}

/** Commands of references (见第12项): putting one in, going where it points, and settling those that point nowhere. */
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, TextSelection } from "prosemirror-state";
import { fromDoc } from "../../../core/editor/convert.ts";
import { linkReferences, referenceContent } from "../../../core/editor/link-references.ts";
import {
  type PlacedReference,
  phraseAround,
  type Range,
  referencesOf,
} from "../../../core/editor/references.ts";
import { planSchema } from "../../../core/editor/schema.ts";
import { planPlaces } from "../../../core/references/places.ts";
import { selectBlock } from "./select.ts";

/** Writes a reference to a part in the place of the selection, or of the reference that the caret stands in. */
export function insertReference(target: string): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const touched = empty ? referenceAt(state.doc, from) : undefined;
    return writeReference(touched ? phraseAround(state.doc, touched) : { from, to }, target)(state, dispatch);
  };
}

/** Lets an unsettled reference of the document `state.doc` refer to a part, in the words that it needs. */
export function repointReference(range: Range, target: string): Command {
  return writeReference(range, target);
}

function writeReference({ from, to }: Range, target: string): Command {
  return (state, dispatch) => {
    const { doc } = state;
    if (to > doc.content.size) return false;
    const $from = doc.resolve(from);
    const isText = $from.parent.isTextblock && $from.parent.type !== planSchema.nodes.title;
    const places = planPlaces(fromDoc(doc));
    const place = places.byId.get(target);
    if (!isText || !place || !$from.sameParent(doc.resolve(to))) return false;
    const kept = $from.marks().filter(({ type }) => type === planSchema.marks.pending);
    const content = referenceContent(places, place, kept);
    const tr = closeHistory(state.tr).replaceWith(from, to, content);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from + content.size)).scrollIntoView());
    return true;
  };
}

/** Whether a reference can stand at the selection. */
export const canInsertReference: Command = ({ selection: { $from, $to } }) =>
  $from.parent.isTextblock && $from.parent.type !== planSchema.nodes.title && $from.sameParent($to);

/** Goes to the part that the reference at a position means, at the caret where none is given. */
export function followReference(position?: number): Command {
  return (state, dispatch, view) => {
    const found = referenceAt(state.doc, position ?? state.selection.head);
    return found !== undefined && selectBlock(found.target)(state, dispatch, view);
  };
}

/** Selects a reference of the document `state.doc`, so that another can be put in its place. */
export function selectReference({ from, to }: Range): Command {
  return (state, dispatch) => {
    if (to > state.doc.content.size) return false;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView());
    return true;
  };
}

/** Leaves an unsettled reference as mere text. */
export function dropReference({ from, to }: Range): Command {
  return (state, dispatch) => {
    const { doc } = state;
    if (!referencesOf(doc).some((each) => each.from >= from && each.to <= to)) return false;
    dispatch?.(closeHistory(state.tr).removeMark(from, to, planSchema.marks.reference));
    return true;
  };
}

/** Marks every reference of the text that is clear, in one step of undo. */
export const linkAllReferences: Command = (state, dispatch) => {
  const tr = linkReferences(closeHistory(state.tr), planPlaces(fromDoc(state.doc)));
  if (!tr.docChanged) return false;
  dispatch?.(tr);
  return true;
};

/** The reference whose phrase stands at a position. */
function referenceAt(doc: Node, position: number): PlacedReference | undefined {
  const around = referencesOf(doc).filter((each) => {
    const { from, to } = phraseAround(doc, each);
    return from <= position && position <= to;
  });
  return around.find(({ from, to }) => from <= position && position <= to) ?? around.at(-1);
}

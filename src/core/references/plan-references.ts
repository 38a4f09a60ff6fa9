/** References in a plan that is not open: marked when it was read, and given their numbers when a draft is made of it. */
import { Transform } from "prosemirror-transform";
import { fromDoc, toDoc } from "../editor/convert.ts";
import { linkReferences } from "../editor/link-references.ts";
import { followReferences, referencesOf } from "../editor/references.ts";
import type { WorkPlan } from "../plan/model.ts";
import { planPlaces } from "./places.ts";
import { writtenValue } from "./resolve.ts";

/**
 * The plan with the numbers marked that refer to its own parts without a doubt; no character changes. `printed`: numbers
 * of the parts as the source had them. Where one was wrong there, nobody knows which part a reference to it means.
 */
export function withReferencesLinked(plan: WorkPlan, printed: Readonly<Record<string, string>>): WorkPlan {
  const places = planPlaces(plan, ({ id, number }) => writtenValue(printed[id] ?? "") === number);
  const transform = linkReferences(new Transform(toDoc(plan)), places);
  return transform.docChanged ? fromDoc(transform.doc) : plan;
}

/** The plan with every reference showing the number that its target has. */
export function withReferencesFollowed(plan: WorkPlan): WorkPlan {
  const doc = toDoc(plan);
  if (referencesOf(doc).length === 0) return plan;
  const transform = followReferences(new Transform(doc), planPlaces(plan));
  return transform.docChanged ? fromDoc(transform.doc) : plan;
}

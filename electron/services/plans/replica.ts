/** The copy of an open plan on the host: it takes the editor's steps and gives plan and steps' count at any time. */
import { Mark, type Node } from "prosemirror-model";
import { Step } from "prosemirror-transform";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { planSchema } from "../../../src/core/editor/schema.ts";
import { MAX_TEXT_LENGTH, type WorkPlan } from "../../../src/core/plan/model.ts";
import { HostError } from "../../../src/host/host-error.ts";

/** Document of a plan. */
export function replicaOf(plan: WorkPlan): Node {
  return checked(toDoc(plan));
}

/** Plan of a replica. */
export function planOf(replica: Node): WorkPlan {
  return fromDoc(replica);
}

/**
 * The document after `steps` (the editor's JSON). Fails with `bad-request` where one of them is no step, does not fit,
 * or would give a document that breaks the schema; the document passed in is immutable and stays as it was.
 */
export function applySteps(replica: Node, steps: readonly unknown[]): Node {
  let doc = replica;
  for (const json of steps) doc = applyStep(doc, json);
  return checked(doc);
}

function applyStep(doc: Node, json: unknown): Node {
  try {
    const result = Step.fromJSON(planSchema, json).apply(doc);
    if (result.doc) return result.doc;
    throw badStep(result.failed ?? "step does not fit");
  } catch (error) {
    // The library answers malformed JSON with errors of several kinds; none of them has touched the document.
    if (error instanceof HostError) throw error;
    throw badStep(error instanceof Error ? error.message : String(error), error);
  }
}

function badStep(detail: string, cause?: unknown): HostError {
  return new HostError("bad-request", `step refused: ${detail}`, null, { cause });
}

/** Nodes known to be sound: an edit leaves all others as they are, so a check costs as much as the edit. */
const soundNodes = new WeakSet<Node>();

function checked(doc: Node): Node {
  try {
    checkNode(doc);
  } catch (error) {
    if (error instanceof RangeError) throw badStep(error.message, error);
    throw error;
  }
  return doc;
}

/**
 * `Node.check` goes through the whole document; this one skips what it has seen. Steps need it because the library
 * checks neither the inside of a slice nor the attributes that a step sets.
 */
function checkNode(node: Node): void {
  if (soundNodes.has(node)) return;
  if (!node.type.validContent(node.content)) throw new RangeError(`invalid content of ${node.type.name}`);
  if (node.isTextblock && node.content.size > MAX_TEXT_LENGTH) throw new RangeError("text is too long");
  checkAttributes(node);
  checkMarks(node);
  for (const child of node.children) checkNode(child);
  soundNodes.add(node);
}

function checkMarks({ marks }: Node): void {
  for (const mark of marks) checkAttributes(mark);
  const inOrder = marks.reduce((set, mark) => mark.addToSet(set), NO_MARKS);
  if (!Mark.sameSet(inOrder, marks)) throw new RangeError("marks exclude each other or are out of order");
}

const NO_MARKS: readonly Mark[] = Mark.none;

function checkAttributes({ type, attrs }: Node | Mark): void {
  for (const [name, { validate }] of Object.entries(type.spec.attrs ?? {})) {
    if (typeof validate === "function") validate(attrs[name]);
  }
}

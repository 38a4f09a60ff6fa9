/** Quotation marks that are lost or have no partner: proposed, never set by themselves. */
import { allNodes, type NodeTree, type NumberedNode } from "./outline-nodes.ts";
import type { Repairs } from "./repairs.ts";

const OPEN = "“";
const CLOSE = "”";
/** A quotation ends before one of these. */
const BREAK = /[，。；：、！？（）《》\n]/;
/** Most proposals; where more marks are missing the document is damaged as a whole. */
const MOST = 50;

interface Place {
  readonly node: NumberedNode;
  readonly line: number;
  text: () => string;
  set: (text: string) => void;
}

/** Proposes a partner for every mark that has none, and sets it where the drafter accepted that. */
export function proposeQuotationMarks(tree: NodeTree, repairs: Repairs): void {
  let count = 0;
  for (const place of placesOf(tree)) {
    const text = place.text();
    const whole = completed(text);
    if (whole === undefined) continue;
    count += 1;
    if (count > MOST) return;
    const { before, after } = around(text, whole);
    const repair = { code: "quotation-mark-unpaired", line: place.line, node: place.node, before, after };
    if (repairs.propose(repair)) place.set(whole);
  }
}

function* placesOf(tree: NodeTree): Generator<Place> {
  for (const node of allNodes(tree.children)) {
    const set = (text: string) => {
      node.lead = text;
    };
    yield { node, line: node.source.line, text: () => node.lead, set };
    for (const [index, paragraph] of node.body.entries()) {
      const setBody = (text: string) => {
        node.body[index] = { ...paragraph, text };
      };
      yield { node, line: paragraph.line, text: () => paragraph.text, set: setBody };
    }
  }
}

/** The text with the partner of its one lonely mark; `undefined` where every mark has one, or several have none. */
function completed(text: string): string | undefined {
  let open: number | undefined;
  const lonely: { readonly at: number; readonly mark: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === OPEN) {
      if (open !== undefined) lonely.push({ at: open, mark: OPEN });
      open = at;
    } else if (character === CLOSE) {
      if (open === undefined) lonely.push({ at, mark: CLOSE });
      open = undefined;
    }
  }
  if (open !== undefined) lonely.push({ at: open, mark: OPEN });
  const [only, ...others] = lonely;
  if (!only || others.length > 0) return undefined;
  // “经典诵读“: the second of two that open closes.
  const next = only.mark === OPEN ? text.indexOf(OPEN, only.at + 1) : -1;
  if (next > only.at && !BREAK.test(text.slice(only.at, next)) && text.indexOf(CLOSE, next) < 0)
    return `${text.slice(0, next)}${CLOSE}${text.slice(next + 1)}`;
  let end = only.at;
  if (only.mark === OPEN) {
    end += 1;
    while (end < text.length && !BREAK.test(text.charAt(end))) end += 1;
    return `${text.slice(0, end)}${CLOSE}${text.slice(end)}`;
  }
  while (end > 0 && !BREAK.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}${OPEN}${text.slice(end)}`;
}

/** Characters shown on both sides of the change. */
const AROUND = 18;

function around(text: string, whole: string): { readonly before: string; readonly after: string } {
  let at = 0;
  while (at < text.length && text.charAt(at) === whole.charAt(at)) at += 1;
  const from = Math.max(0, at - AROUND);
  const grown = whole.length - text.length;
  return { before: text.slice(from, at + AROUND), after: whole.slice(from, at + AROUND + grown) };
}

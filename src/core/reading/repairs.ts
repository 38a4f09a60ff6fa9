/** Collects the notices of one reading: single repairs, and those of a kind that is counted, with their places. */
import { type LineRole, placeKey, type ReadingDecisions, repairKey } from "./decisions.ts";
import type { NumberedNode } from "./outline-nodes.ts";
import type { PlaceState, ReadingNotice, RepairPlace } from "./plan-reading.ts";

export interface Repair {
  readonly code: string;
  readonly line?: number | undefined;
  readonly block?: string | undefined;
  /** Place in the tree under construction; becomes the block when the plan is built. */
  readonly node?: NumberedNode;
  readonly before?: string;
  readonly after?: string;
  /** Default: certain. */
  readonly certain?: boolean;
  /** Role that the line may have instead. */
  readonly suggestedRole?: LineRole;
  /** Default: 1. */
  readonly count?: number;
}

/** One repair of a kind that is counted. */
export interface PlacedRepair extends RepairPlace {
  readonly code: string;
  readonly node?: NumberedNode;
  /** Default: certain. */
  readonly certain?: boolean;
}

export interface Repairs {
  /** Whether the drafter took back the counted repair of this code: it is not to be done anywhere. */
  isRefused(code: string): boolean;
  /** What the drafter decided about one repair of a counted kind; `proposed`: it is done only on demand. */
  stateAt(code: string, line: number, at: number, proposed?: boolean): PlaceState;
  /** Notes a single repair that can be taken back; false where it was: it is not to be done. */
  allows(repair: Repair): boolean;
  /** Notes a repair that is done only on demand; true where the drafter accepted it. */
  propose(repair: Repair): boolean;
  /** One notice of its own. */
  add(repair: Repair): void;
  /** Counted with every other repair of the same code; line and example are those of the first. */
  count(repair: PlacedRepair): void;
  /** In order of appearance, single and counted ones; `blocks` gives the block that became of each node. */
  list(blocks: ReadonlyMap<NumberedNode, string>): readonly ReadingNotice[];
}

/** Longest piece of text quoted in a notice. */
const QUOTED = 60;
/** Most places listed of one kind; a document with more is decided as a whole. */
export const MOST_PLACES = 1_000;

/** A kind under count; its places are pushed, for there may be very many. */
interface Counted {
  count: number;
  certain: boolean;
  readonly places: RepairPlace[];
}

export function collectRepairs(decisions: ReadingDecisions): Repairs {
  const undone = new Set(decisions.undone);
  const accepted = new Set(decisions.accepted);
  // Where a counted repair begins may change with other decisions, so its code alone takes it back.
  const refused = new Set(decisions.undone.flatMap(kindOfKey));
  const wanted = new Set(decisions.accepted.flatMap(kindOfKey));
  const keyOf = ({ code, line, before }: Repair) =>
    repairKey({ code, line: line ?? null, before: quote(before ?? "") });
  const notices: ReadingNotice[] = [];
  const counted = new Map<string, Counted>();
  const nodes: (NumberedNode | undefined)[] = [];
  const add = (repair: Repair) => {
    nodes.push(repair.node);
    notices.push({
      code: repair.code,
      line: repair.line ?? null,
      block: repair.block ?? null,
      before: quote(repair.before ?? ""),
      after: quote(repair.after ?? ""),
      certain: (repair.certain ?? true) || accepted.has(keyOf(repair)),
      count: repair.count ?? 1,
      ...(repair.suggestedRole === undefined ? {} : { suggestedRole: repair.suggestedRole }),
    });
  };
  const withPlaces = (notice: ReadingNotice): ReadingNotice => {
    const kind = counted.get(notice.code);
    if (!kind) return notice;
    const isProposed = kind.places.some(({ state }) => state === "proposed");
    return {
      ...notice,
      count: kind.count,
      certain: kind.certain || accepted.has(repairKey(notice)),
      places: kind.places,
      ...(isProposed ? { applied: false as const } : {}),
    };
  };
  return {
    isRefused: (code) => refused.has(code),
    stateAt(code, line, at, proposed = false) {
      if (undone.size > 0 && undone.has(placeKey({ code, line, at }))) return "undone";
      if (!proposed || wanted.has(code) || accepted.has(placeKey({ code, line, at }))) return "done";
      return "proposed";
    },
    allows(repair) {
      if (undone.has(keyOf(repair))) return false;
      add(repair);
      return true;
    },
    propose(repair) {
      const isAccepted = accepted.has(keyOf(repair));
      add({ ...repair, certain: isAccepted });
      const notice = notices.at(-1);
      if (notice && !isAccepted) notices[notices.length - 1] = { ...notice, applied: false };
      return isAccepted;
    },
    add,
    count({ code, node, certain = true, ...place }) {
      let kind = counted.get(code);
      if (!kind) {
        kind = { count: 0, certain: true, places: [] };
        counted.set(code, kind);
        add({ code, ...(node ? { node } : {}), line: place.line, before: place.before, after: place.after });
      }
      if (place.state !== "undone") kind.count += 1;
      kind.certain &&= certain && place.state !== "proposed";
      if (kind.places.length < MOST_PLACES)
        kind.places.push({ ...place, before: quote(place.before), after: quote(place.after) });
    },
    list: (blocks) =>
      notices.flatMap((notice, index) => {
        if (undone.has(repairKey(notice))) return [];
        const node = nodes[index];
        const told = withPlaces(notice);
        return [node ? { ...told, block: blocks.get(node) ?? null } : told];
      }),
  };
}

/** Code of the kind that a key of a whole notice names; none for the key of one place. */
function kindOfKey(key: string): readonly string[] {
  const end = key.indexOf("/");
  return end < 0 ? [] : [key.slice(0, end)];
}

function quote(text: string): string {
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}…`;
}

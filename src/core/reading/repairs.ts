/** Collects the notices of one reading: single repairs, and equal ones counted together. */
import { type LineRole, type ReadingDecisions, repairKey } from "./decisions.ts";
import type { NumberedNode } from "./outline-nodes.ts";
import type { ReadingNotice } from "./plan-reading.ts";

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

export interface Repairs {
  /** Whether the drafter took back the counted repair of this code: it is not to be done. */
  isRefused(code: string): boolean;
  /** Notes a single repair that can be taken back; false where it was: it is not to be done. */
  allows(repair: Repair): boolean;
  /** Notes a repair that is done only on demand; true where the drafter accepted it. */
  propose(repair: Repair): boolean;
  /** One notice of its own. */
  add(repair: Repair): void;
  /** Counted with every other repair of the same code; place and example are those of the first. */
  count(repair: Repair): void;
  /** In order of appearance, single and counted ones; `blocks` gives the block that became of each node. */
  list(blocks: ReadonlyMap<NumberedNode, string>): readonly ReadingNotice[];
}

/** Longest piece of text quoted in a notice. */
const QUOTED = 60;

export function collectRepairs(decisions: ReadingDecisions): Repairs {
  const undone = new Set(decisions.undone);
  const accepted = new Set(decisions.accepted);
  // Where a counted repair begins may change with other decisions, so its code alone takes it back.
  const refused = new Set(decisions.undone.map((key) => key.slice(0, key.indexOf("/"))));
  const keyOf = ({ code, line, before }: Repair) =>
    repairKey({ code, line: line ?? null, before: quote(before ?? "") });
  const notices: ReadingNotice[] = [];
  const counted = new Map<string, number>();
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
  return {
    isRefused: (code) => refused.has(code),
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
    count(repair) {
      const index = counted.get(repair.code);
      const notice = index === undefined ? undefined : notices[index];
      if (index === undefined || notice === undefined) {
        counted.set(repair.code, notices.length);
        add(repair);
        return;
      }
      notices[index] = {
        ...notice,
        count: notice.count + (repair.count ?? 1),
        certain: notice.certain && (repair.certain ?? true),
      };
    },
    list: (blocks) =>
      notices.flatMap((notice, index) => {
        if (undone.has(repairKey(notice))) return [];
        const node = nodes[index];
        return [node ? { ...notice, block: blocks.get(node) ?? null } : notice];
      }),
  };
}

function quote(text: string): string {
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}…`;
}

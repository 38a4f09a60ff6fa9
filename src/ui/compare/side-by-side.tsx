/** 并排通读: both plans whole, each in its own order; reading one scrolls the other to what belongs to it. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, type RefObject, useMemo, useRef } from "react";
import type { PairKind, PlanComparison } from "../../core/compare/comparison.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { KIND_NAMES, compareStrings as strings } from "./compare.strings.ts";
import { CLOSING, LEAD_IN, readingRows } from "./reading-rows.ts";

type Side = "last" | "next";

export interface SideBySideProps {
  readonly last: WorkPlan;
  readonly next: WorkPlan;
  readonly comparison: PlanComparison;
  readonly onGoTo: (id: string) => void;
}

export function SideBySide({ last, next, comparison, onGoTo }: SideBySideProps): ReactNode {
  const left = useRef<HTMLElement>(null);
  const right = useRef<HTMLElement>(null);
  /** The side that is being read; the other one follows and must not answer. */
  const reading = useRef<Side>("next");
  const kinds = useMemo(() => kindsOf(comparison), [comparison]);
  const follow = (side: Side) => {
    const [from, to] = side === "last" ? [left.current, right.current] : [right.current, left.current];
    if (from && to && reading.current === side) alignTo(from, to, kinds.partners[side]);
  };
  const column = (side: Side, plan: WorkPlan, ref: RefObject<HTMLElement | null>, label: string) => (
    <section
      ref={ref}
      className="side-column focusable"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
      tabIndex={0}
      aria-label={label}
      onScroll={() => follow(side)}
      onPointerEnter={() => {
        reading.current = side;
      }}
      onFocus={() => {
        reading.current = side;
      }}
      onKeyDown={() => {
        reading.current = side;
      }}
    >
      <h3 className="side-title">{label}</h3>
      <Rows plan={plan} kinds={kinds.byPoint[side]} onGoTo={side === "next" ? onGoTo : undefined} />
    </section>
  );
  const name = (plan: WorkPlan) => plan.title.text.replaceAll("\n", "") || strings.untitled;
  return (
    <div className="side-by-side">
      {column("last", last, left, strings.last(name(last)))}
      {column("next", next, right, strings.next(name(next)))}
    </div>
  );
}

interface RowsProps {
  readonly plan: WorkPlan;
  readonly kinds: ReadonlyMap<string, PairKind>;
  readonly onGoTo: ((id: string) => void) | undefined;
}

function Rows({ plan, kinds, onGoTo }: RowsProps): ReactNode {
  const rows = useMemo(() => readingRows(plan), [plan]);
  return rows.map((row) => {
    const kind = kinds.get(row.id);
    if (row.kind === "heading") {
      return (
        <h4 key={row.id} data-point={row.id} className="side-section">
          {strings.heading(row.ordinal, row.text)}
        </h4>
      );
    }
    return (
      <article key={row.id} data-point={row.id} className={`side-point ${kind ? `compare-${kind}` : ""}`}>
        <p>
          {kind && (
            <b className="side-letter" title={KIND_NAMES[kind].name}>
              {KIND_NAMES[kind].letter}
            </b>
          )}
          {row.ordinal !== "" && <span className="compare-ordinal">{strings.ordinal(row.ordinal)}</span>}
          {row.text}
        </p>
        {onGoTo && row.kind === "point" && (
          <Button size="small" appearance="subtle" className="compare-edit" onClick={() => onGoTo(row.id)}>
            {strings.edit}
          </Button>
        )}
      </article>
    );
  });
}

interface Kinds {
  /** Kind of every point; a draft has the ids of the plan it was made from, so each side has its own. */
  readonly byPoint: Readonly<Record<Side, ReadonlyMap<string, PairKind>>>;
  /** First partner of a point or heading on the other side. */
  readonly partners: Readonly<Record<Side, ReadonlyMap<string, string>>>;
}

function kindsOf({ pairs, headings }: PlanComparison): Kinds {
  const byPoint = { last: new Map<string, PairKind>(), next: new Map<string, PairKind>() };
  const same: readonly (readonly [string, string])[] = [LEAD_IN, CLOSING].map((id) => [id, id]);
  const partners = { last: new Map(same), next: new Map(same) };
  for (const { last, next } of headings) {
    if (!last || !next) continue;
    partners.last.set(last.id, next.id);
    partners.next.set(next.id, last.id);
  }
  for (const { kind, last, next } of pairs) {
    if (last && !byPoint.last.has(last.id)) byPoint.last.set(last.id, kind);
    if (next && !byPoint.next.has(next.id)) byPoint.next.set(next.id, kind);
    if (!last || !next) continue;
    if (!partners.last.has(last.id)) partners.last.set(last.id, next.id);
    if (!partners.next.has(next.id)) partners.next.set(next.id, last.id);
  }
  return { byPoint, partners };
}

/** Scrolls `to` so that what belongs to the point at the top of `from` stands at the same height. */
function alignTo(from: HTMLElement, to: HTMLElement, partners: ReadonlyMap<string, string>): void {
  const rows = [...from.querySelectorAll<HTMLElement>("[data-point]")];
  const top = from.scrollTop;
  const first = rows.findIndex((row) => row.offsetTop + row.offsetHeight > top);
  // A point without a partner stands where the one before it has led.
  for (let at = first; at >= 0; at -= 1) {
    const row = rows[at];
    const partner = partners.get(row?.dataset["point"] ?? "");
    const target = partner && to.querySelector<HTMLElement>(`[data-point="${CSS.escape(partner)}"]`);
    if (!row || !target) continue;
    const share = at === first ? (top - row.offsetTop) / Math.max(1, row.offsetHeight) : 1;
    to.scrollTop = target.offsetTop + Math.min(1, share) * target.offsetHeight;
    return;
  }
  to.scrollTop = 0;
}

/** 指标: what the text promises in figures, linked with the text both ways, last year's beside it. */
import { Select, Tab, TabList } from "@fluentui/react-components";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useStore } from "zustand";
import { compareTargets, type TargetRow } from "../../core/targets/compare-targets.ts";
import { figureWords } from "../../core/targets/figure-words.ts";
import { planTargets } from "../../core/targets/plan-targets.ts";
import { useLastPlan } from "../compare/last-plan.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { TargetYears } from "./target-years.tsx";
import { ALARMS, targetStrings as strings } from "./targets.strings.ts";
import "./targets.css";

export interface TargetsPanelProps {
  readonly link: EditorLink;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

export function TargetsPanel({ link, listRef }: TargetsPanelProps): ReactNode {
  const facts = useStore(link);
  const plan = useDeferredValue(link.plan());
  const last = useLastPlan(facts.frontMatter.issuer, facts.year);
  const [tab, setTab] = useState<"now" | "years">("now");
  const [active, setActive] = useState(0);
  const before = useMemo(() => (last.plan ? planTargets(last.plan) : undefined), [last.plan]);
  const rows = useMemo(() => {
    if (!plan) return [];
    // Without a plan of last year there is nothing to be new against.
    return compareTargets(before ?? [], planTargets(plan));
  }, [plan, before]);
  useEffect(() => () => link.reveal(undefined), [link]);
  const alarms = before ? rows.filter((row) => row.alarms.length > 0).length : 0;
  const show = (index: number) => {
    setActive(index);
    const next = rows[index]?.next;
    if (next) link.revealText(next.block, next.from, next.to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const next = rows[active]?.next;
    if (by !== 0) show(Math.max(0, Math.min(rows.length - 1, active + by)));
    else if (event.key === "Enter" && next) link.goTo(next.point ?? next.block);
    else return;
    event.preventDefault();
  };
  return (
    <div className="targets">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(value === "years" ? "years" : "now")}
      >
        <Tab value="now">{strings.now}</Tab>
        <Tab value="years">{strings.years}</Tab>
      </TabList>
      {tab === "years" ? (
        <TargetYears documents={last.documents} issuer={facts.frontMatter.issuer} plan={plan} />
      ) : (
        <>
          <Select
            size="small"
            aria-label={strings.last}
            value={last.source?.kind === "library" ? last.source.documentId : ""}
            onChange={(_, { value }) => value !== "" && last.choose({ kind: "library", documentId: value })}
          >
            <option value="">{strings.lastNone}</option>
            {last.documents.map(({ documentId, title, issuer }) => (
              <option key={documentId} value={documentId}>
                {title || issuer}
              </option>
            ))}
          </Select>
          {rows.length === 0 ? (
            <div className="panel-message">
              <p className="panel-title">{strings.empty}</p>
              <p className="quiet">{strings.emptyText}</p>
            </div>
          ) : (
            <>
              <p className="quiet targets-summary" aria-live="polite">
                {strings.summary(rows.filter(({ next }) => next !== null).length, alarms)}
              </p>
              <div
                ref={listRef}
                role="listbox"
                tabIndex={0}
                aria-label={strings.list}
                aria-activedescendant={`target-${active}`}
                className="targets-list focusable"
                onKeyDown={press}
              >
                {rows.map((row, index) => (
                  <Row
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place
                    key={index}
                    id={`target-${index}`}
                    row={row}
                    compared={before !== undefined}
                    active={index === active}
                    atCaret={
                      row.next !== null && row.next.point !== null && row.next.point === facts.caret?.itemId
                    }
                    onShow={() => show(index)}
                  />
                ))}
              </div>
            </>
          )}
        </>
      )}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: TargetRow;
  readonly compared: boolean;
  readonly active: boolean;
  /** Whether the caret stands in the item of the target. */
  readonly atCaret: boolean;
  readonly onShow: () => void;
}

function Row({ id, row, compared, active, atCaret, onShow }: RowProps): ReactNode {
  const { indicator, last, next, alarms } = row;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (atCaret || active) element.current?.scrollIntoView({ block: "nearest" });
  }, [atCaret, active]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      className={["target", active ? "target-active" : "", atCaret ? "target-caret" : ""].join(" ")}
      onClick={onShow}
    >
      <p className="target-line">
        <span className="target-indicator">{indicator}</span>
        <strong>{next ? figureWords(next) : strings.gone}</strong>
      </p>
      <p className="target-source">
        {next ? strings.item(next.ordinal, next.heading) : last && strings.item(last.ordinal, last.heading)}
      </p>
      {compared && (
        <p className="target-source">
          {last ? strings.lastValue(figureWords(last)) : strings.isNew}
          {alarms.map((alarm) => (
            <span key={alarm} className="target-alarm">
              {ALARMS[alarm]}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

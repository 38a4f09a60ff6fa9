/** 指标: what the text promises in figures, linked with the text both ways, last year's target and result beside it. */
import { Checkbox, Tab, TabList } from "@fluentui/react-components";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useState,
} from "react";
import { useStore } from "zustand";
import { targetRowsNote } from "../../core/targets/targets-note.ts";
import { BesideChoice } from "../compare/beside-choice.tsx";
import type { PlansBeside } from "../compare/plans-beside.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { NoteActions } from "./note-actions.tsx";
import { TargetRowView } from "./target-row.tsx";
import { TargetYears } from "./target-years.tsx";
import { targetStrings as strings } from "./targets.strings.ts";
import { rowsAtCaret, useTargetRows } from "./use-target-rows.ts";
import "./targets.css";

export interface TargetsPanelProps {
  readonly link: EditorLink;
  readonly beside: PlansBeside;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

export function TargetsPanel({ link, beside, listRef }: TargetsPanelProps): ReactNode {
  const { frontMatter, year } = useStore(link);
  const plan = useDeferredValue(link.plan());
  const [tab, setTab] = useState<"now" | "years">("now");
  const { issuer } = frontMatter;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the panel is opened; a new year asks for nothing
  useEffect(() => void beside.refresh(issuer, year), [beside]);
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
        <TargetYears beside={beside} issuer={issuer} plan={plan} />
      ) : (
        <TargetsNow link={link} beside={beside} listRef={listRef} />
      )}
    </div>
  );
}

function TargetsNow({ link, beside, listRef }: TargetsPanelProps): ReactNode {
  const facts = useStore(link);
  const plan = useDeferredValue(link.plan());
  const all = useTargetRows(plan, beside);
  const compared = useStore(beside, (state) => state.last.plan !== undefined);
  const reported = useStore(beside, (state) => state.summary.plan !== undefined);
  const [onlyAlarms, setOnlyAlarms] = useState(false);
  const [active, setActive] = useState(0);
  const alarms = compared || reported ? all.filter((row) => row.alarms.length > 0) : [];
  const rows = onlyAlarms ? alarms : all;
  const atCaret = rowsAtCaret(rows, facts.caretAt, facts.caret?.itemId ?? null);
  const first = atCaret[0];
  useEffect(() => () => link.reveal(undefined), [link]);
  // The list follows the caret; the keys go on from there.
  useEffect(() => {
    const index = first ? rows.indexOf(first) : -1;
    if (index >= 0) setActive(index);
  }, [first, rows]);
  const show = (index: number) => {
    setActive(index);
    const next = rows[index]?.next;
    if (next) link.revealText(next.block, next.from, next.to);
    else link.reveal(undefined);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const next = rows[active]?.next;
    if (by !== 0) show(Math.max(0, Math.min(rows.length - 1, active + by)));
    else if (event.key === "Enter" && next) link.goTo(next.block);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="targets-beside">
        <BesideChoice beside={beside} which="last" />
        <BesideChoice beside={beside} which="summary" />
      </div>
      {all.length === 0 ? (
        <div className="panel-message">
          <p className="panel-title">{strings.empty}</p>
          <p className="quiet">{strings.emptyText}</p>
        </div>
      ) : (
        <>
          <div className="targets-summary">
            <p className="quiet" aria-live="polite">
              {strings.summary(all.filter(({ next }) => next !== null).length, alarms.length)}
            </p>
            {alarms.length > 0 && (
              <Checkbox
                label={strings.onlyAlarms}
                checked={onlyAlarms}
                onChange={(_, { checked }) => setOnlyAlarms(checked === true)}
              />
            )}
          </div>
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
              <TargetRowView
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place
                key={index}
                id={`target-${index}`}
                row={row}
                compared={compared}
                alarmed={compared || reported}
                active={index === active}
                atCaret={atCaret.includes(row)}
                onShow={() => show(index)}
              />
            ))}
          </div>
          <NoteActions note={() => targetRowsNote(all)} name={strings.nowName} />
        </>
      )}
    </>
  );
}

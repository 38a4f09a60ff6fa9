/**
 * 对照: other plans over the open text. What it shows follows the text, what it changes goes through the editor, and what
 * the drafter decides is kept in the plan.
 */
import { Button, Tab, TabList } from "@fluentui/react-components";
import { type ReactNode, useDeferredValue, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { type ComparisonRecord, withComparisonRecord } from "../../core/plan/comparison-records.ts";
import type { ClassifyDated } from "../../core/rollover/classify.ts";
import { atBlock, insertItem, setComparisonRecords } from "../editor/index.ts";
import { insertableItem } from "../library/insertable.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { VersionsView } from "../versions/versions-view.tsx";
import { ChainView } from "./chain-view.tsx";
import { compareStrings as strings } from "./compare.strings.ts";
import { type CompareView, LastYearView } from "./compare-view.tsx";
import { CoverageView } from "./coverage-view.tsx";
import type { InsertBeside } from "./insert-beside.ts";
import type { PlansBeside } from "./plans-beside.ts";
import { SummaryView } from "./summary-view.tsx";
import "./compare.css";

export const COMPARE_TABS = ["last", "years", "superior", "summary", "versions"] as const;
export type CompareTab = (typeof COMPARE_TABS)[number];

export interface ComparePaneProps {
  readonly link: EditorLink;
  readonly session: PlanSession;
  readonly beside: PlansBeside;
  readonly classify: ClassifyDated;
  readonly tab: CompareTab;
  /** How last year is shown. */
  readonly view: CompareView;
  readonly onView: (view: CompareView) => void;
  readonly onTab: (tab: CompareTab) => void;
  /** Back to the text; with an id, at that point. */
  readonly onClose: (id?: string) => void;
}

export function ComparePane(props: ComparePaneProps): ReactNode {
  const { link, session, beside, classify, tab, onTab, onClose } = props;
  const { year, frontMatter } = useStore(link);
  const current = link.plan();
  const plan = useDeferredValue(current);
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus(), []);
  const { issuer } = frontMatter;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the pane is opened; a new year asks for nothing
  useEffect(() => void beside.refresh(issuer, year), [beside]);
  if (!plan) return null;
  const keep = (record: ComparisonRecord) =>
    link.run(setComparisonRecords(withComparisonRecord(link.plan()?.comparisonRecords, record)));
  /** Behind a point or at the end of a section; at the caret where it is gone. */
  const insert: InsertBeside = (item, after, writtenFor = item.origin.year) => {
    const dated = { ...item, origin: { ...item.origin, year: writtenFor } };
    const command = insertItem({ ...insertableItem(dated, { year, issuer }, classify), item });
    return (after !== undefined && link.run(atBlock(after, command))) || link.run(command);
  };
  return (
    <section
      ref={root}
      className="compare"
      aria-label={strings.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="compare-bar compare-head">
        <Button size="small" onClick={() => onClose()}>
          {strings.close}
        </Button>
        <TabList
          size="small"
          selectedValue={tab}
          onTabSelect={(_, { value }) => {
            const chosen = COMPARE_TABS.find((each) => each === value);
            if (chosen) onTab(chosen);
          }}
        >
          {COMPARE_TABS.map((each) => (
            <Tab key={each} value={each}>
              {strings.tabs[each]}
            </Tab>
          ))}
        </TabList>
      </header>
      {tab === "last" && (
        <LastYearView
          plan={plan}
          beside={beside}
          view={props.view}
          onView={props.onView}
          onRecord={keep}
          onGoTo={onClose}
          onInsert={insert}
        />
      )}
      {tab === "years" && <ChainView plan={plan} beside={beside} onGoTo={onClose} />}
      {tab === "superior" && (
        <CoverageView
          plan={plan}
          beside={beside}
          caretPoint={link.getState().caret?.itemId ?? null}
          onRecord={keep}
          onGoTo={onClose}
          onInsert={insert}
        />
      )}
      {tab === "versions" && <VersionsView plan={plan} link={link} session={session} />}
      {tab === "summary" && (
        <SummaryView
          plan={plan}
          session={session}
          beside={beside}
          outline={link.getState().outline}
          onGoTo={onClose}
          onInsert={insert}
        />
      )}
    </section>
  );
}

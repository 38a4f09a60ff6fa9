/** The right side: a row of tabs, one panel. */
import { CounterBadge, Tab, TabList } from "@fluentui/react-components";
import type { ReactNode, RefObject } from "react";
import { useStore } from "zustand";
import type { OriginSource } from "../../core/plan/model.ts";
import type { Suggestion } from "../../core/suggest/suggestion.ts";
import type { PlansBeside } from "../compare/plans-beside.ts";
import { DatedPanel } from "../panels/dated-panel.tsx";
import { FrontMatterPanel } from "../panels/front-matter-panel.tsx";
import { OriginsPanel } from "../panels/origins-panel.tsx";
import { type SuggestionPart, SuggestionsPanel } from "../panels/suggestions-panel.tsx";
import { ReviewPanel } from "../review/review-panel.tsx";
import type { EditorLink } from "../session/editor-link.ts";
import { RIGHT_TABS, type RightTab } from "../session/settings.ts";
import type { SuggestionStore } from "../session/suggestions.ts";
import { TargetsPanel } from "../targets/targets-panel.tsx";
import { windowStrings as strings } from "./window.strings.ts";

export interface RightPanelProps {
  readonly tab: RightTab;
  readonly link: EditorLink;
  readonly beside: PlansBeside;
  /** Day up to which the table of meetings is complete. */
  readonly meetingsUntil: string;
  readonly onCalendar: () => void;
  readonly suggestions: SuggestionStore;
  /** The list that gets the keyboard when the panel is entered. */
  readonly listRef: RefObject<HTMLDivElement | null>;
  /** Around whatever the tab shows; it keeps the keyboard while there is no list. */
  readonly bodyRef: RefObject<HTMLDivElement | null>;
  readonly onTab: (tab: RightTab) => void;
  readonly onExportChanges: () => void;
  readonly onSearchLibrary: (text: string) => void;
  readonly onSource: (origin: OriginSource) => void;
  readonly onInsert: (suggestion: Suggestion, part: SuggestionPart) => void;
  /** Asks for the part that the selected reference is to mean. */
  readonly onReference: () => void;
}

export function RightPanel({
  tab,
  link,
  beside,
  meetingsUntil,
  onCalendar,
  suggestions,
  listRef,
  bodyRef,
  onTab,
  onSearchLibrary,
  onSource,
  onInsert,
  onExportChanges,
  onReference,
}: RightPanelProps): ReactNode {
  const open = useStore(link, (facts) => facts.dated.filter(({ mark }) => mark.state === "open").length);
  return (
    <>
      <TabList
        size="small"
        className="right-tabs"
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          const chosen = RIGHT_TABS.find((name) => name === value);
          if (chosen) onTab(chosen);
        }}
      >
        {RIGHT_TABS.map((name) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls="right-panel">
            {strings.tabs[name]}
            {name === "dated" && open > 0 && (
              <CounterBadge
                className="right-count"
                count={open}
                overflowCount={999}
                size="small"
                color="informative"
              />
            )}
          </Tab>
        ))}
      </TabList>
      <div
        ref={bodyRef}
        id="right-panel"
        role="tabpanel"
        tabIndex={-1}
        aria-labelledby={`tab-${tab}`}
        className="right-body"
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.nativeEvent.isComposing) link.focus();
        }}
      >
        {tab === "suggestions" && (
          <SuggestionsPanel
            store={suggestions}
            listRef={listRef}
            onInsert={onInsert}
            onSearch={onSearchLibrary}
            onSource={onSource}
            onReturn={link.focus}
          />
        )}
        {tab === "dated" && (
          <DatedPanel link={link} listRef={listRef} meetingsUntil={meetingsUntil} onCalendar={onCalendar} />
        )}
        {tab === "targets" && <TargetsPanel link={link} beside={beside} listRef={listRef} />}
        {tab === "origins" && <OriginsPanel link={link} listRef={listRef} />}
        {tab === "review" && (
          <ReviewPanel
            link={link}
            listRef={listRef}
            onExportChanges={onExportChanges}
            onReference={onReference}
          />
        )}
        {tab === "front-matter" && <FrontMatterPanel link={link} />}
      </div>
    </>
  );
}

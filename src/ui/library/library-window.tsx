/** 事项库: search, documents and topic groups in one large dialog. */
import { Button, Tab, TabList } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { OriginSource } from "../../core/plan/model.ts";
import type { LibraryItem } from "../../core/suggest/suggestion.ts";
import { Modal } from "../shared/modal.tsx";
import { DocumentsTab } from "./documents-tab.tsx";
import { libraryStrings as strings } from "./library.strings.ts";
import { SearchTab } from "./search-tab.tsx";
import { SourceView } from "./source-view.tsx";
import { TopicsTab } from "./topics-tab.tsx";
import "./library.css";

export interface LibraryWindowProps {
  /** Text to begin with. */
  readonly text: string;
  /** The item to be shown in its source first. */
  readonly origin: OriginSource | undefined;
  /** Undefined where no plan is open. */
  readonly onInsert: ((item: LibraryItem) => void) | undefined;
  readonly onClose: () => void;
}

const TABS = ["search", "documents", "topics"] as const;

export function LibraryWindow({ text, origin, onInsert, onClose }: LibraryWindowProps): ReactNode {
  const [tab, setTab] = useState<(typeof TABS)[number]>("search");
  const [source, setSource] = useState(origin);
  return (
    <Modal
      title={strings.title}
      className="library"
      aside={
        <TabList
          size="small"
          selectedValue={tab}
          onTabSelect={(_, { value }) => setTab(TABS.find((name) => name === value) ?? "search")}
        >
          {TABS.map((name) => (
            <Tab key={name} value={name}>
              {strings.tabs[name]}
            </Tab>
          ))}
        </TabList>
      }
      actions={<Button onClick={onClose}>{strings.close}</Button>}
      onCancel={onClose}
    >
      {tab === "search" && source && <SourceView origin={source} onBack={() => setSource(undefined)} />}
      {tab === "search" && !source && <SearchTab text={text} onInsert={onInsert} />}
      {tab === "documents" && <DocumentsTab />}
      {tab === "topics" && <TopicsTab />}
    </Modal>
  );
}

/** The three ways to begin; the first also takes a file that is dropped on it. */
import {
  DocumentAddRegular,
  DocumentArrowRightRegular,
  DocumentBulletListRegular,
} from "@fluentui/react-icons";
import { type DragEvent, type ReactNode, useState } from "react";
import type { Beginning } from "../new-plan/new-plan-state.ts";
import { sourceOf } from "../platform/browser.ts";
import { startStrings as strings } from "./start.strings.ts";

export function Choices({ onBegin }: { readonly onBegin: (beginning: Beginning) => void }): ReactNode {
  const [dropping, setDropping] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    const file = event.dataTransfer.files[0];
    if (file) void sourceOf(file).then((source) => onBegin({ from: "dropped", file: source }));
  };
  return (
    <div className="start-choices">
      <button
        type="button"
        data-takes-files=""
        className={
          dropping ? "start-choice start-choice-first start-choice-drop" : "start-choice start-choice-first"
        }
        onClick={() => onBegin({ from: "file" })}
        onDragOver={(event) => {
          event.preventDefault();
          setDropping(true);
        }}
        onDragLeave={() => setDropping(false)}
        onDrop={drop}
      >
        <DocumentArrowRightRegular className="start-choice-icon" />
        <span className="start-choice-title">
          {strings.fromLast}
          <span className="start-choice-tag">{strings.recommended}</span>
        </span>
        <span className="start-choice-text">{dropping ? strings.fromLastDrop : strings.fromLastText}</span>
      </button>
      <button type="button" className="start-choice" onClick={() => onBegin({ from: "template" })}>
        <DocumentBulletListRegular className="start-choice-icon" />
        <span className="start-choice-title">{strings.fromTemplate}</span>
        <span className="start-choice-text">{strings.fromTemplateText}</span>
      </button>
      <button type="button" className="start-choice" onClick={() => onBegin({ from: "blank" })}>
        <DocumentAddRegular className="start-choice-icon" />
        <span className="start-choice-title">{strings.blank}</span>
        <span className="start-choice-text">{strings.blankText}</span>
      </button>
    </div>
  );
}

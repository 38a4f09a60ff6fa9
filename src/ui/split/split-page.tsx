/** The place of the page: one view of the text, or two of the same text. */
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from "react";
import { ghostText, type PlanEditor } from "../editor/index.ts";
import { SecondView } from "./second-view.tsx";
import { SplitDivider } from "./split-divider.tsx";
import { EVEN_SHARE, type SplitDirection } from "./split-share.ts";
import "./split.css";

export interface SplitPageProps {
  readonly editor: PlanEditor | null;
  /** Undefined: one view. */
  readonly split: SplitDirection | undefined;
  readonly pageRef: RefObject<HTMLDivElement | null>;
  readonly onClose: () => void;
  /** The first view. */
  readonly children: ReactNode;
}

export function SplitPage({ editor, split, pageRef, onClose, children }: SplitPageProps): ReactNode {
  const [share, setShare] = useState(EVEN_SHARE);
  /** Before the text sees the key, which takes every Escape; the first Escape belongs to ghost text. */
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing || !split || !editor) return;
    const inFirst = event.target instanceof Node && pageRef.current?.contains(event.target);
    if (inFirst || ghostText(editor.state) !== "") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div className={`split-page split-${split ?? "none"}`} onKeyDownCapture={press}>
      <div
        data-pane
        ref={pageRef}
        className="split-view"
        {...(split ? { style: { flex: `0 0 ${share}%` } } : {})}
      >
        {children}
      </div>
      {split && editor && (
        <>
          <SplitDivider direction={split} share={share} onShare={setShare} />
          <SecondView editor={editor} onClose={onClose} />
        </>
      )}
    </div>
  );
}

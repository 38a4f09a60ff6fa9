/** The page with the text in React: made once for a document and never rendered again by React. */
import { type ReactElement, useEffect, useLayoutEffect, useRef } from "react";
import { createPlanEditor, type PlanEditor, type PlanEditorOptions } from "./plan-editor.ts";
import "./paper.css";
import "./revisions.css";

export interface PlanEditorViewProps extends Omit<PlanEditorOptions, "mount"> {
  /** Called with the editor when it stands, and with null before it goes. */
  readonly onReady: (editor: PlanEditor | null) => void;
}

/** Grey canvas and white paper. Another `doc` makes another editor; give it a `key` of the session. */
export function PlanEditorView(props: PlanEditorViewProps): ReactElement {
  const mount = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const { doc, readOnly = false } = props;
  const editor = useRef<PlanEditor>(null);

  useLayoutEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!mount.current) return;
    const created = createPlanEditor({
      mount: mount.current,
      doc,
      plugins: latest.current.plugins ?? [],
      newId: () => latest.current.newId(),
      onSteps: (steps, state) => latest.current.onSteps(steps, state),
      onState: (state) => latest.current.onState?.(state),
      onPasteRefused: (reason) => latest.current.onPasteRefused?.(reason),
      onStructuredPaste: (pasted) => latest.current.onStructuredPaste?.(pasted),
      typing: { fullWidthMarks: () => latest.current.typing?.fullWidthMarks() ?? true },
      ...(latest.current.stamp ? { stamp: latest.current.stamp } : {}),
      readHtml: async (html) => latest.current.readHtml?.(html),
    });
    editor.current = created;
    latest.current.onReady(created);
    return () => {
      latest.current.onReady(null);
      editor.current = null;
      created.destroy();
    };
  }, [doc]);

  useEffect(() => editor.current?.setReadOnly(readOnly), [readOnly]);

  return (
    <div className="paper-canvas">
      <div className="paper" ref={mount} />
    </div>
  );
}

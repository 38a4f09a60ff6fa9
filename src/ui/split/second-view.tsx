/** The same text a second time, with a place, a caret and a zoom of its own. */
import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type ReactNode, useEffect, useRef } from "react";
import type { PlanEditor } from "../editor/index.ts";
import { usePageZoom } from "../window/use-page-zoom.ts";
import { splitStrings as strings } from "./split.strings.ts";

export interface SecondViewProps {
  readonly editor: PlanEditor;
  readonly onClose: () => void;
}

export function SecondView({ editor, onClose }: SecondViewProps): ReactNode {
  const pane = useRef<HTMLElement>(null);
  const mount = useRef<HTMLDivElement>(null);
  usePageZoom(pane);
  useEffect(() => (mount.current ? editor.openSecond(mount.current) : undefined), [editor]);
  return (
    <section ref={pane} data-pane className="split-view" aria-label={strings.second}>
      <div className="paper-canvas">
        <div className="paper" ref={mount} />
      </div>
      <Button
        className="split-close"
        size="small"
        icon={<DismissRegular />}
        aria-label={strings.close}
        title={strings.close}
        onClick={onClose}
      />
    </section>
  );
}

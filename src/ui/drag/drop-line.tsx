/** The line that shows where dragged parts land, how deep, and which number they get. */
import type { ReactNode } from "react";
import { dragStrings as strings } from "./drag.strings.ts";
import "./drag.css";

export interface DropLineProps {
  /** Distance from the top and the start of the list that it stands in, in pixels. */
  readonly top: number;
  readonly start: number;
  /** Ordinal of the first part there. */
  readonly label: string;
  readonly count: number;
}

export function DropLine({ top, start, label, count }: DropLineProps): ReactNode {
  return (
    <div className="drop-line" style={{ top, insetInlineStart: start }} aria-hidden>
      <span className="drop-line-label">{strings.lands(label, count)}</span>
    </div>
  );
}

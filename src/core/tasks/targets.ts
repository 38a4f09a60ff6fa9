/** Targets that a task promises, as its column shows them. */
import { extractTargets } from "../targets/extract-targets.ts";

/** Targets of one task that are shown. */
const MOST_SHOWN = 4;

/** The targets of a task as one line, e.g. `入园率达98%以上`; empty where its text promises none. */
export function targetIn(text: string): string {
  return extractTargets(text)
    .slice(0, MOST_SHOWN)
    .map((target) => target.text)
    .join("；");
}

/** What was copied, as the clipboard gives it to who pastes. */
import { type CopiedText, PLAN_CLIPBOARD_TYPE } from "../../src/ui/editor/clipboard/plan-clipboard.ts";

/** A clipboard with what was copied, under our type or in HTML alone. */
export function transfer({ html, lines }: CopiedText, type = PLAN_CLIPBOARD_TYPE): DataTransfer {
  const data = type === PLAN_CLIPBOARD_TYPE ? lines : html;
  return { getData: (wanted: string) => (wanted === type ? data : "") } as unknown as DataTransfer;
}

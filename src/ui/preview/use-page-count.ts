/** How many pages the plan has, for the status bar. */
import { useCallback, useState } from "react";
import type { DocumentForm } from "../../core/plan/model.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { useChanges } from "../shared/use-changes.ts";

/** Pause after the last edit that reached the host, in milliseconds. */
const PAUSE = 1_200;

/** Undefined until it is known; the last count stays while a newer one is on its way. */
export function usePageCount(session: PlanSession, form: DocumentForm): number | undefined {
  const [pages, setPages] = useState<number>();
  const count = useCallback(() => {
    let wanted = true;
    const timer = setTimeout(async () => {
      const reply = await session.pageCount(form);
      if (wanted && reply.ok) setPages(reply.value.pages);
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [session, form]);
  // What the host has by now is what is counted.
  useChanges(session, (state) => state.acknowledged, count);
  return pages;
}

/** How many pages the plan has, for the status bar. */
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { DocumentForm } from "../../core/plan/model.ts";
import type { PlanSession } from "../session/plan-session.ts";

/** Pause after the last edit that reached the host, in milliseconds. */
const PAUSE = 1_200;

/** Undefined until it is known; the last count stays while a newer one is on its way. */
export function usePageCount(session: PlanSession, form: DocumentForm): number | undefined {
  const acknowledged = useStore(session, (state) => state.acknowledged);
  const [pages, setPages] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the host has by now is what is counted
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(async () => {
      const reply = await session.pageCount(form);
      if (wanted && reply.ok) setPages(reply.value.pages);
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [session, form, acknowledged]);
  return pages;
}

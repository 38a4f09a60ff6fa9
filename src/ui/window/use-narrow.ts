/** Whether the window is too narrow for the right pane to stand beside the page. */
import { useSyncExternalStore } from "react";

const QUERY = "(max-width: 1199px)";

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(QUERY).matches);
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(QUERY);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

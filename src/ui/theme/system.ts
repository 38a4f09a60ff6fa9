/** Whether the system asks for dark colours, followed while the window is open. */
import { useSyncExternalStore } from "react";

const QUERY = "(prefers-color-scheme: dark)";

export function useSystemIsDark(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(QUERY).matches);
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(QUERY);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Who writes in this window, and when, for changes that are tracked. */
import { useMemo } from "react";
import type { StampSource } from "../editor/index.ts";
import { useServices } from "../services.ts";

/** The name is the one that notes and versions have. */
export function useStamp(): StampSource {
  const { settings, now } = useServices();
  return useMemo(
    () => () => ({ author: settings.getState().author.trim(), at: now().toISOString() }),
    [settings, now],
  );
}

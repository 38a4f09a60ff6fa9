/** Which panes of the window are open, and how wide. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { useServices } from "../services.ts";
import type { RightTab } from "../session/settings.ts";
import { useNarrow } from "./use-narrow.ts";

/** State and switches of the panes; a narrow window keeps the right one as a drawer that starts closed. */
export function usePanes(firstTab: RightTab | undefined) {
  const { settings } = useServices();
  const values = useStore(settings);
  const drawer = useNarrow();
  const [drawerOpen, setDrawerOpen] = useState(firstTab === "dated");
  const closeDrawer = useCallback(() => setDrawerOpen(false), []);
  const shown = useRef(false);
  useEffect(() => {
    if (shown.current || !firstTab) return;
    shown.current = true;
    settings.change({ rightTab: firstTab, rightOpen: true });
  }, [firstTab, settings]);
  return useMemo(
    () => ({
      drawer,
      leftOpen: values.leftOpen,
      leftWidth: values.leftWidth,
      rightOpen: drawer ? drawerOpen : values.rightOpen,
      rightWidth: values.rightWidth,
      tab: values.rightTab,
      toggleLeft: () => settings.change({ leftOpen: !values.leftOpen }),
      toggleRight: () =>
        drawer ? setDrawerOpen((before) => !before) : settings.change({ rightOpen: !values.rightOpen }),
      /** Takes the drawer from over what is shown now. */
      closeDrawer,
      showTab: (rightTab: RightTab) => {
        settings.change({ rightTab, ...(drawer ? {} : { rightOpen: true }) });
        if (drawer) setDrawerOpen(true);
      },
    }),
    [drawer, drawerOpen, closeDrawer, values, settings],
  );
}

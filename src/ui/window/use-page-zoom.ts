/** The zoom of the page: what the drafter chose, or as large as the pane allows with 28 characters a line. */
import { type RefObject, useEffect, useState } from "react";
import { useStore } from "zustand";
import { useServices } from "../services.ts";
import { fitZoomOf } from "./fit-zoom.ts";

/** Sets the zoom of the page and gives the percent that fits the pane now. */
export function usePageZoom(pane: RefObject<HTMLElement | null>): number {
  const { settings } = useServices();
  const chosen = useStore(settings, (values) => values.zoom);
  const [fit, setFit] = useState(100);
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      // Behind the preview the page has no width.
      if (element.clientWidth > 0) setFit(fitZoomOf(element.clientWidth));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  useEffect(() => {
    pane.current?.style.setProperty("--page-zoom", String((chosen === "fit" ? fit : chosen) / 100));
  }, [pane, chosen, fit]);
  return fit;
}

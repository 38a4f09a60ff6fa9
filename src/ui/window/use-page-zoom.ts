/** The zoom of the page: what the drafter chose, or as large as the pane allows with 28 characters a line. */
import { type RefObject, useEffect, useState } from "react";
import { useStore } from "zustand";
import { useServices } from "../services.ts";
import { fitZoomOf } from "./fit-zoom.ts";

/** Property of the pane that the style sheet reads. */
const ZOOM = "--page-zoom";

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
    if (pane.current) zoomTo(pane.current, (chosen === "fit" ? fit : chosen) / 100);
  }, [pane, chosen, fit]);
  return fit;
}

/** Zooms the page, and keeps what is at its upper edge there. */
function zoomTo(pane: HTMLElement, zoom: number): void {
  const before = Number(pane.style.getPropertyValue(ZOOM)) || 1;
  const canvas = pane.querySelector(".paper-canvas");
  const top = canvas?.scrollTop ?? 0;
  pane.style.setProperty(ZOOM, String(zoom));
  if (canvas) canvas.scrollTop = (top * zoom) / before;
}

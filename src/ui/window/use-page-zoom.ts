/** The zoom of the page: what the drafter chose, or as large as the pane allows with 28 characters a line. */
import { type RefObject, useEffect, useState } from "react";
import { useStore } from "zustand";
import { useServices } from "../services.ts";
import { zoomStep } from "../session/settings.ts";
import { fitZoomOf } from "./fit-zoom.ts";

/** Property of the pane that the style sheet reads. */
const ZOOM = "--page-zoom";
/** How far a wheel is turned for a step, in CSS pixels: less than a notch of any mouse, more than a touch of a trackpad. */
const WHEEL_STEP = 50;

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
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    let turned = 0;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      // The browser would zoom the whole window.
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < WHEEL_STEP) return;
      const { zoom } = settings.getState();
      settings.change({ zoom: zoomStep(zoom === "fit" ? fit : zoom, turned < 0 ? 1 : -1) });
      turned = 0;
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [pane, settings, fit]);
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

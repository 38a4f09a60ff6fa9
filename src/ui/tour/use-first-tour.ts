/** Whether the tour is shown: by itself with the first plan that is opened, until it has been gone through or left. */
import { useCallback, useEffect, useState } from "react";
import { useServices } from "../services.ts";

/** `busy`: a dialog is open, which is as good as leaving the tour. */
export function useFirstTour(planShown: boolean, busy: boolean) {
  const { settings } = useServices();
  const [touring, setTouring] = useState(false);
  const startTour = useCallback(() => setTouring(true), []);
  const endTour = useCallback(() => {
    setTouring(false);
    settings.change({ tourDone: true });
  }, [settings]);
  useEffect(() => {
    if (!planShown || settings.getState().tourDone) return;
    // After the window has put the keyboard where it begins, so that it can be given back to there.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(startTour);
    });
    return () => cancelAnimationFrame(frame);
  }, [planShown, settings, startTour]);
  useEffect(() => {
    if (touring && busy) endTour();
  }, [touring, busy, endTour]);
  return { touring, startTour, endTour };
}

/** Whether the tour is shown: by itself with the first plan that is opened, until it has been gone through or left. */
import { useEffect, useState } from "react";
import { useServices } from "../services.ts";

export function useFirstTour(planShown: boolean) {
  const { settings } = useServices();
  const [touring, setTouring] = useState(false);
  useEffect(() => {
    if (!planShown || settings.getState().tourDone) return;
    // After the window has put the keyboard where it begins, so that it can be given back to there.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setTouring(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [planShown, settings]);
  return [touring, setTouring] as const;
}

/** Which screen the window shows: the start screen, or the one open plan. */
import { type ReactNode, useCallback, useState } from "react";
import type { OpenedPlan } from "./platform/platform.ts";
import { useServices } from "./services.ts";
import type { RightTab } from "./session/settings.ts";
import { StartScreen } from "./start/start-screen.tsx";
import { PlanWindow } from "./window/plan-window.tsx";

/** A plan that has just been opened; `tab` is the panel to show first, where one suggests itself. */
interface OpenPlan {
  readonly opened: OpenedPlan;
  readonly tab: RightTab | undefined;
}

export function Screens(): ReactNode {
  const { bars } = useServices();
  const [plan, setPlan] = useState<OpenPlan>();
  const leave = useCallback(() => {
    for (const bar of bars.getState().bars) bars.close(bar.topic);
    setPlan(undefined);
  }, [bars]);
  const open = useCallback(
    (opened: OpenedPlan, tab?: RightTab) => {
      for (const bar of bars.getState().bars) bars.close(bar.topic);
      setPlan({ opened, tab });
    },
    [bars],
  );
  if (!plan) return <StartScreen onOpen={open} />;
  return <PlanWindow key={plan.opened.session} opened={plan.opened} firstTab={plan.tab} onLeave={leave} />;
}

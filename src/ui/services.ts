/** What every component may need, handed down by context: no module holds state. */
import { createContext, useContext } from "react";
import type { Host } from "../host/client.ts";
import type { ReplyOf } from "../host/contract.ts";
import type { Platform } from "./platform/platform.ts";
import type { BarStore } from "./session/bars.ts";
import type { SettingsStore } from "./session/settings.ts";

export type AppStatus = ReplyOf<"app.status">;

export interface Services {
  readonly host: Host;
  readonly platform: Platform;
  readonly settings: SettingsStore;
  readonly bars: BarStore;
  readonly status: AppStatus;
  readonly now: () => Date;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

/** The services; a component outside of the provider is a bug. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("no services above this component");
  return services;
}

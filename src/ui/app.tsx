/** The app from connection to screen: connects, loads status and settings, then shows start screen or plan. */
import { Button, FluentProvider, Spinner } from "@fluentui/react-components";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Host } from "../host/client.ts";
import type { Failure } from "../host/contract.ts";
import { appStrings } from "./app.strings.ts";
import { failureText } from "./messages.ts";
import { createBrowserPlatform } from "./platform/browser.ts";
import type { Connection } from "./platform/connect.ts";
import { createDesktopPlatform } from "./platform/desktop.ts";
import { Screens } from "./screens.tsx";
import { type Services, ServicesContext } from "./services.ts";
import { createBarStore } from "./session/bars.ts";
import { createSettingsStore, readSettings } from "./session/settings.ts";
import { useSystemIsDark } from "./theme/system.ts";
import { darkTheme, themeOf } from "./theme/theme.ts";
import "./app.css";

/** The whole user interface. */
export function App({ connection }: { readonly connection: Connection }): ReactNode {
  if (connection.ok) return <Connected host={connection.host} />;
  return (
    <Bare>
      <Notice title={appStrings.noKeyTitle} text={appStrings.noKeyText} />
    </Bare>
  );
}

type Loading =
  | { readonly state: "waiting" }
  | { readonly state: "failed"; readonly failure: Failure }
  | { readonly state: "ready"; readonly services: Services };

function Connected({ host }: { readonly host: Host }): ReactNode {
  const [loading, setLoading] = useState<Loading>({ state: "waiting" });
  const load = useCallback(async () => {
    setLoading({ state: "waiting" });
    setLoading(await loadServices(host));
  }, [host]);
  useEffect(() => void load(), [load]);

  if (loading.state === "ready") return <Themed services={loading.services} />;
  return (
    <Bare>
      {loading.state === "waiting" ? (
        <Spinner className="app-starting" label={appStrings.starting} />
      ) : (
        <Notice title={appStrings.unreachableTitle} text={failureText(loading.failure, "other")}>
          <Button appearance="primary" onClick={() => void load()}>
            {appStrings.retry}
          </Button>
        </Notice>
      )}
    </Bare>
  );
}

async function loadServices(host: Host): Promise<Loading> {
  const [status, settings] = await Promise.all([host.call("app.status", {}), host.call("settings.get", {})]);
  if (!status.ok) return { state: "failed", failure: status.failure };
  // Settings that cannot be read are no reason to keep anybody from writing.
  const values = settings.ok ? settings.value.values : {};
  const services: Services = {
    host,
    status: status.value,
    platform: status.value.dialogs ? createDesktopPlatform(host) : createBrowserPlatform(host),
    settings: createSettingsStore(host, readSettings(values)),
    bars: createBarStore(),
    now: () => new Date(),
  };
  return { state: "ready", services };
}

function Themed({ services }: { readonly services: Services }): ReactNode {
  const choice = useStore(services.settings, (settings) => settings.theme);
  const theme = themeOf(choice, useSystemIsDark());
  useEffect(() => markTheme(theme === darkTheme), [theme]);
  return (
    <FluentProvider theme={theme}>
      <ServicesContext value={services}>
        <div className="app">
          <Screens />
        </div>
      </ServicesContext>
    </FluentProvider>
  );
}

/** A screen before there are settings: it follows the system. */
function Bare({ children }: { readonly children: ReactNode }): ReactNode {
  const dark = useSystemIsDark();
  useEffect(() => markTheme(dark), [dark]);
  return (
    <FluentProvider theme={themeOf("system", dark)}>
      <div className="app app-bare">{children}</div>
    </FluentProvider>
  );
}

function Notice(props: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <main className="app-notice">
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      {props.children}
    </main>
  );
}

/** Tells the plain style sheets which of their colours to use. */
function markTheme(dark: boolean): void {
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

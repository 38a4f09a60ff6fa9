import { app, type Session, type WebContents } from "electron";
import { isAppAddress } from "./app-address.ts";

/** Schemes that never leave the machine: data and blob images, and the developer tools. */
const LOCAL_SCHEMES = new Set(["data:", "blob:", "devtools:"]);

/** Gives every page that is ever created in the app the same limits; must run before the first window. */
export function protectContents(): void {
  // Every window asks for the sandbox itself; this holds for whatever else might be created.
  if (!app.isReady()) app.enableSandbox();
  app.on("web-contents-created", (_event, contents) => protect(contents));
}

/** Denies every permission and every device, and cancels every request that would leave the machine. */
export function protectSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const isLocal = URL.canParse(details.url) && LOCAL_SCHEMES.has(new URL(details.url).protocol);
    answer({ cancel: !isLocal && !isAppAddress(details.url) });
  });
}

function protect(contents: WebContents): void {
  const stay = (event: { readonly preventDefault: () => void }, url: string) => {
    if (!isAppAddress(url)) event.preventDefault();
  };
  contents.on("will-navigate", (event) => stay(event, event.url));
  contents.on("will-redirect", (event) => stay(event, event.url));
  contents.on("will-frame-navigate", (event) => stay(event, event.url));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

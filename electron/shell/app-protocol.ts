import { app, protocol } from "electron";
import { openPage } from "../page/page.ts";
import { SECURITY_HEADERS } from "../page/security-headers.ts";
import { APP_SCHEME, isAppAddress } from "./app-address.ts";

/** Makes the app's scheme a normal, secure origin for the page, with compiled code kept between starts. */
export function registerAppScheme(): void {
  if (app.isReady()) return;
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the built user interface in `uiFolder` at the app's own address and nothing at any other. */
export async function serveApp(uiFolder: string): Promise<void> {
  // The window talks to its host through the preload script, so the page makes no requests.
  const page = await openPage(uiFolder, "'none'");
  protocol.handle(APP_SCHEME, (request) => {
    if (request.method === "GET" && isAppAddress(request.url)) {
      return page.respond(new URL(request.url).pathname);
    }
    return new Response("Refused", { status: 403, headers: SECURITY_HEADERS });
  });
}

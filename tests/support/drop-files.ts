/** Dropping files on a page as a file manager does. */
import type { Page } from "playwright-core";

/** Drops files and folders of this machine on the middle of the window, as a file manager does. */
export async function dropFiles(page: Page, ...files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? (await windowSize(page));
  const at = { x: width * 0.6, y: height * 0.2 };
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  await session.detach();
}

/** A real window has no viewport of its own. */
function windowSize(page: Page): Promise<{ readonly width: number; readonly height: number }> {
  return page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const rectangleSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
const windowStateSchema = z.object({ bounds: rectangleSchema, maximized: z.boolean() });

/** A rectangle on the desktop in device-independent pixels. */
export type Rectangle = Readonly<z.infer<typeof rectangleSchema>>;

/** Where the window was when it was last closed; `bounds` are those of the window while it is not maximized. */
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

/** Smallest size at which text column and status bar fit. */
export const SMALLEST_WINDOW = { width: 960, height: 600 } as const;
const FIRST_WINDOW = { width: 1366, height: 768 } as const;

/** How much of a window must lie on a screen for its title to be within reach. */
const WITHIN_REACH = 80;

/** The state in `file`, or undefined: a first start, a file that is not readable, or one that somebody edited. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return windowStateSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    // Nothing but the place of a window is lost.
    return undefined;
  }
}

/** Writes the state. A failure is ignored: it must not keep a window from closing. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // Nothing but the place of a window is lost.
  }
}

/**
 * Size and place for a new window: those remembered while they can be reached on one of the `screens` (one may have
 * been unplugged), else a size that fits the first screen and no place, which centres the window.
 */
export function placeWindow(
  state: WindowState | undefined,
  screens: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  if (state && screens.some((screen) => isWithinReach(state.bounds, screen))) return state.bounds;
  const [first] = screens;
  return {
    width: Math.min(FIRST_WINDOW.width, first?.width ?? FIRST_WINDOW.width),
    height: Math.min(FIRST_WINDOW.height, first?.height ?? FIRST_WINDOW.height),
  };
}

function isWithinReach(bounds: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
  return (
    across >= WITHIN_REACH &&
    bounds.y >= screen.y &&
    bounds.y <= screen.y + screen.height - WITHIN_REACH &&
    bounds.width >= SMALLEST_WINDOW.width &&
    bounds.height >= SMALLEST_WINDOW.height
  );
}

/** Settings of the window that outlive it: theme, pane widths, zoom. The host keeps them. */
import { z } from "zod";
import { createStore, type StoreApi } from "zustand/vanilla";
import { MAX_AUTHOR_LENGTH } from "../../core/plan/item-notes.ts";
import { NO_TASKS, taskOutputSchema } from "../../core/tasks/task-output.ts";
import type { Host } from "../../host/client.ts";
import { DEFAULT_PATTERN, LONGEST_PATTERN } from "../export/name-pattern.ts";
import { THEME_CHOICES } from "../theme/theme-choice.ts";

/** Widths in CSS pixels. */
export const PANE_LIMITS = {
  left: { least: 180, usual: 240, most: 420 },
  right: { least: 280, usual: 340, most: 560 },
} as const;
export type PaneSide = keyof typeof PANE_LIMITS;

export const ZOOM_STEPS: readonly number[] = [75, 90, 100, 110, 125, 150, 175, 200];
export const RIGHT_TABS = ["suggestions", "dated", "front-matter", "targets", "origins", "review"] as const;
export type RightTab = (typeof RIGHT_TABS)[number];

/** Commands that the palette remembers. */
const RECENT_COMMANDS = 6;

/** Each value has a fallback, so that a hand-edited or older settings file never keeps the window from opening. */
const windowSettingsSchema = z.object({
  theme: z.enum(THEME_CHOICES).catch("system"),
  leftWidth: z.number().catch(PANE_LIMITS.left.usual),
  rightWidth: z.number().catch(PANE_LIMITS.right.usual),
  leftOpen: z.boolean().catch(true),
  rightOpen: z.boolean().catch(true),
  rightTab: z.enum(RIGHT_TABS).catch("suggestions"),
  /** Whether half-width marks typed behind Chinese text become full-width. */
  fullWidthMarks: z.boolean().catch(true),
  /** Whether a sentence that stands in the library is offered to go on while it is written. */
  completion: z.boolean().catch(true),
  /** Percent, or `fit`: as large as the window allows. */
  zoom: z.union([z.literal("fit"), z.number().min(50).max(300)]).catch("fit"),
  /** Whether the tour of the window has been gone through or left. */
  tourDone: z.boolean().catch(false),
  /** Whether all but the part around the caret is dimmed. */
  focus: z.boolean().catch(false),
  /** Who writes notes and keeps versions; empty: not given. */
  author: z.string().max(MAX_AUTHOR_LENGTH).catch(""),
  /** Ids of the commands used last in the palette, the last one first. */
  recentCommands: z.array(z.string().max(64)).max(RECENT_COMMANDS).readonly().catch([]),
  /** How exported files are named (`nameByPattern`), and in which formats they were last written. */
  exportPattern: z.string().max(LONGEST_PATTERN).catch(DEFAULT_PATTERN),
  exportFormats: z
    .array(z.enum(["docx", "pdf", "xlsx", "txt", "html"]))
    .readonly()
    .catch(["docx"]),
  /** What of the task breakdown an export last showed, and whether every unit got a table of its own. */
  exportTasks: taskOutputSchema.catch(NO_TASKS),
  exportPacks: z.boolean().catch(false),
});
export type WindowSettings = Readonly<z.infer<typeof windowSettingsSchema>>;

/** Key of the window's settings among those of the host. */
const SETTINGS_KEY = "window";
/** A drag of a splitter makes many changes; only its result is written. In milliseconds. */
const WRITE_DELAY = 400;

export interface SettingsStore extends StoreApi<WindowSettings> {
  readonly change: (values: Partial<WindowSettings>) => void;
}

/** Settings out of whatever the host has. */
export function readSettings(values: unknown): WindowSettings {
  const outer = z.record(z.string(), z.unknown()).catch({}).parse(values);
  return windowSettingsSchema.parse(z.record(z.string(), z.unknown()).catch({}).parse(outer[SETTINGS_KEY]));
}

/** Width held inside the limits of its side. */
export function boundedWidth(side: PaneSide, width: number): number {
  const { least, most } = PANE_LIMITS[side];
  return Math.round(Math.min(most, Math.max(least, width)));
}

/**
 * A store that writes changes back a moment later. A failed write is not reported: losing a pane width is not worth
 * a message, and the next change writes everything again.
 */
export function createSettingsStore(host: Pick<Host, "call">, initial: WindowSettings): SettingsStore {
  const store = createStore<WindowSettings>(() => initial);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    ...store,
    change: (values) => {
      store.setState(values);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { exportFormats, recentCommands, ...values } = store.getState();
        const written = {
          ...values,
          exportFormats: [...exportFormats],
          recentCommands: [...recentCommands],
        };
        void host.call("settings.set", { values: { [SETTINGS_KEY]: written } });
      }, WRITE_DELAY);
    },
  };
}

/** The commands used last after one more was used. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, RECENT_COMMANDS);
}

/** The next larger (1) or smaller (-1) step of zoom, in percent; at the ends the last one. */
export function zoomStep(percent: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? ZOOM_STEPS.find((step) => step > percent)
      : ZOOM_STEPS.findLast((step) => step < percent);
  return next ?? ZOOM_STEPS.at(direction === 1 ? -1 : 0) ?? percent;
}

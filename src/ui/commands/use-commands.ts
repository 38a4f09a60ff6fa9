/** Runs the commands of the table: by key, from the menu bar of the desktop, and by id. */
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { RewriteCause } from "../../core/plan/version.ts";
import {
  COMMANDS,
  type CommandId,
  commandOf,
  commandOfKey,
  type WindowCommandId,
} from "../../host/command-table.ts";
import { MENU_MESSAGE } from "../../host/menu-message.ts";
import { textCommand } from "../editor/index.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { keyOf } from "./keys.ts";

export interface CommandsOptions {
  readonly link: EditorLink;
  /** Whether the page is what is shown, so that its text can be worked on. */
  readonly pageShown: boolean;
  /** What the commands of the window do. */
  readonly actions: Readonly<Record<WindowCommandId, () => void>>;
}

export interface Commands {
  /** Does nothing where the command does not apply. */
  readonly run: (id: CommandId) => void;
  /** Whether a command would do something now. */
  readonly can: (id: CommandId) => boolean;
}

/** Answers keys and the menu bar while the component is there. */
export function useCommands(options: CommandsOptions): Commands {
  const latest = useRef(options);
  latest.current = options;

  const can = useCallback((id: CommandId) => {
    const { link, pageShown } = latest.current;
    const command = textCommand(id);
    if (!command) return true;
    return (pageShown || isHistory(id)) && link.can(command);
  }, []);
  const run = useCallback((id: CommandId) => {
    const { actions, link, pageShown } = latest.current;
    if (isWindowCommand(id)) return actions[id]();
    const command = textCommand(id);
    if (!command || !pageShown) return;
    const cause = REWRITES[id];
    if (cause === undefined) link.run(command);
    else link.rewrite(cause, command);
    link.focus();
  }, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // A key that an input method takes is not ours, and an open dialog has its own.
      if (event.isComposing || event.defaultPrevented || isInDialog(event.target)) return;
      const command = commandOfKey(keyOf(event));
      // Fields have an undo of their own; commands of the text belong to the text.
      if (!command || command.place === "text" || (isHistory(command.id) && isTextField(event.target)))
        return;
      event.preventDefault();
      run(command.id);
    };
    const choose = (event: MessageEvent) => {
      const id = chosenInMenu(event);
      if (id === undefined || document.querySelector("dialog[open]")) return;
      if (isHistory(id) && isTextField(document.activeElement)) document.execCommand(id);
      else run(id);
    };
    window.addEventListener("keydown", press);
    window.addEventListener("message", choose);
    return () => {
      window.removeEventListener("keydown", press);
      window.removeEventListener("message", choose);
    };
  }, [run]);

  return useMemo(() => ({ run, can }), [run, can]);
}

/** Commands that rewrite much at once: the text before them is kept as a version. */
const REWRITES: Partial<Record<CommandId, RewriteCause>> = {
  "accept-all-changes": "revisions",
  "reject-all-changes": "revisions",
};

const WINDOW_COMMANDS: ReadonlySet<string> = new Set(
  COMMANDS.filter(({ place }) => place === "window").map(({ id }) => id),
);

function isWindowCommand(id: CommandId): id is WindowCommandId {
  return WINDOW_COMMANDS.has(id);
}

function isHistory(id: CommandId): id is "undo" | "redo" {
  return id === "undo" || id === "redo";
}

/** The command of a message from our own preload script; undefined for any other message. */
function chosenInMenu({ source, data }: MessageEvent): CommandId | undefined {
  if (source !== window || typeof data !== "object" || data === null) return undefined;
  const { type, id }: { readonly type?: unknown; readonly id?: unknown } = data;
  return type === MENU_MESSAGE && typeof id === "string" ? commandOf(id)?.id : undefined;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

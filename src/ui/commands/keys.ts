/** Keys: from an event to the way the command table writes them, and from there to what people read. */
import { commandOf } from "../../host/command-table.ts";

/** What is looked at of a keyboard event. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Signs by the place of their key: with Shift, or another layout, `key` is a different one. */
const SIGNS: Readonly<Record<string, string>> = {
  Slash: "/",
  Backslash: "\\",
  Comma: ",",
  Period: ".",
  Minus: "-",
  Equal: "=",
  BracketLeft: "[",
  BracketRight: "]",
  Quote: "'",
  Semicolon: ";",
  Space: "Space",
};

/** The key as the command table writes it, e.g. `Mod+Shift+F`. */
export function keyOf(event: PressedKey): string {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  return [
    ...(ctrlKey || metaKey ? ["Mod"] : []),
    ...(altKey ? ["Alt"] : []),
    ...(shiftKey ? ["Shift"] : []),
    baseOf(event),
  ].join("+");
}

function baseOf({ key, code }: PressedKey): string {
  const letterOrDigit = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  return letterOrDigit?.[1] ?? letterOrDigit?.[2] ?? SIGNS[code] ?? key;
}

const SHOWN: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Space: "空格",
};

/** The key as it is shown, e.g. `Ctrl+Shift+F`. */
export function shownKey(key: string): string {
  return key
    .split("+")
    .map((part) => SHOWN[part] ?? part)
    .join("+");
}

/** The first key of a command as it is shown; undefined where it has none. */
export function shownKeyOf(id: string): string | undefined {
  const key = commandOf(id)?.keys[0];
  return key === undefined ? undefined : shownKey(key);
}

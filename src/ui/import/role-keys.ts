/** The key of each role: one stroke on a line decides what it is. */
import type { LineRole } from "../../core/reading/decisions.ts";

export interface RoleKey {
  readonly role: LineRole;
  /** As printed on the key. */
  readonly key: string;
  readonly codes: readonly string[];
}

export const ROLE_KEYS: readonly RoleKey[] = [
  { role: "title", key: "T", codes: ["KeyT"] },
  { role: "part", key: "P", codes: ["KeyP"] },
  { role: "section", key: "1", codes: ["Digit1", "Numpad1"] },
  { role: "subsection", key: "2", codes: ["Digit2", "Numpad2"] },
  { role: "item", key: "3", codes: ["Digit3", "Numpad3"] },
  { role: "clause", key: "4", codes: ["Digit4", "Numpad4"] },
  { role: "text", key: "0", codes: ["Digit0", "Numpad0"] },
  { role: "furniture", key: "Delete", codes: ["Delete", "Backspace"] },
];

/** Role for a key by its place on the keyboard, so that an input method that is on does not matter. */
export function roleOfKey(code: string): LineRole | undefined {
  return ROLE_KEYS.find(({ codes }) => codes.includes(code))?.role;
}

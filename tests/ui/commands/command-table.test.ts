import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import { COMMANDS, commandOf, commandOfKey } from "../../../src/host/command-table.ts";
import { keyOf } from "../../../src/ui/commands/keys.ts";
import { searchCommands } from "../../../src/ui/commands/search-commands.ts";
import { WRITING_KEYS } from "../../../src/ui/editor/keymap.ts";

/** Keys that the menu bar gives to the system's own entries, and those of input methods and browsers. */
const TAKEN = [
  "Mod+Shift+N",
  "Mod+X",
  "Mod+C",
  "Mod+V",
  "Mod+Shift+V",
  "Mod+A",
  "Mod+.",
  "Mod+W",
  "Mod+T",
  "Mod+N",
];

describe("COMMANDS", () => {
  it("gives each key to one command only, and none that writing, the system or an input method has", () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    const others = [...TAKEN, ...Object.keys(WRITING_KEYS).map((key) => key.replaceAll("-", "+"))];
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
    expect(keys.filter((key) => others.includes(key))).toEqual([]);
  });

  it("has ids and names of their own", () => {
    for (const values of [COMMANDS.map(({ id }) => id), COMMANDS.map(({ name }) => name)])
      expect(new Set(values).size).toBe(values.length);
  });

  it.each(COMMANDS.map(({ id, name }) => [name, id]))(
    "finds %s in the palette by name and by initials",
    (name, id) => {
      const plain = name.replace(/[^\p{Script=Han}\da-z]/giu, "");
      const initials = pinyin(plain, { pattern: "first", toneType: "none", type: "array" }).join("");
      for (const typed of [name, initials])
        expect(searchCommands(typed, []).map((command) => command.id)).toContain(id);
    },
  );
});

describe("commandOfKey", () => {
  it("knows the command of each key, also of the second one", () => {
    expect(commandOfKey("Mod+Shift+Z")).toBe(commandOf("redo"));
    expect(commandOfKey("Mod+Shift+Q")).toBeUndefined();
  });
});

describe("keyOf", () => {
  const pressed = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

  it.each([
    [
      "a letter with Shift",
      { ...pressed, ctrlKey: true, shiftKey: true, key: "F", code: "KeyF" },
      "Mod+Shift+F",
    ],
    ["Cmd as Ctrl", { ...pressed, metaKey: true, key: "s", code: "KeyS" }, "Mod+S"],
    [
      "a sign that Shift changed",
      { ...pressed, ctrlKey: true, shiftKey: true, key: "{", code: "BracketLeft" },
      "Mod+Shift+[",
    ],
    [
      "a named key",
      { ...pressed, altKey: true, shiftKey: true, key: "ArrowUp", code: "ArrowUp" },
      "Alt+Shift+ArrowUp",
    ],
    ["a function key", { ...pressed, key: "F5", code: "F5" }, "F5"],
  ])("writes %s as the table does", (_what, event, key) => {
    expect(keyOf(event)).toBe(key);
  });
});

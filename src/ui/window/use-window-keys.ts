/** Keys of the window. Those of the text and of the lists belong to them and never come this far. */
import { useEffect, useRef } from "react";

export interface WindowKeys {
  readonly save: () => void;
  readonly saveAs: () => void;
  readonly export: () => void;
  readonly help: () => void;
  readonly tasks: () => void;
  readonly preview: () => void;
  readonly print: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly toggleLeft: () => void;
  readonly toggleRight: () => void;
  /** 0 for the first tab. */
  readonly showTab: (index: number) => void;
  readonly suggestions: () => void;
  readonly library: () => void;
  readonly find: () => void;
  readonly replace: () => void;
  readonly findNext: () => void;
  readonly findPrevious: () => void;
  readonly nextPane: () => void;
  readonly previousPane: () => void;
}

/** Handles the keys while the component is there. */
export function useWindowKeys(keys: WindowKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // A key that an input method takes is not ours, and an open dialog has its own.
      if (event.isComposing || event.defaultPrevented || isInDialog(event.target)) return;
      const action = actionOf(event, latest.current);
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function actionOf(event: KeyboardEvent, keys: WindowKeys): (() => void) | undefined {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (key === "F1") return keys.help;
  if (key === "F3") return shiftKey ? keys.findPrevious : keys.findNext;
  if (key === "F9") return keys.tasks;
  if (key === "F5" && !control && !shiftKey && !altKey) return keys.preview;
  if (key === "F6") return shiftKey ? keys.previousPane : keys.nextPane;
  if (altKey && !control && event.code === "Slash") return keys.suggestions;
  if (!control || altKey) return undefined;
  switch (event.code) {
    case "KeyS":
      return shiftKey ? keys.saveAs : keys.save;
    case "KeyF":
      return shiftKey ? keys.library : keys.find;
    case "KeyH":
      return shiftKey ? undefined : keys.replace;
    case "KeyE":
      return keys.export;
    case "KeyP":
      return shiftKey ? undefined : keys.print;
    case "KeyZ":
      if (isTextField(event.target)) return undefined;
      return shiftKey ? keys.redo : keys.undo;
    case "KeyY":
      return isTextField(event.target) ? undefined : keys.redo;
    case "Backslash":
      return keys.toggleLeft;
    case "Slash":
      return keys.toggleRight;
    case "Space":
      return keys.suggestions;
    case "Digit1":
    case "Digit2":
    case "Digit3":
    case "Digit4":
      return () => keys.showTab(Number(event.code.at(-1)) - 1);
    default:
      return undefined;
  }
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

/** Fields have an undo of their own for what is being typed into them. */
function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

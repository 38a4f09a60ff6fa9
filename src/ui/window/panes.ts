/** F6: the keyboard goes round the panes of the window. */

/** Attribute that makes an element a pane; an element with `data-pane-focus` inside gets the keyboard. */
const PANE = "[data-pane]";
const FOCUSABLE =
  '[data-pane-focus], [contenteditable="true"], [tabindex="0"], button:not(:disabled), input:not(:disabled), textarea';

/** Puts the keyboard into the pane after (1) or before (-1) the one that has it, and skips what is folded. */
export function focusNextPane(root: ParentNode, active: Element | null, direction: 1 | -1): void {
  const panes = [...root.querySelectorAll(PANE)];
  const here = panes.findIndex((pane) => pane.contains(active));
  // From between two panes, as on the line that resizes them, it is not far to either.
  const passed = panes.findLastIndex((pane) => isBehind(active, pane));
  const from = here >= 0 ? here : direction > 0 ? passed : passed + 1;
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(from + direction * step + panes.length * 2) % panes.length];
    const target = pane && focusableIn(pane);
    if (!target) continue;
    target.focus();
    return;
  }
}

function isBehind(active: Element | null, pane: Element): boolean {
  if (!active) return false;
  return (pane.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function focusableIn(pane: Element): HTMLElement | undefined {
  const preferred = pane.querySelector("[data-pane-focus]") ?? pane.querySelector('[contenteditable="true"]');
  const found = preferred ?? pane.querySelector(FOCUSABLE);
  // The page keeps its place behind whatever stands over it.
  return found instanceof HTMLElement && found.checkVisibility() ? found : undefined;
}

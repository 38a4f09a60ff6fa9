/** F6: the keyboard goes round the panes of the window. */

/** Attribute that makes an element a pane; an element with `data-pane-focus` inside gets the keyboard. */
const PANE = "[data-pane]";
const FOCUSABLE =
  '[data-pane-focus], [contenteditable="true"], [tabindex="0"], button:not(:disabled), input:not(:disabled), textarea';

/** Puts the keyboard into the pane after (1) or before (-1) the one that has it, and skips what is folded. */
export function focusNextPane(root: ParentNode, active: Element | null, direction: 1 | -1): void {
  const panes = [...root.querySelectorAll(PANE)];
  const here = panes.findIndex((pane) => pane.contains(active));
  for (let step = 1; step <= panes.length; step += 1) {
    const at = here < 0 && direction < 0 ? panes.length - step : here + direction * step;
    const pane = panes[(at + panes.length * 2) % panes.length];
    const target = pane && focusableIn(pane);
    if (!target) continue;
    target.focus();
    return;
  }
}

function focusableIn(pane: Element): HTMLElement | undefined {
  const preferred = pane.querySelector("[data-pane-focus]") ?? pane.querySelector('[contenteditable="true"]');
  const found = preferred ?? pane.querySelector(FOCUSABLE);
  return found instanceof HTMLElement ? found : undefined;
}

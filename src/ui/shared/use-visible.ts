/** Which parts of a long list are on the screen or near it. */
import { type RefObject, useEffect, useState } from "react";

/** How far outside of its scrolling frame a part counts as near. */
const MARGIN = "800px 0px";

/** Whether the element is in or near the frame that scrolls it; once left, it is not. */
export function useVisible(element: RefObject<Element | null>): boolean {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const root = target.closest("[data-scroller]");
    const observer = new IntersectionObserver(
      (entries) => setVisible(entries.at(-1)?.isIntersecting ?? false),
      { root, rootMargin: MARGIN },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return visible;
}

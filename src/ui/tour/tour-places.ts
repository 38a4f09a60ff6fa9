/** What the tour points at. */

/** The four steps, in order. */
export const TOUR_PLACES = ["page", "outline", "panels", "export"] as const;
export type TourPlace = (typeof TOUR_PLACES)[number];

/** On which side of its place the explanation stands. */
export const TOUR_SIDES = {
  page: { position: "below", align: "center" },
  outline: { position: "after", align: "top" },
  panels: { position: "before", align: "top" },
  export: { position: "below", align: "end" },
} as const satisfies Record<TourPlace, unknown>;

/** Selectors of a place, the best first: a pane that is folded is shown by the button that unfolds it. */
const SELECTORS: Readonly<Record<TourPlace, readonly string[]>> = {
  page: ['[data-tour="page"]'],
  outline: ['[data-tour="outline"]', '[data-command="toggle-left"]'],
  panels: ['[data-tour="panels"]', '[data-command="toggle-right"]'],
  export: ['[data-command="export"]'],
};

/** How far below the upper edge of the page the explanation of writing begins, in CSS pixels. */
const INTO_PAGE = 156;

/** Where to point: around a pane or button, and for the page, which fills most of the window, at a spot near its upper edge. */
export function tourTarget(place: TourPlace, root: ParentNode): { getBoundingClientRect: () => DOMRect } {
  const element = SELECTORS[place]
    .map((selector) => root.querySelector(selector))
    .find((found) => found?.checkVisibility());
  return {
    getBoundingClientRect: () => {
      const around = element?.getBoundingClientRect() ?? new DOMRect();
      if (place !== "page") return around;
      return new DOMRect(around.left + around.width / 2, around.top + INTO_PAGE, 0, 0);
    },
  };
}

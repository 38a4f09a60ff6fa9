/** Paper with comfortable margins: 190 mm in CSS pixels. */
const PAPER_WIDTH = (190 / 25.4) * 96;
/** Grey on both sides, and the scroll bar. */
const AROUND = 44;
const LEAST = 50;
/** Larger paper makes nobody read better; a wide window shows more grey instead. */
const MOST = 125;
const STEP = 5;

/** Percent at which the paper fills a pane of this width (CSS pixels) without a horizontal bar. */
export function fitZoomOf(paneWidth: number): number {
  const percent = ((paneWidth - AROUND) / PAPER_WIDTH) * 100;
  return Math.max(LEAST, Math.min(MOST, Math.floor(percent / STEP) * STEP));
}

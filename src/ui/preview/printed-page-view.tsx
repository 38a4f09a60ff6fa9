/** One printed page as a drawing: every piece of text at its place and in its width. */
import { memo, type ReactNode } from "react";
import type { PrintedPage, PrintedText } from "../../core/official/printed-page.ts";
import { fontFamily } from "./fonts.ts";

export interface PrintedPageViewProps {
  readonly page: PrintedPage;
  /** Size on the screen in CSS pixels; undefined: its real size on paper. */
  readonly width?: number;
  readonly label: string;
  /** A piece of text was clicked; undefined: the page is only looked at. */
  readonly onChoose?: (text: PrintedText) => void;
}

const TWIPS_PER_MILLIMETRE = 1440 / 25.4;
const RED = "#f00";
const BLACK = "#000";

export const PrintedPageView = memo(function PrintedPageView({
  page,
  width,
  label,
  onChoose,
}: PrintedPageViewProps): ReactNode {
  const size =
    width === undefined
      ? { width: `${millimetres(page.width)}mm`, height: `${millimetres(page.height)}mm` }
      : { width, height: (width * page.height) / page.width };
  return (
    <svg
      {...size}
      className="printed-page"
      viewBox={`0 0 ${page.width} ${page.height}`}
      role="img"
      aria-label={label}
    >
      {page.rules.map((rule, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn anew as a whole
          key={index}
          x={rule.x}
          y={rule.y}
          width={rule.width}
          height={rule.height}
          fill={rule.red ? RED : BLACK}
        />
      ))}
      {page.texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn anew as a whole
        <PageText key={index} text={text} {...(onChoose ? { onChoose } : {})} />
      ))}
    </svg>
  );
});

function PageText({
  text,
  onChoose,
}: {
  readonly text: PrintedText;
  readonly onChoose?: (text: PrintedText) => void;
}): ReactNode {
  const { x, baseline, width, size, red, turned, runs } = text;
  return (
    // The keyboard has a button for the page that is shown.
    <text
      x={x}
      y={baseline}
      fontSize={size}
      fill={red ? RED : BLACK}
      textLength={width}
      lengthAdjust="spacing"
      {...(turned === 0 ? {} : { transform: `rotate(${turned} ${x} ${baseline})` })}
      {...(onChoose ? { onClick: () => onChoose(text) } : {})}
    >
      {runs.map((run, index) => (
        <tspan
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of a line have no other name
          key={index}
          fontFamily={fontFamily(run.font)}
          {...(run.bold ? { fontWeight: "bold" } : {})}
        >
          {run.text}
        </tspan>
      ))}
    </text>
  );
}

function millimetres(twips: number): number {
  return Math.round((twips / TWIPS_PER_MILLIMETRE) * 100) / 100;
}

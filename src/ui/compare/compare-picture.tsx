/** The picture on the page, and as a PNG for a file. */
import { type ReactNode, type RefObject, useMemo } from "react";
import type { PairKind, PlanComparison } from "../../core/compare/comparison.ts";
import { compareStrings as strings } from "./compare.strings.ts";
import { BAR_WIDTH, type Bar, pictureOf } from "./picture.ts";

/** Colours of the kinds on white; a picture is for paper, whatever the theme. */
const COLOURS: Record<PairKind, string> = {
  carried: "#9fb8cf",
  reworded: "#e8c27a",
  moved: "#b9a5d6",
  merged: "#8fc7b5",
  split: "#a9c98a",
  new: "#6fb56f",
  dropped: "#d99a8c",
};
/** Pixels of the PNG for one of the picture. */
const SCALE = 2;

export interface ComparePictureProps {
  readonly comparison: PlanComparison;
  readonly svgRef: RefObject<SVGSVGElement | null>;
}

export function ComparePicture({ comparison, svgRef }: ComparePictureProps): ReactNode {
  const { width, height, last, next, bands, legend } = useMemo(() => pictureOf(comparison), [comparison]);
  const title = (text: string) => text.replaceAll("\n", "") || strings.untitled;
  return (
    <svg
      ref={svgRef}
      className="compare-picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={strings.views.picture}
      xmlns="http://www.w3.org/2000/svg"
      fontFamily='"Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif'
    >
      <rect width={width} height={height} fill="#ffffff" />
      <text x={0} y={32} fontSize={15} fill="#222222">
        {strings.last(title(comparison.last.title))}
      </text>
      <text x={width} y={32} fontSize={15} fill="#222222" textAnchor="end">
        {strings.next(title(comparison.next.title))}
      </text>
      {legend.map(({ kind, label, left }) => (
        <g key={kind}>
          <rect x={left} y={50} width={14} height={14} rx={3} fill={COLOURS[kind]} />
          <text x={left + 20} y={62} fontSize={13} fill="#222222">
            {label}
          </text>
        </g>
      ))}
      {bands.map(({ key, path, kind }) => (
        <path key={key} d={path} fill={COLOURS[kind]} opacity={0.45} />
      ))}
      {last.map((bar) => (
        <BarOf key={bar.id} bar={bar} left={0} />
      ))}
      {next.map((bar) => (
        <BarOf key={bar.id} bar={bar} left={width - BAR_WIDTH} />
      ))}
    </svg>
  );
}

function BarOf({ bar, left }: { readonly bar: Bar; readonly left: number }): ReactNode {
  return (
    <g>
      <rect x={left} y={bar.top} width={BAR_WIDTH} height={bar.height} rx={3} fill={COLOURS[bar.kind]} />
      <text x={left + 8} y={bar.top + 13} fontSize={12} fill="#111111">
        {bar.label}
      </text>
    </g>
  );
}

/** The picture as PNG; undefined where the browser cannot draw it. */
export async function pngOf(svg: SVGSVGElement): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { width, height } = svg.viewBox.baseVal;
  const source = new XMLSerializer().serializeToString(svg);
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  try {
    await image.decode();
  } catch {
    // The picture is too large for the browser.
    return undefined;
  }
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}

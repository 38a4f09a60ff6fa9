/** Ink on a rendered page: where pixels of a colour lie, in millimetres. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const DOTS_PER_INCH = 300;
const MILLIMETRES_PER_DOT = 25.4 / DOTS_PER_INCH;
const OUTPUT_LIMIT = 1 << 28;

export interface InkBand {
  /** Millimetres from the upper edge of the page to the upper edge of the ink, and to below its lower edge. */
  readonly top: number;
  readonly bottom: number;
  /** Millimetres from the left edge of the page. */
  readonly left: number;
  readonly right: number;
}

export type Ink = "red" | "black";

/** Bands of rows that hold ink of the colour, from top to bottom; rows without any divide them. */
export async function inkBands(pdf: string, page: number, ink: Ink): Promise<readonly InkBand[]> {
  const { stdout } = await run(
    "pdftoppm",
    ["-r", String(DOTS_PER_INCH), "-f", String(page), "-l", String(page), pdf],
    { encoding: "buffer", maxBuffer: OUTPUT_LIMIT },
  );
  const { width, height, start } = header(stdout);
  const bands: InkBand[] = [];
  let open: { top: number; left: number; right: number } | undefined;
  for (let row = 0; row <= height; row += 1) {
    const span = row < height ? inkSpan(stdout, start + row * width * 3, width, ink) : undefined;
    if (span) {
      open = open
        ? { top: open.top, left: Math.min(open.left, span.left), right: Math.max(open.right, span.right) }
        : { top: row, ...span };
    } else if (open) {
      bands.push({
        top: open.top * MILLIMETRES_PER_DOT,
        bottom: row * MILLIMETRES_PER_DOT,
        left: open.left * MILLIMETRES_PER_DOT,
        right: (open.right + 1) * MILLIMETRES_PER_DOT,
      });
      open = undefined;
    }
  }
  return bands;
}

/** Size of a binary PPM image and where its pixels start. */
function header(image: Buffer): { width: number; height: number; start: number } {
  const match = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString("latin1", 0, 64));
  if (!match) throw new Error("not a binary PPM image");
  return { width: Number(match[1]), height: Number(match[2]), start: match[0].length };
}

/** First and last pixel of a row that have the ink. */
function inkSpan(
  image: Buffer,
  row: number,
  width: number,
  ink: Ink,
): { left: number; right: number } | undefined {
  let left = -1;
  let right = -1;
  for (let column = 0; column < width; column += 1) {
    const offset = row + column * 3;
    const isRed = (image[offset] ?? 255) > 150 && (image[offset + 1] ?? 255) < 120;
    const isBlack = (image[offset] ?? 255) < 128;
    if (ink === "red" ? !isRed : !isBlack) continue;
    if (left < 0) left = column;
    right = column;
  }
  return left < 0 ? undefined : { left, right };
}

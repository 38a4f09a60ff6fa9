/** Grey images of pages: read from PNG and PGM, written as small PNG, and compared as tolerantly as an eye would. */
import { crc32, deflateSync, inflateSync } from "node:zlib";

export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** One byte for each pixel, row by row: 0 is black, 255 white. */
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bits of a written pixel: sixteen greys are enough for the eye and for the comparison. */
const WRITTEN_BITS = 4;
const WRITTEN_STEP = 255 / (2 ** WRITTEN_BITS - 1);
const GREY = 0;

/** A PNG of sixteen greys. */
export function greyPng({ width, height, pixels }: GreyImage): Uint8Array {
  const stride = Math.ceil(width / 2);
  const rows = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const level = Math.round((pixels[row * width + column] ?? 255) / WRITTEN_STEP);
      const at = row * (stride + 1) + 1 + (column >> 1);
      rows[at] = (rows[at] ?? 0) | (column % 2 === 0 ? level << WRITTEN_BITS : level);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = WRITTEN_BITS;
  header[9] = GREY;
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND")];
  return Buffer.concat([SIGNATURE, ...parts]);
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(data.length, 0);
  body.copy(result, 4);
  result.writeUInt32BE(crc32(body), body.length + 4);
  return result;
}

/** Reads a grey PNG of 1, 2, 4 or 8 bits that is not interlaced; throws for any other. */
export function readGreyPng(bytes: Uint8Array): GreyImage {
  const file = Buffer.from(bytes);
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error("not a PNG");
  const data: Buffer[] = [];
  let header = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === "IHDR") header = Buffer.from(body);
    if (name === "IDAT") data.push(body);
    at += length + 12;
  }
  const [width, height, bits, colour] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header[8] ?? 0,
    header[9],
  ];
  if (colour !== GREY || bits > 8 || header[12] !== 0) throw new Error("not a plain grey PNG");
  const stride = Math.ceil((width * bits) / 8);
  const rows = unfiltered(inflateSync(Buffer.concat(data)), stride, height);
  const most = 2 ** bits - 1;
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const bit = column * bits;
      const byte = rows[row * stride + (bit >> 3)] ?? 0;
      pixels[row * width + column] = (((byte >> (8 - bits - (bit & 7))) & most) * 255) / most;
    }
  }
  return { width, height, pixels };
}

/** Reads a binary PGM image, as poppler writes it. */
export function readPgm(bytes: Uint8Array): GreyImage {
  const file = Buffer.from(bytes);
  const match = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString("latin1", 0, 64));
  if (!match) throw new Error("not a binary PGM image");
  return {
    width: Number(match[1]),
    height: Number(match[2]),
    pixels: new Uint8Array(file.subarray(match[0].length)),
  };
}

/** Rows of a PNG without the prediction each was stored with; pixels are a byte at most. */
function unfiltered(stored: Buffer, stride: number, height: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = stored[row * (stride + 1)];
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column > 0 ? (rows[at - 1] ?? 0) : 0;
      const above = row > 0 ? (rows[at - stride] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (rows[at - stride - 1] ?? 0) : 0;
      const guesses = [0, left, above, (left + above) >> 1, nearest(left, above, corner)];
      rows[at] = (stored[row * (stride + 1) + 1 + column] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
  return rows;
}

/** The neighbour nearest to left + above − corner (PNG filter 4). */
function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}

/** Rasterisers disagree by a pixel about the edge of a stroke: this much around a pixel is averaged. */
const BLUR_RADIUS = 3;
/** Greys, of 255, by which a blurred pixel must differ to be another one. */
const GREY_THRESHOLD = 30;
/** Side of the squares that are judged one by one, in pixels: at 50 dpi less than the pitch of a line. */
const TILE = 16;
/**
 * Share of other pixels with which a square still looks the same. On these pages poppler's other rasteriser reaches 0.22, a
 * whole page moved by one line at least 0.53, and its topmost line or rule moved alone at least 0.37.
 */
export const LARGEST_SHARE = 0.27;

/** Share of pixels that differ in the square of the two images that differs most: 0 to 1; 1 where the sizes differ. */
export function worstDifference(one: GreyImage, other: GreyImage): number {
  const { width, height } = one;
  if (width !== other.width || height !== other.height) return 1;
  const [first, second] = [blurred(one), blurred(other)];
  let worst = 0;
  for (let top = 0; top < height; top += TILE) {
    for (let left = 0; left < width; left += TILE) {
      let different = 0;
      for (let row = top; row < Math.min(height, top + TILE); row += 1) {
        for (let column = left; column < Math.min(width, left + TILE); column += 1) {
          const at = row * width + column;
          if (Math.abs((first[at] ?? 0) - (second[at] ?? 0)) > GREY_THRESHOLD) different += 1;
        }
      }
      worst = Math.max(worst, different / TILE ** 2);
    }
  }
  return worst;
}

function blurred({ width, height, pixels }: GreyImage): Float32Array {
  const across = averaged(pixels, width, height, 1);
  return averaged(across, width, height, width);
}

/** Each pixel with the average along one direction; `step` leads to the next pixel there. Paper is beyond the edges. */
function averaged(pixels: ArrayLike<number>, width: number, height: number, step: number): Float32Array {
  const result = new Float32Array(width * height);
  for (let at = 0; at < result.length; at += 1) {
    let sum = 0;
    for (let offset = -BLUR_RADIUS; offset <= BLUR_RADIUS; offset += 1)
      sum += pixels[at + offset * step] ?? 255;
    result[at] = sum / (2 * BLUR_RADIUS + 1);
  }
  return result;
}

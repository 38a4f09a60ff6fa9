/** Streams of a compound file ([MS-CFB]), the container of old Office files. */

const HEADER = 512;
const FREE_FROM = 0xfffffffa;
const ENTRY = 128;
const HEADER_DIFAT = 109;
/** Streams shorter than this are kept in the mini stream. */
const MINI_CUTOFF = 4_096;
const MINI_SECTOR = 64;
const ROOT = 5;

/** The streams asked for, by name; one that is not there is missing. Throws a RangeError where the file is cut off. */
export function compoundStreams(
  bytes: Uint8Array,
  names: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << view.getUint16(30, true);
  const sector = (number: number) => {
    const at = HEADER + number * size;
    if (size < HEADER || at + size > bytes.byteLength) throw new RangeError(`sector ${number}`);
    return bytes.subarray(at, at + size);
  };
  const table = (numbers: readonly number[]) => words(joined(numbers.map(sector)));
  const fat = table(fatSectors(view, sector, size));
  const follow = (first: number, next = fat, unit = size) => chain(first, next, bytes.byteLength / unit);
  const stream = (first: number) => joined(follow(first).map(sector));
  const miniFat = table(follow(view.getUint32(60, true)));
  const entries = directoryOf(stream(view.getUint32(48, true)));
  const root = entries.find(({ kind }) => kind === ROOT);
  const mini = root ? stream(root.first) : new Uint8Array();
  const found = new Map<string, Uint8Array>();
  for (const { name, first, length } of entries) {
    if (!names.includes(name)) continue;
    const whole =
      length < MINI_CUTOFF
        ? joined(
            follow(first, miniFat, MINI_SECTOR).map((number) =>
              mini.subarray(number * MINI_SECTOR, (number + 1) * MINI_SECTOR),
            ),
          )
        : stream(first);
    found.set(name, whole.subarray(0, length));
  }
  return found;
}

/** Sectors of the allocation table: those in the header, then those of the chain behind it. */
function fatSectors(view: DataView, sector: (number: number) => Uint8Array, size: number): readonly number[] {
  const listed = Array.from({ length: HEADER_DIFAT }, (_, index) => view.getUint32(76 + index * 4, true));
  let next = view.getUint32(68, true);
  const most = view.byteLength / size;
  for (let count = 0; next < FREE_FROM && count < most; count += 1) {
    const more = words(sector(next));
    next = more.at(-1) ?? FREE_FROM;
    for (const number of more.slice(0, -1)) listed.push(number);
  }
  return listed.filter((number) => number < FREE_FROM).slice(0, most);
}

/** Numbers of a chain in order; one longer than the file runs in a circle and is damage. */
function chain(first: number, next: readonly number[], longest: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = first; number < FREE_FROM; number = next[number] ?? FREE_FROM) {
    if (numbers.length > longest) throw new RangeError("a chain without end");
    numbers.push(number);
  }
  return numbers;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly first: number;
  readonly length: number;
}

function directoryOf(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= bytes.byteLength; at += ENTRY) {
    const nameBytes = Math.min(64, view.getUint16(at + 64, true));
    const name = new TextDecoder("utf-16le").decode(bytes.subarray(at, at + Math.max(0, nameBytes - 2)));
    entries.push({
      name,
      kind: view.getUint8(at + 66),
      first: view.getUint32(at + 116, true),
      length: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

function words(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, index) =>
    view.getUint32(index * 4, true),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Which list and level each paragraph of an old Word file belongs to, by its own properties or those of its style. */

/** List override (1-based; 0: none) and level. */
export interface ListPlace {
  readonly list: number;
  readonly level: number;
}

/** What a set of properties says; undefined where it says nothing. */
interface ListProperties {
  readonly list?: number;
  readonly level?: number;
}

const PAGE = 512;
const SPRM_LEVEL = 0x260a;
const SPRM_LIST = 0x460b;
const SPRM_TABLE = 0xd608;
/** Sizes of operands by the upper three bits of the code ([MS-DOC] 2.6.1); 0: told by the operand. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3] as const;
const NO_STYLE = 0x0fff;
const DEEPEST_STYLE = 12;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function propertiesIn(bytes: Uint8Array): ListProperties {
  const view = viewOf(bytes);
  let found: ListProperties = {};
  for (let at = 0; at + 3 <= bytes.byteLength; ) {
    const code = view.getUint16(at, true);
    at += 2;
    if (code === SPRM_LEVEL) found = { ...found, level: view.getUint8(at) };
    if (code === SPRM_LIST && at + 2 <= bytes.byteLength) found = { ...found, list: view.getInt16(at, true) };
    const size = OPERANDS[code >> 13] ?? 0;
    if (size > 0) at += size;
    else if (code === SPRM_TABLE) at += view.getUint16(at, true) + 1;
    else at += view.getUint8(at) + 1;
  }
  return found;
}

/** Properties of the paragraph styles by number, those of the styles below them included. */
export function styleLists(table: Uint8Array, start: number): (style: number) => ListProperties {
  const view = viewOf(table);
  const base = view.getUint16(start + 4, true);
  const count = view.getUint16(start + 2, true);
  const styles: (readonly [below: number, own: ListProperties] | undefined)[] = [];
  let at = start + 2 + view.getUint16(start, true);
  for (let index = 0; index < count; index += 1) {
    const size = view.getUint16(at, true);
    styles.push(size === 0 ? undefined : readStyle(table.subarray(at + 2, at + 2 + size), base));
    at += 2 + size;
  }
  const resolve = (style: number, depth: number): ListProperties => {
    const found = styles[style];
    if (!found || depth > DEEPEST_STYLE) return {};
    return { ...resolve(found[0], depth + 1), ...found[1] };
  };
  return (style) => resolve(style, 0);
}

const PARAGRAPH_STYLE = 1;

function readStyle(
  style: Uint8Array,
  base: number,
): readonly [below: number, own: ListProperties] | undefined {
  const view = viewOf(style);
  const kind = view.getUint16(2, true);
  if ((kind & 0x0f) !== PARAGRAPH_STYLE) return undefined;
  const name = base + (base % 2);
  const update = name + 2 + view.getUint16(name, true) * 2 + 2;
  const size = view.getUint16(update, true);
  // The number of the style stands before its properties.
  const own = propertiesIn(style.subarray(update + 4, update + 2 + size));
  const below = kind >> 4;
  return [below === NO_STYLE ? -1 : below, own];
}

/** A run of bytes of the text with one set of paragraph properties. */
export interface ParagraphRun {
  readonly from: number;
  readonly to: number;
  readonly place: ListPlace;
}

/** The runs in order of the text's bytes, from the pages named by PlcfBtePapx ([MS-DOC] 2.8.6). */
export function paragraphRuns(
  document: Uint8Array,
  table: Uint8Array,
  plc: { readonly at: number; readonly size: number },
  styles: (style: number) => ListProperties,
): readonly ParagraphRun[] {
  const view = viewOf(table);
  const pages = Math.floor((plc.size - 4) / 8);
  const runs: ParagraphRun[] = [];
  for (let index = 0; index < pages; index += 1) {
    const number = view.getUint32(plc.at + (pages + 1) * 4 + index * 4, true) & 0x3fffff;
    const page = document.subarray(number * PAGE, (number + 1) * PAGE);
    for (const run of runsOfPage(page, styles)) runs.push(run);
  }
  return runs.sort((one, other) => one.from - other.from);
}

function* runsOfPage(page: Uint8Array, styles: (style: number) => ListProperties): Generator<ParagraphRun> {
  const view = viewOf(page);
  const count = view.getUint8(PAGE - 1);
  for (let index = 0; index < count; index += 1) {
    const at = view.getUint8((count + 1) * 4 + index * 13) * 2;
    const properties = at === 0 ? {} : propertiesAt(page, at, styles);
    yield {
      from: view.getUint32(index * 4, true),
      to: view.getUint32(index * 4 + 4, true),
      place: { list: Math.max(0, properties.list ?? 0), level: properties.level ?? 0 },
    };
  }
}

function propertiesAt(
  page: Uint8Array,
  at: number,
  styles: (style: number) => ListProperties,
): ListProperties {
  const view = viewOf(page);
  const short = view.getUint8(at);
  const from = short === 0 ? at + 2 : at + 1;
  const size = short === 0 ? view.getUint8(at + 1) * 2 : short * 2 - 1;
  const style = view.getUint16(from, true);
  return { ...styles(style), ...propertiesIn(page.subarray(from + 2, from + size)) };
}

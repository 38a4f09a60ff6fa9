/** List definitions of an old Word file ([MS-DOC] 2.9.131 PlfLst, 2.9.132 PlfLfo) in the terms of numbering.xml. */
import type { NumberingDefinitions, NumberingInstance, NumberingLevel } from "../word/numbering.ts";

/** Number formats ([MS-OSHARED] 2.2.1.3 MSONFC) by the names of ST_NumberFormat; others print as decimal. */
const FORMATS: Readonly<Record<number, string>> = {
  0: "decimal",
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  10: "ideographDigital",
  11: "japaneseCounting",
  14: "decimalFullWidth",
  17: "japaneseDigitalTenThousand",
  18: "decimalEnclosedCircle",
  19: "decimalFullWidth2",
  22: "decimalZero",
  23: "bullet",
  26: "decimalEnclosedFullstop",
  27: "decimalEnclosedParen",
  28: "decimalEnclosedCircleChinese",
  29: "ideographEnclosedCircle",
  30: "ideographTraditional",
  33: "taiwaneseCounting",
  34: "ideographLegalTraditional",
  35: "taiwaneseCountingThousand",
  36: "taiwaneseDigital",
  37: "chineseCounting",
  38: "chineseLegalSimplified",
  39: "chineseCountingThousand",
  255: "none",
};

const LSTF = 28;
const LVLF = 28;
const LFO = 16;
const LEVELS = 9;
const SIMPLE = 1;
const LEGAL = 4;
const NEVER_RESTARTS = 8;
const HAS_START = 0x10;
const HAS_LEVEL = 0x20;
const LEVEL_MASK = 0x0f;

/** Definitions by the 1-based number of the list override that paragraphs name. */
export function listDefinitions(table: Uint8Array, lists: number, overrides: number): NumberingDefinitions {
  const levels = readLists(table, lists);
  return { instances: readOverrides(table, overrides, levels) };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

type Levels = ReadonlyMap<number, NumberingLevel>;

function readLists(table: Uint8Array, start: number): ReadonlyMap<number, Levels> {
  const view = viewOf(table);
  const count = view.getInt16(start, true);
  let at = start + 2 + count * LSTF;
  const lists = new Map<number, Levels>();
  for (let index = 0; index < count; index += 1) {
    const list = start + 2 + index * LSTF;
    const isSimple = (view.getUint8(list + 26) & SIMPLE) !== 0;
    const levels = new Map<number, NumberingLevel>();
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) {
      const read = readLevel(table, at);
      levels.set(level, read.level);
      at = read.end;
    }
    lists.set(view.getInt32(list, true), levels);
  }
  return lists;
}

function readLevel(table: Uint8Array, at: number): { readonly level: NumberingLevel; readonly end: number } {
  const view = viewOf(table);
  const flags = view.getUint8(at + 5);
  const text = at + LVLF + view.getUint8(at + 24) + view.getUint8(at + 25);
  const length = view.getUint16(text, true);
  let pattern = "";
  for (let index = 0; index < length; index += 1) {
    const code = view.getUint16(text + 2 + index * 2, true);
    pattern += code < LEVELS ? `%${code + 1}` : String.fromCharCode(code);
  }
  return {
    level: {
      start: view.getInt32(at, true),
      format: FORMATS[view.getUint8(at + 4)] ?? "decimal",
      text: pattern,
      restart: (flags & NEVER_RESTARTS) !== 0 ? view.getUint8(at + 26) : null,
      legal: (flags & LEGAL) !== 0,
    },
    end: text + 2 + length * 2,
  };
}

function readOverrides(
  table: Uint8Array,
  start: number,
  lists: ReadonlyMap<number, Levels>,
): ReadonlyMap<string, NumberingInstance> {
  const view = viewOf(table);
  const count = view.getUint32(start, true);
  if (count * LFO > table.byteLength) throw new RangeError("list overrides");
  let at = start + 4 + count * LFO;
  const instances = new Map<string, NumberingInstance>();
  for (let index = 0; index < count; index += 1) {
    const override = start + 4 + index * LFO;
    const list = view.getInt32(override, true);
    const levels = new Map(lists.get(list));
    const starts = new Map<number, number>();
    // Before the levels of each override stands a character position that means nothing.
    at += 4;
    for (let left = view.getUint8(override + 12); left > 0; left -= 1) {
      const flags = view.getUint32(at + 4, true);
      const level = flags & LEVEL_MASK;
      if ((flags & HAS_START) !== 0 && (flags & HAS_LEVEL) === 0) starts.set(level, view.getInt32(at, true));
      at += 8;
      if ((flags & HAS_LEVEL) === 0) continue;
      const read = readLevel(table, at);
      levels.set(level, read.level);
      if ((flags & HAS_START) !== 0) starts.set(level, read.level.start);
      at = read.end;
    }
    instances.set(String(index + 1), { abstractId: String(list), levels, starts });
  }
  return instances;
}

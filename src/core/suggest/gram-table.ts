/** Numbers 0, 1, 2 … for grams in the order of their first appearance: an open hash table in typed arrays. */
const FIRST_CAPACITY = 1 << 12;
const FULL = 0.6;
const FREE = 0xffff_ffff;

export interface GramTable {
  count: number;
  /** Gram by number. */
  keys: Uint32Array;
  slots: Uint32Array;
}

/** An empty table. */
export function createGramTable(): GramTable {
  return {
    count: 0,
    keys: new Uint32Array(FIRST_CAPACITY),
    slots: new Uint32Array(FIRST_CAPACITY * 2).fill(FREE),
  };
}

/** Number of a gram, given to it now if it is new. */
export function numberOfGram(table: GramTable, key: number): number {
  if (table.count >= table.slots.length * FULL) grow(table);
  const slot = slotOf(table, key);
  const number = table.slots[slot] ?? FREE;
  if (number !== FREE) return number;
  if (table.count === table.keys.length) table.keys = enlarged(table.keys);
  table.keys[table.count] = key;
  table.slots[slot] = table.count;
  table.count += 1;
  return table.count - 1;
}

function slotOf(table: GramTable, key: number): number {
  const { keys, slots } = table;
  const mask = slots.length - 1;
  let slot = (Math.imul(key, 0x9e37_79b1) >>> 7) & mask;
  for (;;) {
    const number = slots[slot] ?? FREE;
    if (number === FREE || keys[number] === key) return slot;
    slot = (slot + 1) & mask;
  }
}

function grow(table: GramTable): void {
  table.slots = new Uint32Array(table.slots.length * 2).fill(FREE);
  for (let number = 0; number < table.count; number += 1)
    table.slots[slotOf(table, table.keys[number] ?? 0)] = number;
}

function enlarged(array: Uint32Array): Uint32Array {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

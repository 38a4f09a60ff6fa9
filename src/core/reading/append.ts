/** Adds the items to the list; unlike `push(...items)` it takes more of them than a call has room for arguments. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

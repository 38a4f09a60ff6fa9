/**
 * Messages as bytes, for transports that carry nothing else: a JSON part and, behind it, the byte arrays it speaks of,
 * raw. Layout: length of the JSON part (4 bytes, big-endian), the JSON part, the arrays in order.
 */
import { z } from "zod";

/** Media type of a message. */
export const MESSAGE_TYPE = "application/vnd.yaodian.message";

const LENGTH_BYTES = 4;

/** `bytes` says where in `value`, which holds null there, each array belongs. */
const headSchema = z.strictObject({
  value: z.unknown(),
  bytes: z
    .array(
      z.strictObject({
        path: z.array(z.union([z.string(), z.int().nonnegative()])).max(16),
        length: z.int().nonnegative(),
      }),
    )
    .max(1024),
});
type BytesPlace = z.infer<typeof headSchema>["bytes"][number];

/** Message of a value made of JSON and `Uint8Array`s. */
export function encodeMessage(value: unknown): Uint8Array<ArrayBuffer> {
  const places: BytesPlace[] = [];
  const parts: Uint8Array[] = [];
  const bare = withoutBytes(value, [], (path, bytes) => {
    places.push({ path: [...path], length: bytes.byteLength });
    parts.push(bytes);
  });
  const head = new TextEncoder().encode(JSON.stringify({ value: bare ?? null, bytes: places }));
  const length = parts.reduce((sum, part) => sum + part.byteLength, LENGTH_BYTES + head.byteLength);
  const message = new Uint8Array(length);
  new DataView(message.buffer).setUint32(0, head.byteLength);
  message.set(head, LENGTH_BYTES);
  let offset = LENGTH_BYTES + head.byteLength;
  for (const part of parts) {
    message.set(part, offset);
    offset += part.byteLength;
  }
  return message;
}

/** Value of a message; throws `RangeError` where the bytes are no message. */
export function decodeMessage(message: Uint8Array): unknown {
  if (message.byteLength < LENGTH_BYTES) throw new RangeError("message is too short");
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const end = LENGTH_BYTES + view.getUint32(0);
  if (end > message.byteLength) throw new RangeError("message is cut");
  const { value, bytes } = parseHead(message.subarray(LENGTH_BYTES, end));
  const root = { value };
  let offset = end;
  for (const { path, length } of bytes) {
    if (offset + length > message.byteLength) throw new RangeError("message is cut");
    place(root, ["value", ...path], message.slice(offset, offset + length));
    offset += length;
  }
  if (offset !== message.byteLength) throw new RangeError("message has bytes too many");
  return root.value;
}

function withoutBytes(
  value: unknown,
  path: (string | number)[],
  found: (path: readonly (string | number)[], bytes: Uint8Array) => void,
): unknown {
  if (value instanceof Uint8Array) {
    found(path, value);
    return null;
  }
  if (typeof value !== "object" || value === null) return value;
  const inside = (key: string | number, child: unknown) => {
    path.push(key);
    const bare = withoutBytes(child, path, found);
    path.pop();
    return bare;
  };
  if (Array.isArray(value)) return value.map((child, index) => inside(index, child));
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, inside(key, child)]));
}

function parseHead(bytes: Uint8Array): z.infer<typeof headSchema> {
  try {
    return headSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    throw new RangeError("message has no readable head", { cause: error });
  }
}

/** Puts an array where the value holds null; own properties only, so that no path reaches a prototype. */
function place(root: object, path: readonly (string | number)[], bytes: Uint8Array): void {
  let parent: unknown = root;
  for (const key of path.slice(0, -1)) parent = ownValue(parent, key);
  const last = path.at(-1);
  if (last === undefined || ownValue(parent, last) !== null) throw new RangeError("no place for bytes");
  Object.defineProperty(parent, last, { value: bytes, enumerable: true, writable: true, configurable: true });
}

function ownValue(parent: unknown, key: string | number): unknown {
  if (typeof parent !== "object" || parent === null || !Object.hasOwn(parent, key)) {
    throw new RangeError("no place for bytes");
  }
  return Object.getOwnPropertyDescriptor(parent, key)?.value;
}

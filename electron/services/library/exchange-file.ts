/** The bytes of a library file: JSON, compressed. Reading bounds what strangers have written before it is looked at. */
import { gunzipSync, gzipSync } from "node:zlib";
import {
  EXCHANGE_FORMAT,
  EXCHANGE_VERSION,
  type ExchangedDocument,
  exchangedDocumentSchema,
  exchangeHeadSchema,
  exchangeTopicsSchema,
  type MergeOutcome,
} from "../../../src/core/suggest/library-exchange.ts";
import type { TopicOverlay } from "../../../src/core/suggest/topic-list.ts";
import { HostError } from "../../../src/host/host-error.ts";

/** Most bytes that a library file may unfold to. */
const MAX_UNFOLDED_BYTES = 256 * 1024 * 1024;
const LONGEST_DETAIL = 300;

export interface ReadExchange {
  readonly documents: readonly ExchangedDocument[];
  readonly refused: readonly MergeOutcome[];
  readonly topics: TopicOverlay | null;
}

export function writeExchange(
  documents: readonly ExchangedDocument[],
  topics: TopicOverlay | null,
): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify({ format: EXCHANGE_FORMAT, version: EXCHANGE_VERSION, topics, documents });
  return new Uint8Array(gzipSync(text));
}

/** Documents of a file, each checked by itself. Fails with `damaged`, `newer` or `too-large` where the file is of no use. */
export function readExchange(bytes: Uint8Array, name: string): ReadExchange {
  const value = unfolded(bytes, name);
  const head = exchangeHeadSchema.safeParse(value);
  if (!head.success) throw new HostError("damaged", "the file is no library file", name);
  if (head.data.version > EXCHANGE_VERSION)
    throw new HostError("newer", `the file has version ${head.data.version}`, name);
  const documents: ExchangedDocument[] = [];
  const refused: MergeOutcome[] = [];
  for (const [index, each] of head.data.documents.entries()) {
    const parsed = exchangedDocumentSchema.safeParse(each);
    if (parsed.success) documents.push(parsed.data);
    else refused.push(refusedOutcome(each, index, parsed.error.message));
  }
  const topics = exchangeTopicsSchema.safeParse((value as { readonly topics?: unknown }).topics ?? null);
  return { documents, refused, topics: topics.success ? topics.data : null };
}

function unfolded(bytes: Uint8Array, name: string): unknown {
  let text: string;
  try {
    const plain = gunzipSync(bytes, { maxOutputLength: MAX_UNFOLDED_BYTES });
    text = new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch (error) {
    const tooLarge = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new HostError(tooLarge ? "too-large" : "damaged", String(error), name, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HostError("damaged", "the file holds no JSON", name, { cause: error });
  }
}

/** Named by its place where even its name cannot be used. */
function refusedOutcome(value: unknown, index: number, detail: string): MergeOutcome {
  const named = exchangedDocumentSchema.pick({ name: true }).loose().safeParse(value);
  return {
    name: named.success ? named.data.name : `#${index + 1}`,
    title: "",
    year: null,
    outcome: "refused",
    detail: detail.slice(0, LONGEST_DETAIL),
    marks: 0,
    corrections: 0,
  };
}

/**
 * The journal's text: a head with the plan the steps start from, then one record per batch of steps. Each is a line
 * `length sum json`: bytes of the JSON, first 16 hex digits of its SHA-256, the JSON.
 */
import { z } from "zod";
import { workPlanSchema } from "../../../src/core/plan/model.ts";
import { sha256 } from "../files/checksum.ts";

/** Version of the journal; a journal of another version is left alone. */
const JOURNAL_FORMAT = 1;

const SUM_DIGITS = 16;
const MAX_LENGTH_DIGITS = 9;
const LINE_END = 0x0a;
const SPACE = 0x20;

/** `plan` is the whole plan and not a reference to its file: the file may be gone or changed when it is needed. */
const headSchema = z.strictObject({
  journal: z.literal(JOURNAL_FORMAT),
  documentId: z.string().min(1).max(64),
  name: z.string(),
  /** Null while the plan has never been saved; so is `seal`, the sum in the envelope of the file. */
  path: z.string().nullable(),
  seal: z.string().nullable(),
  fileRevision: z.int().nonnegative(),
  /** Steps that the plan had taken when the journal began. */
  revision: z.int().nonnegative(),
  at: z.iso.datetime(),
  plan: workPlanSchema,
});
export type JournalHead = Readonly<Omit<z.infer<typeof headSchema>, "journal">>;

/** `revision` after the steps. */
const batchSchema = z.strictObject({
  revision: z.int().positive(),
  at: z.iso.datetime(),
  steps: z.array(z.unknown()).min(1).readonly(),
});
export type JournalBatch = Readonly<z.infer<typeof batchSchema>>;

export interface JournalContent {
  readonly head: JournalHead;
  readonly batches: readonly (JournalBatch & {
    /** Bytes of the journal up to the end of this batch. */
    readonly end: number;
  })[];
  /** Bytes up to the end of the head. */
  readonly headEnd: number;
}

/** Line of a journal's head. */
export function encodeHead(head: JournalHead): Uint8Array {
  return encodeRecord({ journal: JOURNAL_FORMAT, ...head });
}

/** Line of a batch of steps. */
export function encodeBatch(batch: JournalBatch): Uint8Array {
  return encodeRecord(batch);
}

/** What can be read of a journal: up to the first record that is cut or damaged; `undefined` without a head. */
export function decodeJournal(bytes: Uint8Array): JournalContent | undefined {
  const first = recordAt(bytes, 0);
  const head = headSchema.safeParse(first?.value);
  if (!first || !head.success) return undefined;
  const { journal: _, ...rest } = head.data;
  const batches: JournalContent["batches"][number][] = [];
  for (let record = recordAt(bytes, first.end); record; record = recordAt(bytes, record.end)) {
    const batch = batchSchema.safeParse(record.value);
    if (!batch.success) break;
    batches.push({ ...batch.data, end: record.end });
  }
  return { head: rest, batches, headEnd: first.end };
}

function encodeRecord(value: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(value));
  const sum = sha256(json).slice(0, SUM_DIGITS);
  return Buffer.concat([Buffer.from(`${json.byteLength} ${sum} `), json, Buffer.of(LINE_END)]);
}

function recordAt(
  bytes: Uint8Array,
  start: number,
): { readonly value: unknown; readonly end: number } | undefined {
  const lengthEnd = bytes.subarray(start, start + MAX_LENGTH_DIGITS + 1).indexOf(SPACE) + start;
  const digits = asciiOf(bytes.subarray(start, lengthEnd));
  if (!/^[1-9]\d*$/.test(digits)) return undefined;
  const sumEnd = lengthEnd + 1 + SUM_DIGITS;
  const end = sumEnd + 1 + Number(digits);
  if (bytes[sumEnd] !== SPACE || bytes[end] !== LINE_END) return undefined;
  const json = bytes.subarray(sumEnd + 1, end);
  if (sha256(json).slice(0, SUM_DIGITS) !== asciiOf(bytes.subarray(lengthEnd + 1, sumEnd))) return undefined;
  return { value: JSON.parse(new TextDecoder().decode(json)), end: end + 1 };
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

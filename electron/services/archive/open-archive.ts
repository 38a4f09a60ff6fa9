/**
 * Opens a foreign zip package for reading: in memory, by a streaming reader, with limits counted while inflating, so that
 * a header that lies about sizes gains nothing. Nothing is ever written to disk.
 */
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

export const MAX_ARCHIVE_BYTES = 32 * 1024 * 1024;
export const MAX_ARCHIVE_ENTRIES = 2_000;
export const MAX_ENTRY_BYTES = 64 * 1024 * 1024;
export const MAX_TOTAL_BYTES = 256 * 1024 * 1024;
/** Inflated size over packed size, enforced beyond `RATIO_FREE_BYTES` of output: real documents stay below 20. */
export const MAX_INFLATE_RATIO = 100;
export const RATIO_FREE_BYTES = 100 * 1024;

/** The package cannot be used; `reason` is a code. */
export class ArchiveError extends Error {
  readonly reason: "too-large" | "too-many-entries" | "bomb" | "damaged" | "encrypted" | "bad-name";
  constructor(reason: ArchiveError["reason"], detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** Whether bytes begin like a zip package. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

/**
 * Bytes of the entries that `wanted` names, by name. Throws `ArchiveError` where the package is damaged, encrypted, has
 * unsafe names or breaks a limit.
 */
export async function readArchive(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (bytes.byteLength > MAX_ARCHIVE_BYTES) throw new ArchiveError("too-large", `${bytes.byteLength} bytes`);
  const zip = await openZip(bytes);
  try {
    return await readEntries(zip, wanted);
  } finally {
    zip.close();
  }
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(
      buffer,
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: false },
      (error, zip) => {
        if (error) reject(new ArchiveError("damaged", error.message));
        else resolve(zip);
      },
    );
  });
}

function readEntries(
  zip: ZipFile,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Uint8Array>();
    let seen = 0;
    let total = 0;
    const fail = (error: unknown) => reject(asArchiveError(error));
    zip.on("error", fail);
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      seen += 1;
      if (seen > MAX_ARCHIVE_ENTRIES)
        return fail(new ArchiveError("too-many-entries", `more than ${MAX_ARCHIVE_ENTRIES}`));
      if (entry.isEncrypted()) return fail(new ArchiveError("encrypted", entry.fileName));
      if (!wanted(entry.fileName)) return zip.readEntry();
      inflate(zip, entry, MAX_TOTAL_BYTES - total)
        .then((content) => {
          total += content.byteLength;
          entries.set(entry.fileName, content);
          zip.readEntry();
        })
        .catch(fail);
    });
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry, left: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let size = 0;
      const most = Math.min(MAX_ENTRY_BYTES, left);
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > most)
          stream.destroy(new ArchiveError("bomb", `${entry.fileName} inflates beyond ${most} bytes`));
        else if (size > RATIO_FREE_BYTES && size > entry.compressedSize * MAX_INFLATE_RATIO) {
          stream.destroy(
            new ArchiveError("bomb", `${entry.fileName} inflates more than ${MAX_INFLATE_RATIO} times`),
          );
        } else chunks.push(chunk);
      });
      stream.on("error", reject);
      stream.on("end", () => resolve(Buffer.concat(chunks)));
    });
  });
}

function asArchiveError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const name = /relative path|absolute path|invalid characters in fileName/.test(message);
  return new ArchiveError(name ? "bad-name" : "damaged", message);
}

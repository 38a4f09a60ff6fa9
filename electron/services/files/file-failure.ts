import { basename } from "node:path";
import type { FailureCode } from "../../../src/host/contract.ts";
import { HostError } from "../../../src/host/host-error.ts";

/** What the drafter is told for an error of the operating system; what is missing here is a bug or a broken disk. */
const CODES: Readonly<Record<string, FailureCode>> = {
  ENOENT: "not-found",
  ENOTDIR: "not-found",
  EISDIR: "is-folder",
  ENOSPC: "no-space",
  EDQUOT: "no-space",
  EFBIG: "no-space",
  EACCES: "no-permission",
  EPERM: "no-permission",
  EROFS: "read-only",
  EBUSY: "busy",
  ETXTBSY: "busy",
  EMFILE: "busy",
  ENFILE: "busy",
  ENAMETOOLONG: "name-too-long",
  EINVAL: "bad-name",
  EILSEQ: "bad-name",
};

/** Code of an error of the operating system such as `ENOSPC`; `undefined` for any other error. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return "errno" in error || "syscall" in error ? error.code : undefined;
}

/** Whether an error is one of the named errors of the operating system. */
export function isErrno(error: unknown, ...codes: readonly string[]): boolean {
  const code = errnoOf(error);
  return code !== undefined && codes.includes(code);
}

/**
 * The failure for an error that touching `path` gave; an error that is not of the operating system is returned as it
 * is. An unknown one (EIO) becomes `internal`, with the code in its detail.
 */
export function fileFailure(error: unknown, path: string): unknown {
  const code = errnoOf(error);
  if (code === undefined) return error;
  return new HostError(CODES[code] ?? "internal", `${code} on a file`, basename(path), { cause: error });
}

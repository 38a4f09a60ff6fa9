import type { Failure, FailureCode } from "./contract.ts";

/** A failure the caller is told about by its code: a missing file, a full disk. `detail` is English, for the log. */
export class HostError extends Error {
  readonly code: FailureCode;
  /** The file or document concerned, without its folder; null where there is none. */
  readonly subject: string | null;
  /** Document whose kept version can stand in for a damaged plan file. */
  readonly previous: string | undefined;

  constructor(
    code: FailureCode,
    detail: string,
    subject: string | null = null,
    options: ErrorOptions & { readonly previous?: string } = {},
  ) {
    super(detail, options);
    this.name = "HostError";
    this.previous = options.previous;
    this.code = code;
    this.subject = subject;
  }
}

/** The failure as it crosses the boundary. */
export function failureOf({ code, message, subject, previous }: HostError): Failure {
  return { code, detail: message, name: subject, ...(previous === undefined ? {} : { previous }) };
}

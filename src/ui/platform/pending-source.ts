/** A document that was chosen or dropped and is read only when its turn comes. */
import type { Envelope } from "../../host/contract.ts";
import type { SourceFile } from "./platform.ts";

export interface PendingSource {
  /** File name without folder. */
  readonly name: string;
  readonly load: () => Promise<Envelope<SourceFile>>;
}

/** The few things in which the desktop app and an ordinary browser differ, beside the host contract. */
import type { Envelope, ReplyOf, RequestOf } from "../../host/contract.ts";
import type { PageFiles } from "./page-files.ts";

export type OpenedPlan = ReplyOf<"plan.open">;
export type SaveTarget = RequestOf<"plan.saveAs">["target"];
export type ExportTarget = RequestOf<"export.docx">["target"];

/** A source document with its bytes; `name` is the file name without folder. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Asks the drafter for a file name inside the page; undefined when cancelled. */
export type AskName = (proposed: string) => Promise<string | undefined>;

/** Every method gives undefined as value when the drafter cancels. */
export interface Platform {
  readonly kind: "desktop" | "browser";
  readonly chooseSource: () => Promise<Envelope<SourceFile | undefined>>;
  /** Several documents, or all of a folder; none when the drafter cancels. */
  readonly chooseSources: (what: "files" | "folder") => Promise<Envelope<PageFiles>>;
  /** A library file from elsewhere. */
  readonly chooseLibraryFile: () => Promise<Envelope<SourceFile | undefined>>;
  readonly openPlan: () => Promise<Envelope<OpenedPlan | undefined>>;
  readonly chooseSaveTarget: (proposed: string, ask: AskName) => Promise<Envelope<SaveTarget | undefined>>;
  readonly chooseExportTarget: (proposed: string) => Promise<Envelope<ExportTarget | undefined>>;
  /** Only where the host can write into a folder. */
  readonly chooseExportFolder: () => Promise<
    Envelope<{ readonly handle: string; readonly name: string } | undefined>
  >;
  /** Shows a written file, or `name` in a folder, in the system's file manager; only a desktop has one to ask. */
  readonly showFile?: (handle: string, name: string | null) => Promise<Envelope<ReplyOf<"dialog.showFile">>>;
  /** Hands bytes to the drafter as a download; only a browser does. */
  readonly download: (name: string, bytes: Uint8Array) => void;
}

/** Kinds of files that can be read as a source today, for file choosers. */
export const SOURCE_EXTENSIONS: readonly string[] = [
  ".docx",
  ".doc",
  ".wps",
  ".pdf",
  ".txt",
  ".html",
  ".htm",
  ".yaodian",
];
/** Extension of an exported library. */
export const LIBRARY_EXTENSION = ".yaodianku";
/** Extension of a plan file. */
export const PLAN_EXTENSION = ".yaodian";

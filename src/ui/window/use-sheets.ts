/** The dialog over the window; one at a time. */
import { useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { OriginSource } from "../../core/plan/model.ts";

export type Sheet =
  | "export"
  | "profile"
  | "shortcuts"
  | "leave"
  | "library"
  | "calendar"
  | "palette"
  | "office"
  | "go-to"
  | "reference"
  | "snippet"
  | "snippets"
  | "word-count";

/** How the library is opened: with words to search for, or with an item in its source. */
export interface LibraryStart {
  readonly text: string;
  readonly origin?: OriginSource;
}

export interface Sheets {
  readonly sheet: Sheet | undefined;
  readonly libraryStart: LibraryStart;
  readonly open: (sheet: Sheet) => void;
  readonly openLibrary: (start: LibraryStart) => void;
  readonly close: () => void;
  /** Closes within the call: the keyboard is back where it was before anything else is done. */
  readonly closeNow: () => void;
}

export function useSheets(): Sheets {
  const [sheet, setSheet] = useState<Sheet>();
  const [libraryStart, setLibraryStart] = useState<LibraryStart>({ text: "" });
  return useMemo(
    () => ({
      sheet,
      libraryStart,
      open: setSheet,
      openLibrary: (start) => {
        setLibraryStart(start);
        setSheet("library");
      },
      close: () => setSheet(undefined),
      closeNow: () => flushSync(() => setSheet(undefined)),
    }),
    [sheet, libraryStart],
  );
}

/** Revised text as the `docx` package writes it. */
import { DeletedTextRun, InsertedTextRun, type IRunOptions, type ParagraphChild, TextRun } from "docx";
import type { Revision, RevisionMarkup } from "../../core/official/revision.ts";

/** Colour of revised text on paper: struck or underlined alone, it is easily overlooked. */
const REVISED_COLOR = "FF0000";

interface TrackedChange {
  readonly id: number;
  readonly author: string;
  readonly date: string;
}
type Tracked =
  | { readonly insertion: TrackedChange }
  | { readonly deletion: TrackedChange }
  | Record<string, never>;

const MILLISECONDS_PER_MINUTE = 60_000;

/** Writes the revisions of one document, each with a number of its own. */
export interface RevisionWriter {
  readonly run: (options: IRunOptions, revision: Revision | undefined) => ParagraphChild;
  /** Options of a paragraph whose mark was inserted or deleted. */
  readonly ofParagraph: (revision: Revision | undefined) => { readonly run?: Tracked };
  /** Options of a table row that was inserted or deleted. */
  readonly ofRow: (revision: Revision | undefined) => Tracked;
}

export function createRevisionWriter(markup: RevisionMarkup): RevisionWriter {
  let count = 0;
  const tracked = ({ author, date }: Revision): TrackedChange => {
    count += 1;
    return { id: count, author, date: wallClock(date) };
  };
  const ofRow = (revision: Revision | undefined): Tracked => {
    if (revision === undefined || markup === "asFormatting") return {};
    return revision.kind === "inserted" ? { insertion: tracked(revision) } : { deletion: tracked(revision) };
  };
  return {
    run: (options, revision) => {
      if (revision === undefined) return new TextRun(options);
      if (markup === "asFormatting") return new TextRun({ ...options, ...formatOf(revision) });
      return revision.kind === "inserted"
        ? new InsertedTextRun({ ...options, ...tracked(revision) })
        : new DeletedTextRun({ ...options, ...tracked(revision) });
    },
    ofParagraph: (revision) =>
      revision === undefined || markup === "asFormatting" ? {} : { run: ofRow(revision) },
    ofRow,
  };
}

function formatOf({ kind }: Revision): Pick<IRunOptions, "strike" | "underline" | "color"> {
  return kind === "deleted"
    ? { strike: true, color: REVISED_COLOR }
    : { underline: {}, color: REVISED_COLOR };
}

/**
 * The time on the clock of this machine, to the second, written as Word writes it: Word shows the time of a revision as it
 * stands, whatever its zone, and in UTC it would be eight hours early in China.
 */
export function wallClock(date: string): string {
  const at = new Date(date);
  const shown = new Date(at.getTime() - at.getTimezoneOffset() * MILLISECONDS_PER_MINUTE);
  return shown.toISOString().replace(/\.\d+Z$/, "Z");
}

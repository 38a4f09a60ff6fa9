/** What to look at before the document leaves; nothing of it keeps anybody from exporting. */
import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { DocumentForm } from "../../core/plan/model.ts";
import { useMissingFonts } from "../preview/use-missing-fonts.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { RightTab } from "../session/settings.ts";
import { exportStrings as strings } from "./export.strings.ts";
import { missingElements } from "./hand-over.ts";

export interface HandOverListProps {
  readonly link: EditorLink;
  readonly form: DocumentForm;
  /** Fonts of the profile by their use; undefined until it is known. */
  readonly fonts: Readonly<Record<string, string>> | undefined;
  readonly onShow: (tab: RightTab) => void;
}

export function HandOverList({ link, form, fonts, onShow }: HandOverListProps): ReactNode {
  const { frontMatter, dated, pending, references, notes, changes } = useStore(link);
  const open = dated.filter(({ mark }) => mark.state === "open").length;
  const missing = missingElements(frontMatter, form).map((name) => strings.names[name]);
  const missingFonts = useMissingFonts(fonts && [...new Set(Object.values(fonts))]);
  const openNotes = notes.filter(({ resolved }) => !resolved).length;
  const isReady = [open, missing.length, pending.length, references.length, changes.length].every(
    (count) => count === 0,
  );
  return (
    <section aria-label={strings.checks}>
      <ul className={isReady ? "export-open export-ready" : "export-open"}>
        {open > 0 && (
          <li>
            {strings.datedOpen(open)}
            <Link onClick={() => onShow("dated")}>{strings.datedShow}</Link>
          </li>
        )}
        {pending.length > 0 && (
          <li>
            {strings.pending(pending.length)}
            <Link onClick={() => onShow("review")}>{strings.pendingShow}</Link>
          </li>
        )}
        {changes.length > 0 && (
          <li>
            {strings.changes(changes.length)}
            <Link onClick={() => onShow("review")}>{strings.changesShow}</Link>
          </li>
        )}
        {references.length > 0 && (
          <li>
            {strings.references(references.length)}
            <Link onClick={() => onShow("review")}>{strings.referencesShow}</Link>
          </li>
        )}
        {openNotes > 0 && (
          <li>
            {strings.notes(openNotes)}
            <Link onClick={() => onShow("review")}>{strings.notesShow}</Link>
          </li>
        )}
        {missing.length > 0 && (
          <li>
            {strings.missing(missing.join("、"))}
            <Link onClick={() => onShow("front-matter")}>{strings.missingShow}</Link>
          </li>
        )}
        {isReady && <li>{strings.ready}</li>}
        {missingFonts.length > 0 && (
          <li className="quiet">{strings.fonts(missingFonts.map(({ font }) => font).join("、"))}</li>
        )}
        <li className="quiet">{strings.metadata}</li>
      </ul>
    </section>
  );
}

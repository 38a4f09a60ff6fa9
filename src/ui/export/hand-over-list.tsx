/** What to look at before the document leaves; nothing of it keeps anybody from exporting. */
import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { DocumentForm } from "../../core/plan/model.ts";
import { useMissingFonts } from "../preview/use-missing-fonts.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { RightTab } from "../session/settings.ts";
import { exportStrings as strings } from "./export.strings.ts";
import { missingElements, UNVERIFIED } from "./hand-over.ts";

export interface HandOverListProps {
  readonly link: EditorLink;
  readonly form: DocumentForm;
  /** Fonts of the profile by their use; undefined until it is known. */
  readonly fonts: Readonly<Record<string, string>> | undefined;
  readonly onShow: (tab: RightTab) => void;
  readonly onGoTo: (id: string) => void;
}

export function HandOverList({ link, form, fonts, onShow, onGoTo }: HandOverListProps): ReactNode {
  const { frontMatter, dated } = useStore(link);
  const open = dated.filter(({ mark }) => mark.state === "open").length;
  const missing = missingElements(frontMatter, form).map((name) => strings.names[name]);
  const unverified = link.blocksWith(UNVERIFIED);
  const [first] = unverified;
  const missingFonts = useMissingFonts(fonts && [...new Set(Object.values(fonts))]);
  const isReady = open === 0 && missing.length === 0 && unverified.length === 0;
  return (
    <section aria-label={strings.checks}>
      <ul className={isReady ? "export-open export-ready" : "export-open"}>
        {open > 0 && (
          <li>
            {strings.datedOpen(open)}
            <Link onClick={() => onShow("dated")}>{strings.datedShow}</Link>
          </li>
        )}
        {first !== undefined && (
          <li>
            {strings.unverified(unverified.length)}
            <Link onClick={() => onGoTo(first)}>{strings.unverifiedShow}</Link>
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

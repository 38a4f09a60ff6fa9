/** What is still open when a plan is handed over; it is shown, and never keeps anybody from exporting. */
import type { FrontMatter } from "../../core/plan/model.ts";
import type { ExportForm } from "../session/plan-session.ts";

export type MissingElement = "issuer" | "dateOfIssue" | "documentNumber" | "addressees";

/** Elements that the chosen form prints and the drafter has not given. */
export function missingElements(values: FrontMatter, form: ExportForm): readonly MissingElement[] {
  const wanted: readonly MissingElement[] =
    form === "notice" ? ["issuer", "dateOfIssue", "documentNumber", "addressees"] : ["issuer", "dateOfIssue"];
  return wanted.filter((name) => (values[name] ?? "") === "");
}

/** What is still open when a plan is handed over; it is shown, and never keeps anybody from exporting. */
import type { DocumentForm, FrontMatter } from "../../core/plan/model.ts";

export type MissingElement = "issuer" | "dateOfIssue" | "documentNumber" | "addressees";

/** Elements that the chosen form prints and the drafter has not given. */
export function missingElements(values: FrontMatter, form: DocumentForm): readonly MissingElement[] {
  const wanted: readonly MissingElement[] =
    form === "plan" ? ["issuer", "dateOfIssue"] : ["issuer", "dateOfIssue", "documentNumber", "addressees"];
  return wanted.filter((name) => (values[name] ?? "") === "");
}

/** An official document as the bytes of a DOCX file. */
import { Packer } from "docx";
import type { RevisionMarkup } from "../../core/official/revision.ts";
import { docxDocument } from "./docx-document.ts";
import type { OfficialDocument } from "./official-document.ts";
import { placeImprint } from "./place-imprint.ts";
import { applicationPropertiesPart, fontTablePart, settingsPart } from "./settings-parts.ts";
import { stylesPart } from "./styles-part.ts";

export interface WriteOptions {
  /**
   * Whether a hidden bookmark around every item says which one it is, so that a copy that comes back can be matched; off
   * for the final copy.
   */
  readonly itemBookmarks: boolean;
  /** How revised text is told apart, `asRevisions` where none is given. */
  readonly markup?: RevisionMarkup;
}

/**
 * Bytes of the file, the imprint in its place. The same document gives the same parts, but for the time of writing in
 * its properties.
 */
export async function writeDocx(
  document: OfficialDocument,
  options: WriteOptions = { itemBookmarks: true },
): Promise<Uint8Array> {
  const placed = placeImprint(document);
  return Packer.pack(docxDocument(placed, options), "uint8array", undefined, [
    { path: "word/styles.xml", data: stylesPart(document.profile) },
    { path: "word/settings.xml", data: settingsPart() },
    { path: "word/fontTable.xml", data: fontTablePart(document.profile.fonts) },
    { path: "docProps/app.xml", data: applicationPropertiesPart(document.issuer) },
  ]);
}

/** An official document as the bytes of a DOCX file. */
import { Packer } from "docx";
import { docxDocument } from "./docx-document.ts";
import type { OfficialDocument } from "./official-document.ts";
import { applicationPropertiesPart, fontTablePart, settingsPart } from "./settings-parts.ts";
import { stylesPart } from "./styles-part.ts";

/** Bytes of the file. The same document gives the same parts, but for the time of writing in its properties. */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  return Packer.pack(docxDocument(document), "uint8array", undefined, [
    { path: "word/styles.xml", data: stylesPart(document.profile) },
    { path: "word/settings.xml", data: settingsPart() },
    { path: "word/fontTable.xml", data: fontTablePart(document.profile.fonts) },
    { path: "docProps/app.xml", data: applicationPropertiesPart(document.issuer) },
  ]);
}

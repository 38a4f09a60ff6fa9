/** Formats that are recognised by their first bytes and are no plain text. */

/** Signatures as Latin-1 text; the first that fits names the format. */
const SIGNATURES: readonly { readonly starts: string; readonly format: string }[] = [
  { starts: "%PDF-", format: "pdf" },
  { starts: "{\\rtf", format: "rtf" },
  { starts: "\u0089PNG", format: "png" },
  { starts: "\u00ff\u00d8\u00ff", format: "jpeg" },
  { starts: "GIF8", format: "gif" },
  { starts: "Rar!", format: "rar" },
  { starts: "7z\u00bc\u00af", format: "7z" },
  { starts: "\u001f\u008b", format: "gzip" },
  { starts: "MZ", format: "executable" },
  { starts: "\u007fELF", format: "executable" },
];
const ZIP = "PK";
/** Third byte of a zip file: local file, end of an empty archive, part of a spanned one. */
const ZIP_RECORDS = [3, 5, 7];
const COMPOUND = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
/** The names of the parts of a package stand near its beginning or in the directory at its end. */
const NAMES_SHOWN = 64 * 1024;

/** Name of the format (`docx`, `doc`, `pdf`, `wps` …), `undefined` for what may be text. Looks at content only. */
export function fileFormatOf(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 16));
  if (head.startsWith(ZIP) && ZIP_RECORDS.includes(bytes[2] ?? 0)) return packageFormat(bytes);
  if (head.startsWith(COMPOUND)) return compoundFormat(bytes);
  const signature = SIGNATURES.find(({ starts }) => head.startsWith(starts));
  if (!signature) return undefined;
  // MZ alone may begin a text.
  return signature.format === "executable" && !hasNull(bytes) ? undefined : signature.format;
}

function packageFormat(bytes: Uint8Array): string {
  const names = ends(bytes);
  if (names.includes("word/document.xml") || names.includes("word/")) return "docx";
  if (names.includes("xl/")) return "xlsx";
  if (names.includes("ppt/")) return "pptx";
  if (names.includes("OFD.xml")) return "ofd";
  if (names.includes("opendocument.text")) return "odt";
  return "zip";
}

/** A compound file holds its stream names in UTF-16. */
function compoundFormat(bytes: Uint8Array): string {
  const names = ends(bytes).replaceAll("\0", "");
  if (names.includes("EncryptedPackage")) return "encrypted";
  if (/WPS|Wps|Kingsoft/.test(names) && !names.includes("WordDocument")) return "wps";
  if (names.includes("WordDocument")) return "doc";
  if (names.includes("Workbook")) return "xls";
  if (names.includes("PowerPoint")) return "ppt";
  return "compound-file";
}

function ends(bytes: Uint8Array): string {
  return latin1(bytes.subarray(0, NAMES_SHOWN)) + latin1(bytes.subarray(-NAMES_SHOWN));
}

function hasNull(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).includes(0);
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Names proposed for files, made of the plan's title. */

/** Characters that Windows refuses in a file name, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]/g;
/** Leaves room for a folder and an extension within the path limits of Windows. */
const LONGEST = 80;

/** File name without extension; `fallback` where the title gives none. */
export function fileNameOf(title: string, fallback: string): string {
  const name = title
    .replace(FORBIDDEN, "")
    .trim()
    .slice(0, LONGEST)
    .replace(/[. ]+$/, "");
  return name === "" ? fallback : name;
}

/** Name with the extension, which is not doubled. */
export function withExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(extension) ? name : `${name}${extension}`;
}

/** Parts beside text and styles that `docx` cannot be asked for, as XML. */
import type { ProfileFonts } from "./profile.ts";
import { escapeXml, WORD_NAMESPACE, XML_DECLARATION } from "./xml.ts";

/** Fonts that stand in where a name is not installed; both are as wide. Windows has 仿宋 and 楷体 only. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  仿宋_GB2312: "仿宋",
  楷体_GB2312: "楷体",
  方正小标宋简体: "宋体",
};
/** GB2312 in the character sets of Windows fonts. */
const CHINESE_CHARACTER_SET = "86";

/** `word/settings.xml`: different odd and even pages, uncompressed punctuation (or 28 characters would be more). */
export function settingsPart(): string {
  return `${XML_DECLARATION}<w:settings xmlns:w="${WORD_NAMESPACE}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
}

/** `word/fontTable.xml`: the Chinese fonts of a profile and what stands in for them. */
export function fontTablePart(fonts: ProfileFonts): string {
  const names = new Set(Object.values(fonts));
  names.delete(fonts.latin);
  const entries = [...names].map((name) => {
    const alternative = ALTERNATIVES[name];
    const altName = alternative === undefined ? "" : `<w:altName w:val="${alternative}"/>`;
    return `<w:font w:name="${escapeXml(name)}">${altName}<w:charset w:val="${CHINESE_CHARACTER_SET}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  });
  return `${XML_DECLARATION}<w:fonts xmlns:w="${WORD_NAMESPACE}">${entries.join("")}</w:fonts>`;
}

/** `docProps/app.xml`: the issuer as company; no person and no machine is named. */
export function applicationPropertiesPart(issuer: string): string {
  const company = issuer === "" ? "" : `<Company>${escapeXml(issuer)}</Company>`;
  return `${XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Yaodian</Application>${company}</Properties>`;
}

/** Kinds of characters that decide how Chinese text is read. */
const HAN = /\p{Script=Han}/u;
/** Punctuation that stands only in Chinese text. */
const CHINESE_MARKS = "。、，：；？！“”‘’《》〈〉（）【】〔〕「」『』…—·";

/** Whether there is a Chinese character in the text (Han script, 〇 included). */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Whether the character is a Chinese one or a mark of Chinese text. */
export function isChinese(character: string): boolean {
  return character !== "" && (CHINESE_MARKS.includes(character) || hasHan(character));
}

export function isDigit(character: string): boolean {
  return character >= "0" && character <= "9" && character.length === 1;
}

export function isLatinLetter(character: string): boolean {
  return /^[A-Za-z]$/.test(character);
}

/** Width as printed in a fixed grid: 2 for a Chinese or full-width character, 1 for the others. */
export function printedWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += text.charCodeAt(index) > 0x2000 ? 2 : 1;
  return width;
}

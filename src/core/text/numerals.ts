/** Chinese numerals of ordinals, 1 to 9 999. */
const DIGITS = "零一二三四五六七八九";
const UNITS = ["", "十", "百", "千"];
const LARGEST = 9_999;

/** `1` → `一`, `10` → `十`, `12` → `十二`, `20` → `二十`, `105` → `一百零五`. Throws RangeError outside 1–9 999. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > LARGEST)
    throw new RangeError(`no Chinese ordinal for ${value}`);
  const digits = String(value).split("").map(Number);
  let text = "";
  let gap = false;
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    if (gap) text += DIGITS.charAt(0);
    gap = false;
    text += DIGITS.charAt(digit) + (UNITS[digits.length - 1 - index] ?? "");
  }
  // 一十二 is written 十二 as long as nothing stands before it.
  return text.startsWith("一十") ? text.slice(1) : text;
}

const VALUES: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** `十二` → 12, `二十` → 20, `一百零五` → 105; `undefined` where the text is no numeral of this form. */
export function chineseNumeralValue(text: string): number | undefined {
  if (text === "") return undefined;
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const value = VALUES[character];
    const power = POWERS[character];
    if (value !== undefined) {
      digit = value;
    } else if (power !== undefined) {
      total += (digit === 0 && total === 0 ? 1 : digit) * power;
      digit = 0;
    } else {
      return undefined;
    }
  }
  const result = total + digit;
  return result >= 1 ? result : undefined;
}

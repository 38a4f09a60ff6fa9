/**
 * First letters of the pinyin of Chinese names, e.g. 基础教育科 → `jcjyk`, from the collation of the system: it sorts by
 * pinyin, so a character belongs to the last letter whose first character does not come after it.
 */

/** The first character of each letter in the order of pinyin. */
const FIRST_OF_LETTER = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀";
const LETTERS = "abcdefghjklmnopqrstwxyz";

const collator = new Intl.Collator("zh-CN-u-co-pinyin");

/** Initials of a name in lower case; letters and digits stay, other marks are left out. */
export function initialsOf(name: string): string {
  return [...name].map(initialOf).join("");
}

/** Whether what was typed is part of the name, or of its initials. */
export function matchesName(name: string, typed: string): boolean {
  const query = typed.trim().toLowerCase();
  return query === "" || name.toLowerCase().includes(query) || initialsOf(name).includes(query);
}

function initialOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return "";
  let letter = "";
  for (const [place, first] of [...FIRST_OF_LETTER].entries()) {
    if (collator.compare(first, character) > 0) break;
    letter = LETTERS.charAt(place);
  }
  return letter;
}

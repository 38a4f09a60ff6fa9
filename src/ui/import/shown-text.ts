/** Texts of a reading as the drafter writes them. */

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A date as it is printed, `2021年3月29日`; any other text as it is. */
export function shownText(text: string): string {
  return text.replace(
    ISO_DATE,
    (_, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
  );
}

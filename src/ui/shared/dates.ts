/** Times as a drafter reads them: today by the clock, this year by the day, else with the year. */

/** `14:03:27`. */
export function clockTime(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(":");
}

/** `今天 14:03`, `昨天 9:05`, `3月2日 9:05`, `2025年3月2日`; of an ISO time. */
export function dayTime(iso: string, now: Date): string {
  const date = new Date(iso);
  const time = `${date.getHours()}:${twoDigits(date.getMinutes())}`;
  const days = dayNumber(now) - dayNumber(date);
  if (days === 0) return `今天 ${time}`;
  if (days === 1) return `昨天 ${time}`;
  const day = `${date.getMonth() + 1}月${date.getDate()}日`;
  return date.getFullYear() === now.getFullYear() ? `${day} ${time}` : `${date.getFullYear()}年${day}`;
}

/** `2026年11月25日 9:05`, whatever the day; of an ISO time. */
export function fullTime(iso: string): string {
  const date = new Date(iso);
  const day = `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
  return `${day} ${date.getHours()}:${twoDigits(date.getMinutes())}`;
}

/** Days in local time since the epoch. */
function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

import type { ReadingNotice } from "../../core/reading/plan-reading.ts";

export const HEADING_STOP_CODES: ReadonlySet<string> = new Set(["heading-stop"]);
export function noticeText(notice: ReadingNotice): string { return notice.code; }

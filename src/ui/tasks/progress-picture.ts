/** The progress picture as shapes: one layout for the window and for the image file. */
import type { ProgressCounts, ProgressGroup, TaskProgress, TaskStanding } from "../../core/tasks/progress.ts";
import { taskStrings as strings } from "./tasks.strings.ts";

export type PictureShape =
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly anchor: "start" | "end";
    }
  | {
      readonly kind: "bar";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly standing: TaskStanding;
    };

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly shapes: readonly PictureShape[];
}

/** Order from the left; with the letter in the legend, colour never speaks alone. */
const STANDINGS: readonly TaskStanding[] = ["done", "under-way", "late", "open"];

/** Pixels. */
const WIDTH = 920;
const MARGIN = 28;
const LABEL_WIDTH = 190;
const COUNT_WIDTH = 250;
const BAR_HEIGHT = 16;
const ROW_HEIGHT = 30;
/** Characters of a label that fit beside its bar. */
const LABEL_LENGTH = 13;

/** Lays the picture out; `title` is the plan's. */
export function progressPicture(progress: TaskProgress, title: string): Picture {
  const shapes: PictureShape[] = [];
  let y = MARGIN + 20;
  const text = (x: number, content: string, size = 13, bold = false, anchor: "start" | "end" = "start") =>
    shapes.push({ kind: "text", x, y, text: content, size, bold, anchor });
  const heading = strings.progress.title(title);
  text(MARGIN, heading, 18, true);
  y += 28;
  const description = descriptionOf(progress.all);
  text(MARGIN, `${description}，${strings.progress.withoutOwner(progress.all.withoutOwner)}`);
  y += 30;
  let x = MARGIN;
  for (const standing of STANDINGS) {
    shapes.push({ kind: "bar", x, y: y - 11, width: 14, height: 14, standing });
    text(x + 20, strings.standings[standing]);
    x += 120;
  }
  const widest = Math.max(
    1,
    ...[...progress.byUnit, ...progress.bySection].map(({ counts }) => counts.total),
  );
  const block = (name: string, groups: readonly ProgressGroup[], nameless: string) => {
    y += 44;
    text(MARGIN, name, 15, true);
    for (const group of groups) {
      y += ROW_HEIGHT;
      text(MARGIN, shortened(group.name === "" ? nameless : group.name));
      shapes.push(...barsOf(group.counts, y - 13, widest));
      text(WIDTH - MARGIN, countsOf(group.counts), 12, false, "end");
    }
  };
  block(strings.progress.byUnit, progress.byUnit, strings.progress.noUnit);
  block(strings.progress.bySection, progress.bySection, strings.progress.noSection);
  return { width: WIDTH, height: y + MARGIN, title: heading, description, shapes };
}

function barsOf(counts: ProgressCounts, y: number, widest: number): readonly PictureShape[] {
  const room = WIDTH - 2 * MARGIN - LABEL_WIDTH - COUNT_WIDTH;
  const numbers: Readonly<Record<TaskStanding, number>> = {
    done: counts.done,
    "under-way": counts.underWay,
    late: counts.late,
    open: counts.open,
  };
  let x = MARGIN + LABEL_WIDTH;
  return STANDINGS.flatMap((standing): readonly PictureShape[] => {
    const width = (numbers[standing] / widest) * room;
    const bar = { kind: "bar" as const, x, y, width, height: BAR_HEIGHT, standing };
    x += width;
    return width > 0 ? [bar] : [];
  });
}

function countsOf(counts: ProgressCounts): string {
  const parts = [
    `${counts.total}`,
    `${strings.standings.done} ${counts.done}`,
    ...(counts.late > 0 ? [`${strings.standings.late} ${counts.late}`] : []),
    ...(counts.withoutOwner > 0 && counts.withoutOwner < counts.total
      ? [strings.progress.withoutOwner(counts.withoutOwner)]
      : []),
  ];
  return parts.join(" · ");
}

function descriptionOf({ total, done, underWay, late, open }: ProgressCounts): string {
  return strings.progress.description(total, done, underWay, late, open);
}

function shortened(label: string): string {
  return label.length > LABEL_LENGTH ? `${label.slice(0, LABEL_LENGTH - 1)}…` : label;
}

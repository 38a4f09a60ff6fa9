/** The progress picture as a PNG image, in the colours of print whatever the theme is. */
import type { TaskStanding } from "../../core/tasks/progress.ts";
import type { Picture } from "./progress-picture.ts";

/** The same as in `tasks.css` for the light theme. */
const COLOURS: Readonly<Record<TaskStanding, string>> = {
  done: "#2e7d4f",
  "under-way": "#0f5a9c",
  late: "#b25f00",
  open: "#b9bec5",
};
const INK = "#1b1f23";
const PAPER = "#ffffff";
const FONT = '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif';
/** Dots for each pixel of the layout: sharp on paper at 15 cm. */
const SCALE = 2;

/** Draws the picture; fails where the browser cannot make an image of that size. */
export async function drawPicture(picture: Picture): Promise<Uint8Array> {
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * SCALE;
  canvas.height = picture.height * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas here");
  context.scale(SCALE, SCALE);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, picture.width, picture.height);
  for (const shape of picture.shapes) {
    if (shape.kind === "bar") {
      context.fillStyle = COLOURS[shape.standing];
      context.fillRect(shape.x, shape.y, shape.width, shape.height);
      continue;
    }
    context.fillStyle = INK;
    context.font = `${shape.bold ? 600 : 400} ${shape.size}px ${FONT}`;
    context.textAlign = shape.anchor;
    context.fillText(shape.text, shape.x, shape.y);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the image is too large");
  return new Uint8Array(await blob.arrayBuffer());
}

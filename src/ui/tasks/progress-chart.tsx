/** The progress picture in the window, and the button that saves it as an image. */
import { Button } from "@fluentui/react-components";
import { ImageRegular } from "@fluentui/react-icons";
import { type ReactNode, useId } from "react";
import { downloadBytes } from "../platform/browser.ts";
import { fileNameOf } from "../session/file-names.ts";
import type { Picture, PictureShape } from "./progress-picture.ts";
import { drawPicture } from "./progress-png.ts";
import { taskStrings as strings } from "./tasks.strings.ts";

export function ProgressChart({ picture }: { readonly picture: Picture }): ReactNode {
  const title = useId();
  const description = useId();
  const save = async () => {
    const bytes = await drawPicture(picture);
    downloadBytes(`${fileNameOf(picture.title, strings.progress.saved)}.png`, bytes);
  };
  return (
    // A long picture is scrolled by keyboard, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <section className="tasks-progress" aria-label={strings.picture} tabIndex={0}>
      <svg
        className="progress-picture"
        role="img"
        aria-labelledby={`${title} ${description}`}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
      >
        <title id={title}>{picture.title}</title>
        <desc id={description}>{picture.description}</desc>
        {picture.shapes.map((shape, place) => (
          // Shapes have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <Shape key={place} shape={shape} />
        ))}
      </svg>
      <Button icon={<ImageRegular />} onClick={() => void save()}>
        {strings.progress.save}
      </Button>
    </section>
  );
}

function Shape({ shape }: { readonly shape: PictureShape }): ReactNode {
  if (shape.kind === "bar") {
    const { x, y, width, height, standing } = shape;
    return <rect className={`standing-${standing}`} x={x} y={y} width={width} height={height} />;
  }
  const { x, y, size, bold, anchor, text } = shape;
  return (
    <text x={x} y={y} fontSize={size} fontWeight={bold ? 600 : 400} textAnchor={anchor}>
      {text}
    </text>
  );
}

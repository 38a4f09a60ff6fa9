/**
 * Free fonts in the place of those an official document names, so that a machine with nothing but Noto CJK renders
 * it with four faces that can be told apart. Widths and pitches do not depend on them.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

interface Substitute {
  readonly family: string;
  readonly weight?: "bold" | "light";
}

const SONG: Substitute = { family: "Noto Serif CJK SC" };
const SUBSTITUTES: Readonly<Record<string, Substitute>> = {
  仿宋_GB2312: SONG,
  仿宋: SONG,
  楷体_GB2312: SONG,
  楷体: SONG,
  宋体: SONG,
  黑体: { family: "Noto Sans CJK SC" },
  方正小标宋简体: { ...SONG, weight: "bold" },
  "Times New Roman": { family: "Liberation Serif" },
};

/** Writes a fontconfig file into `folder` and gives the environment that makes programs use it. */
export async function fontEnvironment(folder: string): Promise<Readonly<Record<string, string>>> {
  const cache = join(folder, "font-cache");
  await mkdir(cache, { recursive: true });
  const rules = Object.entries(SUBSTITUTES).map(([name, { family, weight }]) => {
    const weightEdit =
      weight === undefined
        ? ""
        : `<edit name="weight" mode="assign" binding="strong"><const>${weight}</const></edit>`;
    return `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${family}</string></edit>${weightEdit}</match>`;
  });
  const file = join(folder, "fonts.conf");
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>${cache}</cachedir>${rules.join("")}</fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

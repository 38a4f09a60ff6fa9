/** Whether the machine has a font: asked of the browser, without a request. */

/** Text whose width tells fonts apart by their Latin letters; a Chinese character is as wide in every font. */
const PROBE = "mmwWilI1@";
const PROBE_SIZE = "72px";
const BASES = ["monospace", "serif", "sans-serif"] as const;

/** Asks once for each name. */
export function createFontProbe(): (name: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (name) => {
    const asked = known.get(name) ?? probe(name);
    known.set(name, asked);
    return asked;
  };
}

/** By its full name first; where a system lists fonts by another name, by what text in it looks like. */
async function probe(name: string): Promise<boolean> {
  const quoted = `"${name.replaceAll(/["\\]/g, "")}"`;
  try {
    await new FontFace("Font Probe", `local(${quoted})`).load();
    return true;
  } catch {
    return looksDifferent(quoted);
  }
}

function looksDifferent(quoted: string): boolean {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return false;
  const widthIn = (family: string) => {
    context.font = `${PROBE_SIZE} ${family}`;
    return context.measureText(PROBE).width;
  };
  return BASES.every((base) => widthIn(`${quoted}, ${base}`) !== widthIn(base));
}

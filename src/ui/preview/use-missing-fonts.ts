/** The fonts of a document that this machine does not have. */
import { useEffect, useState } from "react";
import { type MissingFont, missingFonts } from "./fonts.ts";
import { createFontProbe } from "./installed-fonts.ts";

const NONE: readonly MissingFont[] = [];

/** Undefined fonts: not known yet. */
export function useMissingFonts(fonts: readonly string[] | undefined): readonly MissingFont[] {
  const [probe] = useState(createFontProbe);
  const [missing, setMissing] = useState(NONE);
  const key = JSON.stringify(fonts ?? []);
  useEffect(() => {
    let wanted = true;
    const names: readonly string[] = JSON.parse(key);
    void missingFonts(names, probe).then((found) => {
      if (wanted) setMissing(found);
    });
    return () => {
      wanted = false;
    };
  }, [key, probe]);
  return missing;
}

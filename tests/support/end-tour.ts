/** Settings of a drafter who has seen the tour, in a data folder that has none. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function endTour(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, "settings.json");
  if (!existsSync(path)) writeFileSync(path, JSON.stringify({ window: { tourDone: true } }));
}

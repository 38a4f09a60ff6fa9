/** The office's changes of the topic groups, in a file beside the database. */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  groupsWith,
  NO_OVERLAY,
  type TopicOverlay,
  topicOverlaySchema,
} from "../../../src/core/suggest/topic-list.ts";
import { prepareTopics, type Topics } from "../../../src/core/suggest/topics.ts";

const FILE = "topic-groups.json";

/** The changes; none where there is no file. A damaged one is put aside under `.damaged` and counts as none. */
export function readTopicOverlay(folder: string): TopicOverlay {
  const file = join(folder, FILE);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    // No file: nothing has been changed. One that cannot be read must not keep the library from opening.
    return NO_OVERLAY;
  }
  const parsed = topicOverlaySchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  console.warn("the list of topic groups is damaged and was put aside");
  try {
    renameSync(file, `${file}.damaged`);
  } catch (error) {
    console.warn(`it stays where it is: ${String(error)}`);
  }
  return NO_OVERLAY;
}

/** Written aside and renamed: at every moment the old or the new list is there whole. */
export function writeTopicOverlay(folder: string, overlay: TopicOverlay): void {
  const file = join(folder, FILE);
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, JSON.stringify(overlay, null, 1), { mode: 0o600, flush: true });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** The groups prepared for the index. */
export function topicsWith(overlay: TopicOverlay): Topics {
  return prepareTopics(groupsWith(overlay));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON has no shape of ours either.
    return undefined;
  }
}

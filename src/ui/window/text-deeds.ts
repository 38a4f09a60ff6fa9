/** What commands of the window do with the text and say afterwards. */

import { exportSummaryOutline } from "../compare/summary-outline.ts";
import { copyPlain } from "../export/copy-document.ts";
import { failureText } from "../messages.ts";
import type { Services } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { keepSnippet } from "../snippets/keep-snippet.ts";
import { windowStrings as strings } from "./window.strings.ts";

export interface TextDeeds {
  /** Writes the outline of the year's own summary. */
  readonly writeOutline: () => Promise<void>;
  readonly addToLibrary: () => Promise<void>;
  /** Copies the whole text with its numbers. */
  readonly copyText: () => Promise<void>;
  /** Keeps the selected text as a snippet. */
  readonly keepSelected: () => Promise<void>;
  readonly toggleFullWidth: () => void;
  readonly toggleCompletion: () => void;
}

export function createTextDeeds(services: Services, session: PlanSession, link: EditorLink): TextDeeds {
  const { bars, host, settings } = services;
  const selectedText = () => {
    const { doc } = link.getState();
    const range = link.selection();
    return doc && range ? doc.textBetween(range.from, Math.min(range.to, doc.content.size), "\n") : "";
  };
  return {
    writeOutline: async () => {
      const result = await exportSummaryOutline(services, session, link);
      if (result) bars.say("export", result.ok, result.text);
    },
    addToLibrary: async () => {
      const reply = await session.addToLibrary();
      if (!reply.ok) return bars.say("library", false, failureText(reply.failure, "other"));
      const { updated, document } = reply.value;
      bars.say("library", true, strings.addedToLibrary(updated, document.title));
    },
    copyText: async () => {
      const done = await copyPlain(session);
      bars.say("export", done, done ? strings.copied : strings.notCopied);
    },
    keepSelected: async () => {
      const kept = await keepSnippet(host, selectedText());
      bars.say("snippet", kept.ok, kept.text);
    },
    toggleFullWidth: () => {
      const fullWidthMarks = !settings.getState().fullWidthMarks;
      settings.change({ fullWidthMarks });
      bars.say("completion", true, strings.fullWidthSet(fullWidthMarks));
    },
    toggleCompletion: () => {
      const completion = !settings.getState().completion;
      settings.change({ completion });
      bars.say("completion", true, strings.completionSet(completion));
    },
  };
}

import { describe, expect, it } from "vitest";
import { MAX_TEXT_LENGTH } from "../../../src/core/plan/model.ts";
import { pressBackspace } from "../../../src/ui/editor/commands/structure.ts";
import { afterCommands, editing, linesOf } from "../../support/outline-text.ts";

describe("textLimitPlugin", () => {
  const half = "长".repeat(MAX_TEXT_LENGTH / 2);

  it("leaves two paragraphs as they are that would be too long as one", () => {
    const state = editing("# ", "S 一", `I ${half}`, `P |${half}长`);
    expect(afterCommands(state, pressBackspace).doc.eq(state.doc)).toBe(true);
  });

  it("lets a paragraph be as long as a plan can hold it", () => {
    const state = editing("# ", "S 一", `I ${half}`, `P |${half}`);
    expect(linesOf(afterCommands(state, pressBackspace)).length).toBe(3);
  });
});

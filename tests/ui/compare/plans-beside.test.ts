import { describe, expect, it } from "vitest";
import { createHost, type Host } from "../../../src/host/client.ts";
import type { Envelope } from "../../../src/host/contract.ts";
import {
  createPlansBeside,
  type LibraryDocuments,
  ownDocuments,
  sourceName,
} from "../../../src/ui/compare/plans-beside.ts";
import type { SourceFile } from "../../../src/ui/platform/platform.ts";
import { readPlan } from "../../support/reading.ts";

function documentOf(documentId: string, title: string, issuer: string, year: number | null) {
  return {
    documentId,
    title,
    issuer,
    region: "",
    year,
    items: 1,
    kept: true,
    addedAt: "2026-11-25T00:00:00Z",
  };
}

const DOCUMENTS: LibraryDocuments = [
  documentOf("o", "外区2026年工作要点", "外区教育局", 2026),
  documentOf("b", "某区2026年工作要点", "某区教育局", 2026),
  documentOf("a", "某区2025年工作要点", "市某区教育局", 2025),
  documentOf("s", "某区2026年工作总结", "某区教育局", 2026),
  documentOf("n", "某区2027年工作要点", "某区教育局", 2027),
];

function textOf(name: string): string {
  return `${name}2026年工作要点\n一、党建\n1.抓好党建。开展学习。\n`;
}

/** A host that has the documents, and reads every file as `text`; `waiting` answers come when they are let go. */
function hostWith(text: string, failing = false): { readonly host: Host; readonly letGo: () => void } {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const host = createHost(async (method, request) => {
    if (method === "library.documents") {
      const failure = { code: "library-unavailable", detail: "", name: null };
      return failing ? { ok: false, failure } : { ok: true, value: { documents: DOCUMENTS } };
    }
    if (method === "source.read") {
      return {
        ok: true,
        value: { reading: readPlan(text), source: { lines: [], notices: [] }, format: "text" },
      };
    }
    const { documentId } = request as { readonly documentId: string };
    // The first one asked for is slow.
    if (documentId === "o") await held;
    return { ok: true, value: { reading: readPlan(textOf(documentId)) } };
  });
  return { host, letGo };
}

function platformWith(name: string) {
  return {
    chooseSource: async (): Promise<Envelope<SourceFile | undefined>> => ({
      ok: true,
      value: { name, bytes: new Uint8Array() },
    }),
  };
}

/** Lets every answer that is due arrive. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

describe("ownDocuments", () => {
  it("are those of the bureau before the year, under a longer name too, the oldest first", () => {
    const ids = ownDocuments(DOCUMENTS, "某区教育局", 2027).map(({ documentId }) => documentId);
    expect(ids).toEqual(["a", "b", "s"]);
    expect(ownDocuments(DOCUMENTS, "", 2027)).toEqual([]);
  });
});

describe("createPlansBeside", () => {
  it("proposes last year's plan and summary of the bureau, and no superior's plan", async () => {
    const beside = createPlansBeside(hostWith("").host, platformWith("a.txt"));
    await beside.refresh("某区教育局", 2027);
    await settled();
    const { last, summary, superior, loaded } = beside.getState();
    expect([loaded, sourceName(last.source), sourceName(summary.source), superior.source]).toEqual([
      true,
      "b",
      "s",
      undefined,
    ]);
    expect(last.plan?.title.text).toBe("b2026年工作要点");
  });

  it("keeps the drafter's choice, and shows the newest one when an older answer comes late", async () => {
    const { host, letGo } = hostWith("");
    const beside = createPlansBeside(host, platformWith("a.txt"));
    beside.choose("last", { kind: "library", documentId: "o" });
    beside.choose("last", { kind: "library", documentId: "a" });
    await beside.refresh("某区教育局", 2027);
    letGo();
    await settled();
    expect(beside.getState().last).toMatchObject({ source: { documentId: "a" }, loading: false });
    expect(beside.getState().last.plan?.title.text).toBe("a2026年工作要点");
    beside.choose("last", undefined);
    expect(beside.getState().last).toMatchObject({ source: undefined, plan: undefined });
  });

  it("takes a file, says of one that is no plan, and of a library that is not there", async () => {
    const named = createPlansBeside(hostWith(textOf("上级")).host, platformWith("上级.txt"));
    await named.chooseFile("superior");
    expect(sourceName(named.getState().superior.source)).toBe("上级.txt");
    const recipe = createPlansBeside(
      hostWith("先把水烧开。\n再放面条。\n", true).host,
      platformWith("菜谱.txt"),
    );
    await recipe.chooseFile("superior");
    await recipe.refresh("某区教育局", 2027);
    expect(recipe.getState()).toMatchObject({
      loaded: true,
      failure: { code: "library-unavailable" },
      superior: { noPlan: "菜谱.txt", loading: false },
    });
  });
});

import { describe, expect, it } from "vitest";
import { exportChanges } from "../../../src/ui/revise/export-changes.ts";

const change = (author: string) => ({ record: { author } });

/** What the drafter is told after an export of changes by these people, with a name in the settings or none. */
async function told(authors: readonly string[], name: string) {
  const services = {
    platform: {
      chooseExportTarget: async () => ({ ok: true, value: { kind: "bytes" } }),
      download: () => {},
    },
    settings: { getState: () => ({ author: name }) },
  };
  const session = { exportCopy: async () => ({ ok: true, value: { name: "稿.docx", bytes: null } }) };
  const link = { getState: () => ({ changes: authors.map(change) }) };
  return exportChanges(services as never, session as never, link as never);
}

describe("exportChanges", () => {
  it("promises names only where every change has one", async () => {
    expect((await told(["张三", "李四"], ""))?.text).toContain("每处修订都有署名和时间");
    expect((await told(["张三", ""], ""))?.text).toContain("有 1 处没有署名");
    expect((await told(["张三", ""], "王五"))?.text).toContain("每处修订都有署名和时间");
  });

  it("writes nothing where nothing is open", async () => {
    expect(await told([], "王五")).toMatchObject({ ok: false });
  });
});

import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHostServices } from "../../electron/services/host-services.ts";
import { createHost } from "../../src/host/client.ts";
import { contract } from "../../src/host/contract.ts";
import { createDispatch } from "../../src/host/dispatch.ts";
import { createInProcessTransport } from "../../src/host/in-process-transport.ts";
import { decodeMessage, encodeMessage } from "../../src/host/wire.ts";
import { createWireDispatch } from "../../src/host/wire-dispatch.ts";
import { createBlank, DRAFT_OPTIONS, JOB_FILE, RESOURCES } from "../support/host-calls.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const RUNS_PER_METHOD = 150;

const words = fc.constantFrom(
  "../../outside",
  "/etc/passwd",
  "C:\\Windows\\a",
  "CON",
  "a\0b",
  "字".repeat(90),
  "__proto__",
  "constructor",
  "𠮷\ud800",
  "",
);
const text = fc.oneof(words, fc.string({ unit: "binary", maxLength: 40 }));
const number = fc.oneof(
  fc.constantFrom(-1, 0, 1, 2, 1e308, Number.NaN, Number.MAX_SAFE_INTEGER),
  fc.integer(),
);
const bytes = fc.uint8Array({ maxLength: 200 });

/** Requests that have the fields of the contract with values of every sort in them, and requests that have nothing to do with it. */
function requests(session: string, handle: string): fc.Arbitrary<unknown> {
  const value = fc.oneof(text, number, bytes, fc.boolean(), fc.constant(null), fc.jsonValue());
  const target = fc.record({ kind: fc.constantFrom("file", "name", "bytes"), handle: text, name: text });
  const source = fc.record({
    kind: fc.constantFrom("blank", "template", "library", "plan"),
    id: text,
    documentId: text,
  });
  const fields = fc.record(
    {
      session: fc.oneof(fc.constant(session), text),
      handle: fc.oneof(fc.constant(handle), text),
      documentId: text,
      name: text,
      bytes,
      revision: fc.oneof(fc.constantFrom(0, 1), number),
      baseRevision: fc.oneof(fc.constantFrom(0, 1), number),
      steps: fc.array(fc.jsonValue(), { maxLength: 3 }),
      overwrite: fc.boolean(),
      keep: fc.constant(true),
      form: fc.constantFrom("plan", "notice", "page"),
      values: fc.dictionary(text, fc.jsonValue()),
      target: fc.oneof(target, value),
      source: fc.oneof(source, value),
      options: fc.oneof(fc.constant(DRAFT_OPTIONS), value),
      place: fc.constantFrom("heading", "body", "section"),
      typed: text,
      heading: text,
      sectionHeading: text,
      issuer: text,
      year: fc.constantFrom(2027, null),
      limit: fc.integer({ min: 0, max: 60 }),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(fields, value);
}

/** Keeps of a request the fields that a method knows, so that more than the check of fields is reached. */
function fitted(method: string, request: unknown): unknown {
  if (typeof request !== "object" || request === null || request instanceof Uint8Array) return request;
  const row = Object.entries(contract).find(([name]) => name === method)?.[1];
  const shape: object = row && "shape" in row.request ? row.request.shape : {};
  return Object.fromEntries(Object.entries(request).filter(([key]) => Object.hasOwn(shape, key)));
}

describe("createDispatch over the real services", () => {
  it("answers any value for any method with an envelope, and writes nowhere but in its folder", {
    timeout: 300_000,
  }, async () => {
    const sandbox = await temporaryFolder();
    const dataFolder = join(sandbox, "inside", "data");
    await mkdir(dataFolder, { recursive: true });
    await writeFile(join(sandbox, "outside"), "untouched");
    const reported: unknown[] = [];
    const services = createHostServices({
      dataFolder,
      resourcesFolder: RESOURCES,
      jobFile: JOB_FILE,
      now: () => new Date(),
      report: (error) => reported.push(error),
    });
    const dispatch = createDispatch(services.handlers, (error, method) => reported.push(method, error));
    const host = createHost(createInProcessTransport(dispatch));
    const { session } = await createBlank(host);
    const saved = await host.call("plan.saveAs", {
      session,
      revision: 0,
      target: { kind: "name", name: "a" },
    });
    const handle = saved.ok ? saved.value.handle : "";
    const codes = new Set<string>();
    for (const method of [...Object.keys(contract), "__proto__", "nothing"]) {
      await fc.assert(
        fc.asyncProperty(requests(session, handle), async (request) => {
          const answer = await dispatch(method, fitted(method, request));
          codes.add(answer.ok ? "ok" : answer.failure.code);
        }),
        { numRuns: RUNS_PER_METHOD },
      );
    }
    await services.close();
    expect(reported).toEqual([]);
    for (const code of ["ok", "bad-request", "not-found", "no-session", "unknown-method"]) {
      expect(codes).toContain(code);
    }
    expect((await readdir(sandbox)).sort()).toEqual(["inside", "outside"]);
    expect(await readdir(join(sandbox, "inside"))).toEqual(["data"]);
    expect(await readFile(join(sandbox, "outside"), "utf8")).toBe("untouched");
    expect((await stat(join(dataFolder, "documents"))).isDirectory()).toBe(true);
  });
});

describe("createWireDispatch", () => {
  it("answers any bytes with a message", async () => {
    const answerTo = createWireDispatch(async (method) => ({ ok: true, value: method }));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (junk) => {
        expect(decodeMessage(await answerTo("a", junk))).toHaveProperty("ok");
      }),
      { numRuns: 1000 },
    );
    expect(decodeMessage(await answerTo("a", encodeMessage({})))).toEqual({ ok: true, value: "a" });
  });
});

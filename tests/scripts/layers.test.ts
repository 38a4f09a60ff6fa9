import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Imports that break a layer rule, each in a file of that layer. */
const FORBIDDEN: readonly (readonly [file: string, source: string])[] = [
  ["src/core/plan/a.ts", 'import { readFileSync } from "node:fs";\nexport const a = readFileSync;\n'],
  ["src/core/plan/b.ts", 'import { contract } from "../../host/contract.ts";\nexport const b = contract;\n'],
  ["src/core/plan/c.ts", 'import { Document } from "docx";\nexport const c = Document;\n'],
  ["src/core/plan/d.ts", 'import { useState } from "react";\nexport const d = useState;\n'],
  [
    "src/formats/docx/a.ts",
    'import { contract } from "../../host/contract.ts";\nexport const a = contract;\n',
  ],
  ["src/formats/docx/b.ts", 'import { readFileSync } from "node:fs";\nexport const b = readFileSync;\n'],
  ["src/host/a.ts", 'import { readFileSync } from "node:fs";\nexport const a = readFileSync;\n'],
  [
    "src/host/b.ts",
    'import { writeDocx } from "../formats/docx/write-docx.ts";\nexport const b = writeDocx;\n',
  ],
  ["src/ui/a.ts", 'import { Document } from "docx";\nexport const a = Document;\n'],
  [
    "src/ui/b.ts",
    'import { writeDocx } from "../formats/docx/write-docx.ts";\nexport const b = writeDocx;\n',
  ],
  ["src/ui/c.ts", 'import { ipcRenderer } from "electron";\nexport const c = ipcRenderer;\n'],
  ["electron/services/a.ts", 'import { app } from "electron";\nexport const a = app;\n'],
  ["electron/services/b.ts", 'import { main } from "../shell/main.ts";\nexport const b = main;\n'],
  ["electron/loopback/a.ts", 'import { app } from "electron";\nexport const a = app;\n'],
  ["electron/page/a.ts", 'import { app } from "electron";\nexport const a = app;\n'],
  ["electron/cli/a.ts", 'import { app } from "electron";\nexport const a = app;\n'],
];

/** Imports that the rules must let through, so that the table above is not passed by a rule that refuses all. */
const ALLOWED: readonly (readonly [file: string, source: string])[] = [
  ["src/core/plan/ok.ts", 'import { Node } from "prosemirror-model";\nexport const ok = Node;\n'],
  [
    "src/formats/docx/ok.ts",
    'import { plainText } from "../../core/plan/model.ts";\nexport const ok = plainText;\n',
  ],
  ["src/host/ok.ts", 'import { plainText } from "../core/plan/model.ts";\nexport const ok = plainText;\n'],
  ["src/ui/ok.ts", 'import { plainText } from "../core/plan/model.ts";\nexport const ok = plainText;\n'],
  [
    "electron/services/ok.ts",
    'import { plainText } from "../../src/core/plan/model.ts";\nexport const ok = plainText;\n',
  ],
  ["electron/shell/ok.ts", 'import { app } from "electron";\nexport const ok = app;\n'],
];

const root = join(import.meta.dirname, "..", "..");
const bin = (name: string) => join(root, "node_modules", ".bin", name);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yaodian-layers-"));
  await cp(join(root, "biome.json"), join(folder, "biome.json"));
  for (const [file, source] of [...FORBIDDEN, ...ALLOWED]) await put(file, source);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("npm run check", () => {
  it("refuses every import that breaks a layer rule, and no other", async () => {
    const { output } = await run(bin("biome"), [
      "lint",
      "--vcs-enabled=false",
      "--reporter=json",
      "--max-diagnostics=200",
      ".",
    ]);
    const report: unknown = JSON.parse(output);
    const refused = new Set(
      diagnosticsOf(report)
        .filter((diagnostic) => diagnostic.category === "lint/style/noRestrictedImports")
        .map((diagnostic) => diagnostic.path.replaceAll("\\", "/").replace(/^\.\//, "")),
    );
    expect([...refused].toSorted()).toEqual(FORBIDDEN.map(([file]) => file).toSorted());
  });

  it("refuses Node's globals in core and the DOM in the services", async () => {
    const project = join(folder, "types");
    await cp(join(root, "tsconfig.json"), join(project, "tsconfig.json"));
    for (const layer of ["src/core", "electron"]) {
      await mkdir(join(project, layer), { recursive: true });
      await cp(join(root, layer, "tsconfig.json"), join(project, layer, "tsconfig.json"));
    }
    for (const layer of ["src/formats", "src/host"]) {
      await mkdir(join(project, layer), { recursive: true });
      await cp(join(root, layer, "tsconfig.json"), join(project, layer, "tsconfig.json"));
      await writeFile(join(project, layer, "empty.ts"), "export {};\n");
    }
    await writeFile(
      join(project, "src/core/clock.ts"),
      "export const a = process.env;\nexport const b = document.body;\n",
    );
    await writeFile(join(project, "electron/page.ts"), "export const a = document.body;\n");
    await symlink(join(root, "node_modules"), join(project, "node_modules"), "junction");
    const core = await run(bin("tsc"), [
      "-p",
      join(project, "src/core"),
      "--outDir",
      join(folder, "out-core"),
    ]);
    const electron = await run(bin("tsc"), [
      "-p",
      join(project, "electron"),
      "--outDir",
      join(folder, "out-electron"),
    ]);
    expect(core.output).toMatch(/clock\.ts\(1.*Cannot find name 'process'/);
    expect(core.output).toMatch(/clock\.ts\(2.*Cannot find name 'document'/);
    expect(electron.output).toMatch(/page\.ts\(1.*Cannot find name 'document'/);
    expect([core.code, electron.code]).not.toContain(0);
  });
});

async function put(file: string, source: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), source);
}

function run(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout });
    });
  });
}

interface Diagnostic {
  readonly category: string;
  readonly path: string;
}

/** Category and file of every diagnostic in a report of Biome's JSON reporter. */
function diagnosticsOf(report: unknown): readonly Diagnostic[] {
  if (typeof report !== "object" || report === null || !("diagnostics" in report)) return [];
  const { diagnostics } = report;
  if (!Array.isArray(diagnostics)) return [];
  return diagnostics.flatMap((entry: unknown) => {
    const text = JSON.stringify(entry);
    const category = /"category":"([^"]+)"/.exec(text)?.[1];
    const path = /"path":(?:\{"file":)?"([^"]+)"/.exec(text)?.[1];
    return category && path ? [{ category, path }] : [];
  });
}

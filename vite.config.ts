import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Build of one Node entry: everything but Electron and Node's own modules is bundled, so that the app ships no node_modules. */
const node = (entry: Record<string, string>, format: "es" | "cjs") => ({
  consumer: "server" as const,
  resolve: { external: ["electron"], noExternal: true as const },
  build: {
    outDir: "../../dist/electron",
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: entry,
      external: ["electron", /^node:/],
      output: {
        format,
        entryFileNames: format === "cjs" ? "[name].cjs" : "[name].mjs",
        chunkFileNames: format === "cjs" ? "[name]-[hash].cjs" : "[name]-[hash].mjs",
      },
    },
  },
});

const project = (name: string, include: string[], timeout: number, parallel = true) => ({
  extends: true as const,
  test: { name, include, testTimeout: timeout, hookTimeout: timeout, fileParallelism: parallel },
});

export default defineConfig({
  root: "src/ui",
  base: "./",
  plugins: [react()],
  build: { outDir: "../../dist/ui", emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  environments: {
    loopback: node({ loopback: "electron/loopback/main.ts" }, "es"),
    main: node({ main: "electron/shell/main.ts" }, "cjs"),
    preload: node({ preload: "electron/shell/preload.ts" }, "cjs"),
    // Worker threads are started by file name from both hosts, so they have entries of their own.
    jobs: node({ job: "electron/services/jobs/worker.ts" }, "es"),
  },
  builder: {},
  test: {
    root: import.meta.dirname,
    projects: [
      project("unit", ["tests/{core,formats,host,ui,electron,scripts}/**/*.test.ts"], 30_000),
      project("contract", ["tests/contract/**/*.test.ts"], 60_000),
      project("e2e", ["tests/e2e/**/*.test.ts"], 120_000, false),
      project("render", ["tests/render/**/*.test.ts"], 180_000, false),
      project("electron", ["tests/desktop/**/*.test.ts"], 120_000, false),
    ],
  },
});

/** The rows of the contract about 常用语, which are a file of their own in the data folder. */
import { snippetsSchema } from "../../src/core/office/snippets.ts";
import type { Handlers } from "../../src/host/dispatch.ts";
import type { FileSystem } from "./files/file-system.ts";
import { readJsonFile, writeJsonFile } from "./files/json-file.ts";

type SnippetMethod = Extract<keyof Handlers, `snippets.${string}`>;

/** Handlers of every `snippets.` method; `path` is where they are kept. */
export function snippetHandlers(files: FileSystem, path: string): Pick<Handlers, SnippetMethod> {
  return {
    "snippets.get": async () => ({ snippets: await readJsonFile(files, path, snippetsSchema, []) }),
    "snippets.set": async ({ snippets }) => {
      await writeJsonFile(files, path, snippets);
      return {};
    },
  };
}

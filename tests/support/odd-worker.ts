/** A worker that misbehaves as the name of its task says, in place of the app's own. */
import { parentPort } from "node:worker_threads";

parentPort?.on("message", ({ request }: { readonly request: { readonly name: string } }) => {
  switch (request.name) {
    case "hang":
      for (;;);
    case "eat": {
      const eaten: unknown[] = [];
      for (let line = 0; ; line += 1) eaten.push({ line, text: `第${line}行` });
    }
    case "die":
      process.exit(3);
      break;
    case "throw":
      throw new Error("thrown by the worker");
    default:
      parentPort?.postMessage({ ok: true, value: request.name });
  }
});

/**
 * A host in a process of its own that types and saves without end, for tests that kill it. Prints a line for each
 * acknowledged revision: `draft`, `typed 7`, `saved 7`. Usage: `node typing-child.ts DATA-FOLDER SEED`.
 */
import { createHostServices } from "../../electron/services/host-services.ts";
import { createHost } from "../../src/host/client.ts";
import { createDispatch } from "../../src/host/dispatch.ts";
import { createInProcessTransport } from "../../src/host/in-process-transport.ts";
import { createBlank, JOB_FILE, RESOURCES, replyOf, typing } from "./host-calls.ts";

const [folder = "", seed = "0"] = process.argv.slice(2);
const services = createHostServices({
  dataFolder: folder,
  resourcesFolder: RESOURCES,
  jobFile: JOB_FILE,
  now: () => new Date(),
});
const host = createHost(createInProcessTransport(createDispatch(services.handlers)));
const say = (line: string) => process.stdout.write(`${line}\n`);

const { session } = await createBlank(host);
say("draft");
let saved = false;
for (let revision = 0; ; revision += 1) {
  // One character a step, so that the title's length tells the revision.
  const steps = [typing(String.fromCharCode(0x4e00 + (revision % 1000)))];
  replyOf(await host.call("plan.apply", { session, baseRevision: revision, steps }));
  say(`typed ${revision + 1}`);
  if ((revision + Number(seed)) % 5 !== 4) continue;
  const at = { session, revision: revision + 1 };
  if (saved) replyOf(await host.call("plan.save", { ...at, overwrite: false }));
  else replyOf(await host.call("plan.saveAs", { ...at, target: { kind: "name", name: "要点" } }));
  saved = true;
  say(`saved ${revision + 1}`);
}

/** Tracked changes as LibreOffice takes them or turns them down. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revisedPlan } from "../../src/core/revise/revised-plan.ts";
import { composeDocument } from "../../src/formats/docx/compose-document.ts";
import { markedCopy } from "../../src/formats/docx/marked-copy.ts";
import type { OfficialDocument } from "../../src/formats/docx/official-document.ts";
import { revisionSources } from "../../src/formats/docx/revision-sources.ts";
import { writeDocx } from "../../src/formats/docx/write-docx.ts";
import { docxTexts } from "../support/docx-reader.ts";
import { CHANGED, REVISED_BY, REVISED_SAMPLE } from "../support/revised-samples.ts";
import { BY_WANG } from "../support/tracked-samples.ts";

const run = promisify(execFile);
const BASIC_LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Changes"/>
</library:library>`;
/** Opens a file, accepts or rejects all changes, saves it under another name. */
const BASIC_MODULE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Resolve(source, target, command)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim format(0) As New com.sun.star.beans.PropertyValue
  format(0).Name = "FilterName"
  format(0).Value = "MS Word 2007 XML"
  Dim none()
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, none())
  document.storeToURL(target, format())
  document.close(True)
End Sub
</script:module>`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yaodian-changes-"));
  // The first start lays out the profile, and with it a library that holds nothing.
  await soffice("--terminate_after_init");
  const library = join(folder, "profile/user/basic/Standard");
  await writeFile(join(library, "script.xlb"), BASIC_LIBRARY);
  await writeFile(join(library, "Changes.xba"), BASIC_MODULE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function soffice(argument: string): Promise<void> {
  await run("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", argument]);
}

async function resolved(docx: Uint8Array, command: string): Promise<readonly string[]> {
  const source = join(folder, "copy.docx");
  const target = join(folder, `${command}.docx`);
  await writeFile(source, docx);
  await soffice(`macro:///Standard.Changes.Resolve("file://${source}","file://${target}","${command}")`);
  return withoutTabs(docxTexts(await readFile(target)));
}

async function textsOf(document: OfficialDocument): Promise<readonly string[]> {
  return withoutTabs(docxTexts(await writeDocx(document)));
}

/** LibreOffice saves a tab as an element of its own. */
function withoutTabs(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.replaceAll("\t", ""));
}

describe("a copy with tracked changes in LibreOffice", () => {
  const before = composeDocument(REVISED_SAMPLE);
  const after = composeDocument(CHANGED);

  it("is the new text when all is accepted, the old one when all is rejected", async () => {
    const docx = await writeDocx(markedCopy(before, after, REVISED_BY));
    expect(await resolved(docx, "AcceptAllTrackedChanges")).toEqual(await textsOf(after));
    expect(await resolved(docx, "RejectAllTrackedChanges")).toEqual(await textsOf(before));
  });

  it("is the same of changes that two people made while they were tracked, moves included", async () => {
    const revised = revisedPlan(BY_WANG);
    if (!revised) throw new Error("no change is open");
    const [old, next] = [composeDocument(revised.before), composeDocument(BY_WANG)];
    const docx = await writeDocx(
      markedCopy(old, next, revisionSources(revised.before, revised.changes, REVISED_BY)),
    );
    expect(await resolved(docx, "AcceptAllTrackedChanges")).toEqual(await textsOf(next));
    expect(await resolved(docx, "RejectAllTrackedChanges")).toEqual(await textsOf(old));
  });
});

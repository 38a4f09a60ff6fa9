/** A plan of the tests open in the window. */
import { encodePlanFile } from "../../../electron/services/plans/plan-file.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { editor, openWindow, type WindowOptions, type WindowPage } from "../window/window-page.ts";

export async function openPlanWindow(plan: WorkPlan, options: WindowOptions = {}): Promise<WindowPage> {
  const opened = await openWindow(options);
  await openPlan(opened, plan);
  return opened;
}

/** Opens a plan from the start screen, as a file that the drafter chose. */
export async function openPlan({ page }: WindowPage, plan: WorkPlan): Promise<void> {
  const { bytes } = encodePlanFile({ documentId: crypto.randomUUID(), revision: 1, previous: null, plan });
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^打开/ }).click();
  await (await chooser).setFiles({
    name: "要点.yaodian",
    mimeType: "application/json",
    buffer: Buffer.from(bytes),
  });
  await editor(page).waitFor();
}

/** PDF of what the app gives to the printer when it prints. */
export async function printedPdf({ page }: WindowPage): Promise<Uint8Array> {
  await page.evaluate(() => {
    const hold: { done?: () => void; started?: () => void } = {};
    const started = new Promise<void>((resolve) => {
      hold.started = resolve;
    });
    const done = new Promise<void>((resolve) => {
      hold.done = resolve;
    });
    Object.assign(window, {
      heldPrint: { started, done: () => hold.done?.() },
      // The pages stay ready until the test has printed them.
      print: () => {
        hold.started?.();
        return done;
      },
    });
  });
  await page.keyboard.press("Control+p");
  await page.evaluate(
    () => (window as unknown as { heldPrint: { started: Promise<void> } }).heldPrint.started,
  );
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.evaluate(() => (window as unknown as { heldPrint: { done: () => void } }).heldPrint.done());
  return pdf;
}

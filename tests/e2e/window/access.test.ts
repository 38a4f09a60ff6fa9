/** What everybody needs who cannot use mouse, motion or small type. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editor, JIANYANG, newDraft, openWindow, readSource } from "./window-page.ts";

/** Windows of 1366×768 at 100, 150 and 200 %, in CSS pixels. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 911, height: 512 },
  { width: 683, height: 384 },
];
/** Fewer stops than this in all places together would mean that Tab got stuck. */
const LEAST_STOPS = 120;
/** Longest round of Tab through one place. */
const MOST_STOPS = 90;

/** Buttons, fields and headings that no scrolling brings into the window. */
function unreachable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.querySelector("dialog[open]") ?? document.body;
    const canScroll = (element: Element) => {
      for (
        let around = element.parentElement;
        around && around !== document.body;
        around = around.parentElement
      ) {
        const { overflowX, overflowY } = getComputedStyle(around);
        if (/auto|scroll/.test(overflowX + overflowY)) return true;
      }
      return false;
    };
    return [...root.querySelectorAll("button, input, select, textarea, [role=tab], h2, h3")]
      .filter((element) => element.checkVisibility() && !element.closest(".visually-hidden"))
      .filter((element) => {
        const { left, top, right, bottom, width } = element.getBoundingClientRect();
        const inside = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
        return width > 1 && !inside && !canScroll(element);
      })
      .map((element) => element.getAttribute("aria-label") ?? element.textContent);
  });
}

async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "查找命令" }).fill(words);
  await page.keyboard.press("Enter");
}

/**
 * Goes round with Tab and gives the stops that look the same with the keyboard and without: neither the element nor
 * what is around it or made before and after it changes.
 */
async function stopsOfTab(
  page: Page,
): Promise<{ readonly stops: number; readonly withoutFocus: readonly string[] }> {
  await page.evaluate(() => {
    const LOOKS = [
      "outlineStyle",
      "outlineWidth",
      "outlineColor",
      "boxShadow",
      "borderColor",
      "backgroundColor",
    ] as const;
    const PARTS = ["", "::before", "::after"];
    const MOST_ROWS = 300;
    const looksOf = (element: Element) => {
      const looks: string[] = [];
      for (let at: Element | null = element, up = 0; at && up < 3; at = at.parentElement, up += 1) {
        for (const part of PARTS) {
          const style = getComputedStyle(at, part || null);
          looks.push(...LOOKS.map((look) => style[look]), style.transform, style.content);
        }
        const next = at.nextElementSibling;
        if (up === 0 && next) looks.push(...LOOKS.map((look) => getComputedStyle(next)[look]));
      }
      // A list keeps the keyboard and shows it at its active row.
      for (const row of [...element.querySelectorAll("*")].slice(0, MOST_ROWS)) {
        const style = getComputedStyle(row);
        looks.push(...LOOKS.map((look) => style[look]));
      }
      return looks.join("|");
    };
    Object.assign(window, { looksOf });
  });
  type Looking = typeof globalThis & { looksOf: (element: Element) => string; last?: Element };
  const bad: string[] = [];
  const seen = new Set<string>();
  let before = "";
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const looking = globalThis as Looking;
      const { last } = looking;
      const active = document.activeElement;
      const nameOf = (element: Element) =>
        `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent.slice(0, 20)}`;
      const left = last && last !== active ? { name: nameOf(last), looks: looking.looksOf(last) } : undefined;
      if (active) looking.last = active;
      const here =
        active && active !== document.body
          ? { name: nameOf(active), looks: looking.looksOf(active) }
          : undefined;
      return { left, here };
    });
    if (found.left && found.left.looks === before) bad.push(found.left.name);
    before = found.here?.looks ?? "";
    const key = found.here?.name ?? "";
    if (seen.has(key) && stop > 8) break;
    seen.add(key);
  }
  return { stops: seen.size, withoutFocus: bad };
}

describe("access", () => {
  it("leaves nothing out of reach at 100, 150 and 200 % of a small screen", async () => {
    const { page } = await openWindow();
    const found: string[] = [];
    const check = async (place: string) => {
      for (const size of SIZES) {
        await page.setViewportSize(size);
        // Two frames: one for the media queries, one for what React makes of them.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        found.push(...(await unreachable(page)).map((name) => `${place} ${size.width}: ${name}`));
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    };
    await check("start");
    await readSource(page, JIANYANG);
    await check("reading");
    await page.getByRole("button", { name: "下一步" }).click();
    await check("options");
    await page.getByRole("button", { name: "生成文稿" }).click();
    await editor(page).waitFor();
    await check("editor");
    for (const words of [
      "导出",
      "事项库",
      "时序表",
      "本单位信息",
      "版式设置",
      "快捷键",
      "字数统计",
      "转到条目",
    ]) {
      await runCommand(page, words);
      await page.locator("dialog[open]").waitFor();
      await check(words);
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    }
    await runCommand(page, "替换");
    await check("replace");
    await page.keyboard.press("Escape");
    await runCommand(page, "版本");
    await check("versions");
    await runCommand(page, "责任分解");
    await check("tasks");
    await page.keyboard.press("F5");
    await page.getByRole("img", { name: "第 1 页" }).first().waitFor();
    await check("preview");
    expect(found).toEqual([]);
  });

  it("shows where the keyboard is at every stop of Tab", async () => {
    const { page } = await openWindow();
    const bad: string[] = [];
    let stops = 0;
    const check = async (place: string) => {
      const found = await stopsOfTab(page);
      stops += found.stops;
      bad.push(...found.withoutFocus.map((name) => `${place}: ${name}`));
    };
    await check("start");
    await newDraft(page);
    await page.getByRole("button", { name: "返回开始页" }).focus();
    // As far as the text, where Tab is a key of writing.
    await check("window");
    for (const panel of ["建议", "时序", "公文要素", "指标", "来源", "核稿"]) {
      await page.getByRole("tab", { name: panel }).click();
      await check(panel);
    }
    for (const words of ["导出", "事项库", "版式设置", "本单位信息", "时序表"]) {
      await runCommand(page, words);
      await page.locator("dialog[open]").waitFor();
      await check(words);
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    }
    await runCommand(page, "替换");
    await check("replace");
    await runCommand(page, "对照去年");
    await check("compare");
    await runCommand(page, "责任分解");
    await check("tasks");
    expect(bad).toEqual([]);
    expect(stops).toBeGreaterThan(LEAST_STOPS);
  });

  it("moves nothing for those who want no motion", async () => {
    const { page } = await openWindow({ reducedMotion: true });
    await page.evaluate(() => {
      const moved: number[] = [];
      const { animate } = Element.prototype;
      Element.prototype.animate = function (frames, options) {
        moved.push(typeof options === "number" ? options : Number(options?.duration ?? 0));
        return animate.call(this, frames, options);
      };
      Object.assign(window, { moved });
    });
    const moving = () =>
      page.evaluate(() => {
        const { moved } = globalThis as unknown as { readonly moved: readonly number[] };
        const styled = [...document.querySelectorAll("*")].flatMap((element) =>
          ["", "::before", "::after"].flatMap((part) => {
            const { transitionDuration, transitionProperty, animationName } = getComputedStyle(
              element,
              part || null,
            );
            const moves =
              animationName !== "none" || (transitionProperty !== "none" && transitionDuration !== "0s");
            return moves ? [`${element.className}${part} ${animationName} ${transitionDuration}`] : [];
          }),
        );
        return [...styled, ...moved.filter((duration) => duration > 1)];
      });
    const found = [...(await moving())];
    await newDraft(page);
    for (const key of ["Control+e", "Control+Shift+f", "Control+k"]) {
      await page.keyboard.press(key);
      await page.locator("dialog[open]").waitFor();
      found.push(...(await moving()).map(String));
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    }
    await page.getByRole("button", { name: /^编号：/ }).click();
    found.push(...(await moving()).map(String));
    await page.keyboard.press("Escape");
    await runCommand(page, "对照去年");
    found.push(...(await moving()).map(String));
    expect([...new Set(found)]).toEqual([]);
  });
});

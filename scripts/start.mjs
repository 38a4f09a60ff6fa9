// `npm start`: installs, builds what is stale and runs the app, in Electron or else in the default browser.
// Dependency-free, Node 20: it runs before anything is installed.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runInBrowser } from "./lib/browser.mjs";
import { ensureBuilt } from "./lib/build.mjs";
import { findElectron, runElectron, whyNoElectron } from "./lib/electron.mjs";
import { ensureInstalled } from "./lib/install.mjs";

const USAGE = `npm start -- [--browser] [--data 文件夹]

  --browser   直接在默认浏览器中打开（open in the default browser）
  --data      数据文件夹，默认用系统的应用数据文件夹（data folder）`;

const { browser, data } = readArguments();
ensureInstalled();
ensureBuilt();
process.exit(await run());

async function run() {
  if (browser) return runInBrowser(data);
  const impossible = whyNoElectron(process);
  const executable = impossible ? undefined : findElectron();
  if (!executable) return runInBrowser(data, impossible ?? "没有可用的 Electron（no Electron runtime）");
  const { code, started } = await runElectron(executable, data);
  if (started) return code;
  return runInBrowser(data, `Electron 未能启动，退出码 ${code}（Electron did not start）`);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { browser: { type: "boolean" }, data: { type: "string" }, help: { type: "boolean" } },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    return { browser: values.browser ?? false, data: values.data && resolve(values.data) };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(2);
  }
}

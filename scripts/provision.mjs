// Programs that the tests drive: Chromium, LibreOffice, poppler, a Chinese font and a virtual display.
// Dependency-free, Node 20: it runs before anything is installed.
import { spawnSync } from "node:child_process";

/** What the tests need, how to see whether it is there, and the Debian package that brings it. */
const NEEDS = [
  { what: "Chromium", package: "chromium", found: () => canRun("chromium", ["--version"]) },
  {
    what: "LibreOffice Writer",
    package: "libreoffice-writer-nogui",
    found: () => canRun("soffice", ["--version"]),
  },
  {
    what: "LibreOffice Calc",
    package: "libreoffice-calc-nogui",
    // Its library stands beside the program that `soffice` is a link to.
    found: () =>
      canRun("sh", ["-c", 'test -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.so"']),
  },
  {
    what: "poppler (pdftotext, pdftoppm)",
    package: "poppler-utils",
    found: () => canRun("pdftotext", ["-v"]) && canRun("pdftoppm", ["-v"]),
  },
  {
    what: "Noto CJK fonts",
    package: "fonts-noto-cjk",
    found: () => outputOf("fc-list", [":lang=zh-cn", "family"]).includes("Noto Sans CJK SC"),
  },
  { what: "Xvfb", package: "xvfb", found: () => canRun("sh", ["-c", "command -v xvfb-run"]) },
];

/** Installs what is missing with apt-get where that is possible; otherwise says exactly what to install and returns false. */
export function provision() {
  const missing = NEEDS.filter((need) => !need.found());
  if (missing.length === 0) return true;
  const packages = missing.map((need) => need.package);
  const command = `apt-get install -y ${packages.join(" ")}`;
  if (process.getuid?.() !== 0 || !canRun("apt-get", ["--version"])) {
    console.error(`Missing: ${missing.map((need) => need.what).join(", ")}.`);
    console.error(
      `Install these and run npm test again. On Debian or Ubuntu, as root: apt-get update && ${command}`,
    );
    return false;
  }
  console.log(`> apt-get update && ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet = { stdio: ["ignore", "ignore", "inherit"], env };
  if (spawnSync("apt-get", ["update", "-q"], quiet).status !== 0) return false;
  if (spawnSync("apt-get", ["install", "-y", "-q", ...packages], quiet).status !== 0) return false;
  const still = NEEDS.filter((need) => !need.found());
  for (const need of still)
    console.error(`${need.what} cannot be run although ${need.package} was installed.`);
  return still.length === 0;
}

function canRun(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

function outputOf(program, args) {
  return spawnSync(program, args, { encoding: "utf8" }).stdout ?? "";
}

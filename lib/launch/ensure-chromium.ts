import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runCommand } from "./processes/run-command.ts";
import { StartUpError } from "./start-up-error.ts";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium for the end-to-end tests: Playwright's own, one of the system, or Debian's, installed when that is possible. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Debian's chromium with apt-get");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runCommand("apt-get", ["update", "-q"], { env });
    const installed = await runCommand(
      "apt-get",
      ["install", "-y", "-q", "--no-install-recommends", "chromium"],
      { env },
    );
    const path = findChromium();
    if (path !== undefined) return path;
    throw new StartUpError(
      `apt-get could not install chromium: ${installed.output.trim().split("\n").slice(-3).join(" ")}`,
    );
  }
  throw new StartUpError(
    "The end-to-end tests need Chromium, and none was found. Install it (`npx playwright install chromium`, or your system's chromium package) and run npm test again.",
  );
}

function findChromium(): string | undefined {
  return [chromium.executablePath(), ...usualPlaces].find((path) => existsSync(path));
}

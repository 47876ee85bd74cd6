// A page in headless Chromium: what it complains about is collected, and each step leaves a screenshot.
import { chromium } from "playwright-core";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";

const PROGRAMS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
// Chromium must not look for anything but the page, and as root it has no sandbox.
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

// Runs `steps` with a page that shows `url`. What the page reports as an error fails the test, save what `expects` allows.
export async function browse(url, screenshots, steps, { expects = () => false, ...options } = {}) {
  const executablePath = PROGRAMS.find((program) => program && existsSync(program));
  if (!executablePath) throw new Error("no Chromium was found; the environment variable CHROMIUM names it");
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const complaints = [];
    const complain = (text, about = "") => { if (!expects(text, about)) complaints.push(`${text} (${about})`); };
    page.on("console", (message) => {
      if (message.type() === "error") complain(message.text(), message.location().url);
    });
    page.on("pageerror", (error) => complain(String(error)));
    // What the page itself gives up, because it goes on, has not failed.
    const isGivenUp = (request) => request.failure()?.errorText === "net::ERR_ABORTED";
    page.on("requestfailed", (request) => {
      if (!isGivenUp(request)) complain(request.failure()?.errorText ?? "failed", request.url());
    });
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== new URL(url).origin) complain("a request to elsewhere", request.url());
    });
    await page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => {
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
    }));
    let number = 0;
    const shoot = async (name, shown = page) => {
      mkdirSync(screenshots, { recursive: true });
      const file = path.join(screenshots, `${String(++number).padStart(2, "0")}-${name}.png`);
      await shown.screenshot({ path: file });
    };
    try {
      await page.goto(url);
      await steps(page, shoot);
    } catch (error) {
      await shoot("failed");
      error.message += `\n${complaints.join("\n")}`;
      throw error;
    }
    if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join("\n")}`);
  } finally {
    await browser.close();
  }
}

// A document that is refused has the status 400, which Chromium reports as if something was missing.
export const refusals = (text, about) => text.includes("400 (Bad Request)") && about.endsWith("/graphql");

export function assert(condition, message) {
  if (!condition) throw new Error(message);
}

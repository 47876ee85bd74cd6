// The pages at /schema, as one finds them from the page at /: both programs go this way.
import { assert } from "./browser.mjs";

// Text below this is not read, but guessed.
const LEGIBLE = 9;

// Goes from the page at `/` to the schema, searches, opens a type, and follows its sample query back to the editor.
export async function schema(page, shoot) {
  await page.getByRole("link", { name: "Schema" }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await heading.getByText("The schema of").waitFor();
  await page.locator("figure svg a.card").first().waitFor();
  await look(page);
  await shoot("schema");

  // What is found stands there before anything is sent.
  await page.keyboard.press("/");
  await page.keyboard.type("bed");
  await heading.getByText("Search").waitFor();
  const found = page.locator("main table");
  await found.getByRole("link", { name: "Berth", exact: true }).waitFor();
  assert(await found.getByRole("link", { name: "Country", exact: true }).count() === 0, "the search finds everything");
  await shoot("schema-search");

  await page.goBack();
  await page.goForward();
  await page.getByRole("link", { name: "Show the whole schema" }).click();
  await page.locator("figure svg a.card").filter({ hasText: /^public\.trainTrain/ }).click();
  await heading.getByText("Train", { exact: true }).waitFor();
  for (const part of ["Sample query", "Fields", "Relations", "Keys", "Indexes"]) {
    await page.getByRole("heading", { name: part, exact: true }).waitFor();
  }
  await page.locator("tr").filter({ hasText: "Number in the timetable" }).first().waitFor();
  await look(page);
  await shoot("schema-type");

  const size = page.viewportSize();
  await page.setViewportSize({ width: 420, height: 800 });
  await look(page);
  await shoot("schema-narrow");
  await page.setViewportSize(size);

  const sample = await page.locator(".sample code").innerText();
  await page.getByRole("link", { name: "Open in the editor" }).click();
  return sample;
}

// The same without scripts: pictures are there, and the search is a form.
export async function schemaWithoutScripts(page, shoot) {
  const context = await page.context().browser().newContext({ javaScriptEnabled: false, viewport: page.viewportSize() });
  const plain = await context.newPage();
  await plain.goto(new URL("/schema", page.url()).href);
  await plain.locator("figure svg a.card").first().waitFor();
  await plain.getByLabel("Search").fill("bed");
  await plain.getByRole("button", { name: "Search" }).click();
  await plain.locator("main table").getByRole("link", { name: "Berth", exact: true }).click();
  await plain.locator("figure svg a.card.central").waitFor();
  await shoot("schema-without-scripts", plain);
  await context.close();
}

// Nothing makes the page wider than the window, and the pictures can be read.
async function look(page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert(width <= 0, `the page is ${width} pixels wider than the window`);
  const size = await page.evaluate(() => Math.min(...Array.from(document.querySelectorAll("figure svg"), (picture) =>
    parseFloat(getComputedStyle(picture).fontSize) * picture.getBoundingClientRect().width / picture.viewBox.baseVal.width)));
  assert(size >= LEGIBLE, `text in a picture is ${size.toFixed(1)} pixels high`);
}

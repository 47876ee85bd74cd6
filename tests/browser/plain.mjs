// The page of our own: node plain.mjs URL DIRECTORY [notice]
// With `notice`, it stands in for GraphiQL and says why; without, it has the tabs of the demo.
import { assert, browse, refusals } from "./browser.mjs";
import { schema, schemaWithoutScripts } from "./schema.mjs";

const [url, screenshots, notice] = process.argv.slice(2);
const isDemo = notice === undefined;

await browse(url, screenshots, async (page, shoot) => {
  const result = page.locator("#result");
  const status = page.locator("#status");
  const tabs = page.getByRole("tab");
  await tabs.first().waitFor();
  if (isDemo) {
    // The first tab has run by itself.
    await result.getByText('"data"').waitFor();
  } else {
    await page.getByRole("status").getByText(notice).waitFor();
    await page.getByRole("button", { name: "Run" }).click();
    await result.getByText('"data"').waitFor();
  }
  await status.getByText("1 statement").waitFor();
  assert(/resolvers without batching: [\d,]+ statements/.test(await status.innerText()), "the comparison is missing");
  // Its SQL stands beside it, and can be put away for good.
  const sql = page.locator("#sql");
  await sql.getByText("SELECT").waitFor();
  await shoot("first-tab");
  await page.locator("#statements summary").click();
  await sql.waitFor({ state: "hidden" });
  await shoot("without-sql");

  // Tabs are led through by the arrows and run by Ctrl+Enter; what was run stays with its tab.
  await tabs.first().focus();
  for (let index = 1; index < await tabs.count(); index++) {
    await page.keyboard.press("ArrowRight");
    const title = await tabs.nth(index).innerText();
    assert(await tabs.nth(index).getAttribute("aria-selected") === "true", `the arrow does not lead to ${title}`);
    await page.locator("#query").press("Control+Enter");
    await result.getByText(title === "Mistake" ? '"errors"' : '"data"').waitFor();
    await shoot(`tab-${title}`);
    await tabs.nth(index).focus();
  }
  await page.keyboard.press("Home");
  await result.getByText('"data"').waitFor();

  // Editing: lines keep their indent, Tab indents, and after Escape it leads on.
  const query = page.locator("#query");
  await query.fill("");
  await query.pressSequentially("query Typed($n: Int) {\n__schema {\nqueryType {");
  await query.press("Tab");
  const typed = await query.inputValue();
  assert(typed === "query Typed($n: Int) {\n  __schema {\n    queryType {  ", `what was typed is ${JSON.stringify(typed)}`);
  await query.pressSequentially("name } } trains(first: $n) { nodes { number } } }");
  await query.press("Escape");
  await query.press("Tab");
  assert(await page.evaluate(() => document.activeElement.id) !== "query", "the keyboard is trapped");

  // Variables are sent, and what is no JSON is refused here.
  await page.getByText("Variables and headers").click();
  await page.getByLabel("Variables").fill('{"n": 1}');
  await page.getByRole("button", { name: "Run" }).click();
  await result.getByText('"NT 101"').or(result.getByText('"queryType"')).first().waitFor();
  await shoot("variables");
  await page.getByLabel("Variables").fill("{");
  await page.getByRole("button", { name: "Run" }).click();
  await result.getByText("Variables must be a JSON object").waitFor();
  await shoot("not-json");

  await page.emulateMedia({ colorScheme: "dark" });
  await shoot("dark");
  await page.setViewportSize({ width: 420, height: 800 });
  await shoot("narrow");

  // From the schema a sample query leads here, into a tab of its own. It waits to be run.
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 800 });
  const sample = await schema(page, shoot);
  await tabs.first().getByText("Query").waitFor();
  assert((await query.inputValue()).trim() === sample.trim(), `the editor holds another query: ${await query.inputValue()}`);
  assert(await result.innerText() === "", "a query from the address has run by itself");
  await page.getByRole("button", { name: "Run" }).click();
  await result.getByText('"data"').waitFor();
  await status.getByText("1 statement").waitFor();
  await shoot("schema-sample");
  await schemaWithoutScripts(page, shoot);
}, { expects: refusals, colorScheme: "light" });

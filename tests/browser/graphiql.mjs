// GraphiQL over the demo: node graphiql.mjs URL DIRECTORY
import { assert, browse, refusals } from "./browser.mjs";
import { schema, schemaWithoutScripts } from "./schema.mjs";

const [url, screenshots] = process.argv.slice(2);

await browse(url, screenshots, async (page, shoot) => {
  const result = page.locator(".graphiql-response .CodeMirror");
  const facts = page.locator(".explanation summary");

  // The first tab has run by itself.
  await page.locator(".graphiql-tab").first().waitFor();
  await result.getByText('"data"').waitFor();
  await facts.getByText("1 statement").waitFor();
  const text = await facts.innerText();
  const [, without] = text.match(/resolvers without batching: ([\d,]+) statements/) ?? [];
  assert(Number(without?.replace(",", "")) > 10, `the comparison is missing: ${text}`);
  // Its SQL stands beside it, and can be put away for good.
  const sql = page.locator(".explanation pre");
  await sql.getByText("SELECT").first().waitFor();
  await shoot("first-tab");
  await facts.click();
  await sql.waitFor({ state: "hidden" });
  await shoot("without-sql");

  // Every other tab runs, too.
  const tabs = page.locator(".graphiql-tab");
  for (let index = 1; index < await tabs.count(); index++) {
    const title = await tabs.nth(index).innerText();
    await tabs.nth(index).click();
    await page.locator(".graphiql-execute-button").click();
    await result.getByText(title.startsWith("Mistake") ? '"errors"' : '"data"').waitFor();
    await shoot(`tab-${title.trim()}`);
  }

  // A field's name is completed.
  await page.getByLabel("New tab").click();
  const editor = page.locator(".graphiql-query-editor .CodeMirror");
  await editor.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("{ trains { nodes { compan");
  await page.keyboard.press("Control+Space");
  const hints = page.locator(".CodeMirror-hints");
  await hints.getByText("company", { exact: true }).first().waitFor();
  await shoot("completion");
  await page.keyboard.press("Enter");
  await editor.getByText("company", { exact: true }).waitFor();

  // Explorer, documentation and settings open.
  await page.getByLabel(/Show GraphiQL Explorer/).click();
  await page.locator(".graphiql-explorer-root").getByText("companyByName", { exact: true }).first().waitFor();
  await shoot("explorer");
  await page.getByLabel(/Documentation Explorer/).click();
  await page.locator(".graphiql-doc-explorer").getByText("Query", { exact: true }).first().waitFor();
  await shoot("documentation");
  await page.getByLabel("Open settings dialog").click();
  await page.getByRole("dialog").waitFor();
  await page.getByRole("button", { name: "Dark" }).click();
  await shoot("settings-dark");
  await page.keyboard.press("Escape");
  await shoot("dark");

  // From the schema a sample query leads here, into a tab of its own. It waits to be run.
  const sample = await schema(page, shoot);
  await editor.getByText("query", { exact: true }).first().waitFor();
  // An empty line holds a space of no width.
  const lines = (await editor.locator(".CodeMirror-line").allInnerTexts()).join("\n").replaceAll("\u200b", "");
  assert(lines.trim() === sample.trim(), `the editor holds another query:\n${lines}\n${sample}`);
  assert(await facts.count() === 0, "a query from the address has run by itself");
  const tab = await page.locator(".graphiql-tab-active").boundingBox();
  const list = await page.locator(".graphiql-tabs").boundingBox();
  assert(tab.x + tab.width <= list.x + list.width + 1, "the tab is out of sight");
  await page.locator(".graphiql-execute-button").click();
  await result.getByText('"data"').waitFor();
  await facts.getByText("1 statement").waitFor();
  await shoot("schema-sample");
  await schemaWithoutScripts(page, shoot);
}, { expects: refusals });

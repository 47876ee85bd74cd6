// GraphiQL over the demo: node graphiql.mjs URL DIRECTORY
import { assert, browse, refusals } from "./browser.mjs";

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
  await shoot("first-tab");

  await facts.click();
  await page.locator(".explanation pre").getByText("SELECT").first().waitFor();
  await shoot("sql");
  await facts.click();

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
}, { expects: refusals });

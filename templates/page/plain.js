"use strict";

// An editor that needs nothing from elsewhere.
(async () => {
  const element = (id) => document.getElementById(id);
  const [tabList, form, query, variables, headers, run, status, result, statements, sql] =
    ["tabs", "request", "query", "variables", "headers", "run", "status", "result", "statements", "sql"].map(element);
  const config = await (await fetch("page/config.json")).json();
  document.title = `${config.database} · relata`;
  element("database").textContent = config.database;

  // Tabs ---------------------------------------------------------------------------------------------------------------

  const tabs = [...opened(), ...config.tabs].map((tab) => ({ variables: "", ...tab, outcome: null }));
  let active = 0;
  let touched = false;

  // A query in the address comes first. It does not run by itself: who wrote the link may be anybody.
  function opened() {
    const parameters = new URLSearchParams(location.search);
    const text = parameters.get("query");
    return text ? [{ title: "Query", query: text, variables: parameters.get("variables") ?? "" }] : [];
  }

  tabList.append(...tabs.map((tab, index) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", id: `tab-${index}`, textContent: tab.title });
    button.setAttribute("role", "tab");
    button.setAttribute("aria-controls", "request");
    button.addEventListener("click", () => open(index));
    return button;
  }));

  // As the patterns for tabs have it: one of them is in the order of focus, the arrows lead to the others.
  tabList.addEventListener("keydown", (event) => {
    const target = { ArrowLeft: active - 1, ArrowRight: active + 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    open((target + tabs.length) % tabs.length);
    tabList.children[active].focus();
  });

  function open(index) {
    active = index;
    for (const [position, button] of [...tabList.children].entries()) {
      button.setAttribute("aria-selected", String(position === index));
      button.tabIndex = position === index ? 0 : -1;
    }
    tabList.children[index].scrollIntoView({ block: "nearest", inline: "nearest" });
    form.setAttribute("aria-labelledby", `tab-${index}`);
    query.value = tabs[index].query;
    variables.value = tabs[index].variables;
    if (variables.value) element("more").open = true;
    show(tabs[index].outcome);
  }

  // Editing ------------------------------------------------------------------------------------------------------------

  let leaves = false;
  query.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Tab" && plain && !event.shiftKey && !leaves) {
      event.preventDefault();
      insert("  ");
    } else if (event.key === "Enter" && plain && !event.shiftKey) {
      event.preventDefault();
      const line = query.value.slice(0, query.selectionStart).split("\n").at(-1);
      const indent = line.match(/^ */)[0];
      const opens = /[{(\[]\s*$/.test(line);
      insert(`\n${indent}${opens ? "  " : ""}`);
    }
    leaves = event.key === "Escape";
  });
  query.addEventListener("blur", () => { leaves = false; });

  function insert(text) {
    query.setRangeText(text, query.selectionStart, query.selectionEnd, "end");
    query.dispatchEvent(new Event("input", { bubbles: true }));
  }

  form.addEventListener("input", () => {
    touched = true;
    Object.assign(tabs[active], { query: query.value, variables: variables.value });
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    execute(active);
  });

  // Running ------------------------------------------------------------------------------------------------------------

  const parsed = (text, name) => {
    if (text.trim() === "") return {};
    try {
      const value = JSON.parse(text);
      if (value !== null && typeof value === "object" && !Array.isArray(value)) return value;
    } catch { /* said below */ }
    throw new Error(`${name} must be a JSON object, as {"name": "value"}.`);
  };

  // Of several operations the one that the cursor is in.
  function operationName(text) {
    const names = [...text.matchAll(/^\s*(?:query|mutation|subscription)\s+(\w+)/gm)];
    const before = names.filter((match) => match.index <= query.selectionStart);
    return names.length > 1 ? (before.at(-1) ?? names[0])[1] : undefined;
  }

  async function execute(index) {
    const tab = tabs[index];
    run.disabled = true;
    try {
      tab.outcome = await answer(tab);
    } catch (error) {
      tab.outcome = { text: error.message, explanation: null, failed: true };
    }
    run.disabled = false;
    if (index === active) show(tab.outcome);
  }

  async function answer(tab) {
    const body = { query: tab.query, variables: parsed(tab.variables, "Variables"), operationName: operationName(tab.query) };
    const response = await fetch("graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", ...parsed(headers.value, "Headers") },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    try {
      const value = JSON.parse(text);
      const explanation = explain.take(value);
      return { text: JSON.stringify(value, null, 2), explanation, isJson: true, failed: Boolean(value.errors) };
    } catch {
      return { text: `The server answered ${response.status}: ${text || response.statusText}`, explanation: null, failed: true };
    }
  }

  function show(outcome) {
    result.replaceChildren(...(outcome?.isJson ? coloured(outcome.text) : [outcome?.text ?? ""]));
    result.scrollTop = 0;
    const told = outcome?.explanation;
    const facts = document.createElement("strong");
    facts.textContent = told ? explain.facts(told).join(" · ") : outcome?.failed ? "Error" : outcome ? "Done" : "";
    status.replaceChildren(facts, told ? explain.comparison(told) : "");
    statements.hidden = !told?.sql.length;
    sql.textContent = told?.sql.join(";\n\n") ?? "";
  }

  statements.open = explain.isShown();
  statements.addEventListener("toggle", () => explain.remember(statements.open));

  // JSON as elements, so that nothing in it can be taken for HTML.
  function coloured(text) {
    const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|\b(true|false|null)\b/g;
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(token)) {
      const [whole, string, colon, number] = match;
      const span = document.createElement("span");
      span.className = colon ? "key" : string ? "string" : number ? "number" : "word";
      span.textContent = string ?? whole;
      parts.push(text.slice(end, match.index), span, colon ?? "");
      end = match.index + whole.length;
    }
    return [...parts, text.slice(end)];
  }

  // GraphiQL, if it is on its way ------------------------------------------------------------------------------------------

  async function awaitGraphiql() {
    const notice = element("notice");
    const say = (...content) => {
      notice.hidden = false;
      notice.replaceChildren(...content);
    };
    for (;;) {
      const { graphiql } = await (await fetch("page/status")).json();
      if (graphiql === "ready") {
        if (!touched) return location.reload();
        const link = document.createElement("a");
        Object.assign(link, { href: location.href, textContent: "open it" });
        return say("GraphiQL is here: ", link, ".");
      }
      if (graphiql === "failed") return say("GraphiQL could not be fetched; the server's log says why. This page does without.");
      say("GraphiQL is being fetched, once.");
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  }

  if (tabs.length > 0) open(0);
  if (config.runsFirst && opened().length === 0) execute(0);
  if (config.graphiql) awaitGraphiql();
})();

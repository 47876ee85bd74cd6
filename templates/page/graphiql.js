"use strict";

// GraphiQL with its explorer, over the API of this server. The libraries are globals: React, ReactDOM, GraphiQL.
(async () => {
  const h = React.createElement;
  const { useEffect, useRef } = React;
  const { useEditorContext, useExecutionContext } = GraphiQL.React;

  // Menus and dialogs keep the page from scrolling by a style element, which the content security policy allows by this.
  window.__webpack_nonce__ = document.querySelector("meta[name=style-nonce]").content;

  const config = await (await fetch("page/config.json")).json();
  document.title = `${config.database} · relata`;
  // Several databases may be served at one address, one after the other: each has tabs of its own.
  const storage = GraphiQL.createLocalStorage({ namespace: `relata/${config.database}` });

  // By the text of the result, because GraphiQL keeps that for each tab, and nothing else.
  const told = new Map();

  async function fetcher({ query, variables, operationName }, options) {
    // Just after a change of tabs this is still the other tab's operation.
    const isThere = new RegExp(`\\b(query|mutation|subscription)\\s+${operationName}\\b`).test(query);
    const request = { query, variables, operationName: isThere ? operationName : undefined };
    const response = await fetch("graphql", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/graphql-response+json, application/json;q=0.9",
        ...options?.headers,
      },
      body: JSON.stringify(request),
    });
    const text = await response.text();
    try {
      const answer = JSON.parse(text);
      const explanation = explain.take(answer);
      if (explanation) told.set(JSON.stringify(answer, null, 2), explanation);
      return answer;
    } catch {
      return { errors: [{ message: `The server answered ${response.status}: ${text || response.statusText}` }] };
    }
  }

  // A query in the address comes first. It does not run by itself: who wrote the link may be anybody.
  function opened() {
    const parameters = new URLSearchParams(location.search);
    const query = parameters.get("query");
    if (!query) return null;
    history.replaceState(null, "", location.pathname);
    return { query, variables: parameters.get("variables") ?? undefined };
  }

  function Explanation() {
    const { tabs, activeTabIndex, queryEditor } = useEditorContext({ nonNull: true });
    const { run } = useExecutionContext({ nonNull: true });
    const hasRun = useRef(false);
    const tab = tabs[activeTabIndex];
    useEffect(() => {
      const isFirst = tab?.query === config.tabs[0]?.query;
      if (queryEditor && config.runsFirst && isFirst && !hasRun.current) {
        hasRun.current = true;
        run();
      }
    }, [queryEditor]);

    // With many tabs the one that was just opened would be out of sight.
    useEffect(() => {
      document.querySelector(".graphiql-tab-active")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }, [activeTabIndex, tabs.length, tab?.title]);

    const explanation = told.get(tab?.response);
    if (!explanation) return null;
    const onToggle = (event) => explain.remember(event.currentTarget.open);
    return h("details", { className: "explanation", open: explain.isShown(), onToggle },
      h("summary", null,
        explanation.sql.length > 0 && h("span", { className: "toggle" }, "SQL"),
        h("strong", null, explain.facts(explanation).join(" · ")),
        h("span", null, explain.comparison(explanation))),
      explanation.sql.map((statement, index) => h("pre", { key: index, tabIndex: 0 }, statement)));
  }

  const given = opened();
  const samples = config.tabs.map(({ query }) => ({ query }));
  const hasTabs = storage.getItem("graphiql:tabState") !== null;
  const properties = {
    fetcher,
    storage,
    plugins: [GraphiQLPluginExplorer.explorerPlugin({ showAttribution: false })],
    defaultTabs: given ? [given, ...samples] : samples,
    defaultEditorToolsVisibility: false,
    ...(given && hasTabs ? given : {}),
  };
  const root = ReactDOM.createRoot(document.getElementById("graphiql"));
  root.render(h(GraphiQL, properties,
    h(GraphiQL.Logo, null, h("a", { className: "schema", href: "schema" }, "Schema")),
    h(GraphiQL.Footer, null, h(Explanation))));
})();

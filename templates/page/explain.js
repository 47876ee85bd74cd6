"use strict";

// What an answer took, as `extensions.explain` tells it. Both pages show it beside the result.
const explain = (() => {
  const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  // Takes the explanation out of an answer, so that it is not shown twice.
  function take(answer) {
    const told = answer?.extensions?.explain;
    if (told === undefined) return null;
    delete answer.extensions.explain;
    if (Object.keys(answer.extensions).length === 0) delete answer.extensions;
    return told;
  }

  // The facts in the order of their weight.
  function facts(told) {
    const milliseconds = told.milliseconds.toLocaleString("en", { maximumSignificantDigits: 2 });
    return [counted(told.statements, "statement"), counted(told.rows, "row"), `${milliseconds} ms`];
  }

  function comparison(told) {
    if (told.statementsWithoutBatching <= told.statements) return "";
    return `resolvers without batching: ${counted(told.statementsWithoutBatching, "statement")}`;
  }

  // SQL is shown until somebody puts it away; browsers that keep nothing show it again.
  const key = "relata/sql";
  function isShown() {
    try { return localStorage.getItem(key) !== "hidden"; } catch { return true; }
  }

  function remember(shown) {
    try { localStorage.setItem(key, shown ? "shown" : "hidden"); } catch { /* it is shown again */ }
  }

  return { take, facts, comparison, isShown, remember };
})();

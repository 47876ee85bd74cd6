// Searches while one types. Without this script the form does the same when it is sent.
"use strict";

const field = document.getElementById("q");
const form = field.form;
let asked = field.value;
let waiting = 0;

async function search() {
  const text = field.value.trim();
  if (text === asked) return;
  asked = text;
  const address = text ? `/schema?q=${encodeURIComponent(text)}` : "/schema";
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // An answer that was overtaken by the next letter is of no use.
  if (text !== asked || !response.ok) return;
  document.getElementById("content").replaceWith(page.getElementById("content"));
  document.title = page.title;
  history.replaceState(null, "", address);
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => search().catch(() => form.submit()), 150);
});

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

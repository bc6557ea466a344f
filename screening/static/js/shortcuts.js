// Keys: those that links, buttons and fields name in `data-shortcut`, and Ctrl+Enter to save.
// `?` lists the keys of the page.

function isTyping(target) {
  return target.matches("input, textarea, select, [contenteditable]");
}

function all() {
  return [...document.querySelectorAll("[data-shortcut]")];
}

function press(element) {
  if (element.matches("input, textarea, select")) {
    element.focus();
    element.select?.();
  } else {
    element.click();
    focusInside(element);
  }
}

function focusInside(element) {
  if (element.matches("summary")) {
    const controls = "select, textarea, input:not([type=hidden]), button";
    element.closest("details[open]")?.querySelector(`form :is(${controls})`)?.focus();
  }
}

function toggleHelp() {
  const help = document.querySelector("dialog[data-shortcuts]");
  if (help) {
    help.open ? help.close() : help.showModal();
  }
}

function handle(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest("form") ?? document.querySelector("form[data-draft]");
    const save = form?.querySelector("[data-save]");
    if (save) {
      event.preventDefault();
      save.click();
    }
    return;
  }
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isPlain || isTyping(event.target)) {
    return;
  }
  if (event.key === "?") {
    event.preventDefault();
    toggleHelp();
    return;
  }
  const element = all().find((candidate) => candidate.dataset.shortcut === event.key);
  if (element) {
    event.preventDefault();
    press(element);
  }
}

export function listenToShortcuts() {
  document.addEventListener("keydown", handle);
}

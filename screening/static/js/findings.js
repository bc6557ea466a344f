// Adds and removes the blocks of findings without sending the form, and puts keys on it:
// Alt and the letter in `data-alt` presses a button while typing. Without this file each button
// sends the form and the server does the same.
import { showWhatApplies } from "./fields.js";

const NAME = /^findings-(\d+)-/;

const form = document.getElementById("exam-form");
const list = form?.querySelector("[data-findings]");

function blocks() {
  return [...list.querySelectorAll(":scope > [data-finding]")];
}

function firstControl(block) {
  return block.querySelector("select, input:not([type=hidden]), textarea");
}

function tellForm() {
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function renumber() {
  blocks().forEach((block, index) => {
    block.querySelector("[data-finding-number]").textContent = index + 1;
  });
}

function lesionOf(block) {
  return block.querySelector("[data-field=lesion_no] select");
}

// On a person's first exam every finding is a lesion of its own: the next number is proposed.
function proposeLesion(block) {
  const lesion = lesionOf(block);
  if (!lesion || !("first" in list.dataset)) {
    return;
  }
  const taken = blocks().filter((other) => other !== block).map((other) => lesionOf(other).value);
  const free = [...lesion.options].find((option) => option.value && !taken.includes(option.value));
  lesion.value = free ? free.value : "";
}

function addBlock(key) {
  const keys = blocks().map((block) => Number(block.dataset.finding));
  const name = key ?? Math.max(-1, ...keys) + 1;
  const template = list.querySelector("template");
  const holder = document.createElement("div");
  holder.innerHTML = template.innerHTML.replaceAll("__key__", String(name));
  const block = holder.firstElementChild;
  template.before(block);
  proposeLesion(block);
  showWhatApplies(list);
  renumber();
  return block;
}

function removeBlock(block) {
  const next = block.nextElementSibling?.matches("[data-finding]")
    ? block.nextElementSibling
    : block.previousElementSibling;
  block.remove();
  renumber();
  const stays = next?.isConnected && next.matches("[data-finding]") ? next : addBlock();
  firstControl(stays).focus();
  tellForm();
}

function choose(select, code) {
  select.value = code;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  select.focus();
}

// Nothing was seen: one finding says so, or details of the exam do.
function setNothing(code, details) {
  blocks().forEach((block) => block.remove());
  const block = addBlock(0);
  if (code) {
    choose(block.querySelector(`[data-field="${list.dataset.kind}"] select`), code);
  } else {
    block.querySelectorAll("select").forEach((select) => { select.value = ""; });
  }
  Object.entries(details).forEach(([field, value]) => {
    choose(form.querySelector(`[data-field="${field}"] select`), value);
  });
  tellForm();
}

function onClick(event) {
  const button = event.target.closest("button");
  if (!button) {
    return;
  }
  if (button.matches("[data-add-finding]")) {
    event.preventDefault();
    firstControl(addBlock()).focus();
    tellForm();
  } else if (button.matches("[data-remove-finding]")) {
    event.preventDefault();
    removeBlock(button.closest("[data-finding]"));
  } else if (button.matches("[data-nothing]")) {
    event.preventDefault();
    setNothing(button.dataset.nothing, JSON.parse(button.dataset.nothingDetails));
  }
}

// Enter in a field would send the form half typed: it shows the result instead.
function onKey(event) {
  const isPlainEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
  if (isPlainEnter && event.target.matches("input, select")) {
    event.preventDefault();
    tellForm();
  }
}

function onAlt(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const letter = event.code.replace("Key", "").toLowerCase();
  const button = form.querySelector(`[data-alt="${letter}"]`);
  if (/^[a-z]$/.test(letter) && button) {
    event.preventDefault();
    button.click();
  }
}

function onRestore(event) {
  const keys = new Set();
  event.detail.forEach(([name]) => {
    const found = NAME.exec(name);
    if (found) {
      keys.add(Number(found[1]));
    }
  });
  if (keys.size === 0) {
    return;
  }
  const known = blocks().map((block) => Number(block.dataset.finding));
  blocks().filter((block) => !keys.has(Number(block.dataset.finding))).forEach((block) => block.remove());
  [...keys].filter((key) => !known.includes(key)).sort((a, b) => a - b).forEach(addBlock);
  renumber();
}

if (list) {
  document.documentElement.classList.add("scripted");
  form.addEventListener("click", onClick);
  form.addEventListener("keydown", onKey);
  form.addEventListener("draft:restore", onRestore);
  document.addEventListener("keydown", onAlt);
}

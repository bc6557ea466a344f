// What every page can do with the keyboard and keeps for the person; pages work without it.
import { keepDrafts } from "./drafts.js";
import { showWhatApplies } from "./fields.js";
import { fillFromChoices } from "./fills.js";
import { listenToShortcuts } from "./shortcuts.js";
import { watchLiveForms } from "./live.js";

function closeMenusElsewhere() {
  const menus = [...document.querySelectorAll("details[data-menu]")];
  document.addEventListener("click", (event) => {
    menus.filter((menu) => !menu.contains(event.target)).forEach((menu) => (menu.open = false));
  });
  document.addEventListener("keydown", (event) => {
    const open = menus.find((menu) => menu.open);
    if (event.key === "Escape" && open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
}

// A second press on Save while the first is on its way would save twice.
function sendOnce() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    window.setTimeout(() => delete form.dataset.sent, 4000);
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });
}

closeMenusElsewhere();
sendOnce();
showWhatApplies(document);
fillFromChoices();
watchLiveForms(); // before the drafts, so that a restored one is asked about at once
keepDrafts();
listenToShortcuts();
document.querySelector("[data-focus], [autofocus]")?.focus();

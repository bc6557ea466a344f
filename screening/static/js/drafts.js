// Keeps what is typed in a form in this tab until it is saved: nothing is lost to an expired
// sign-in, a closed page or a broken line. Drafts of another person are thrown away.

const PREFIX = "draft:";
const SKIPPED = ["csrf_token", "version", "next"];

function ownerOf(key) {
  return key.slice(PREFIX.length).split(":")[0];
}

function stored() {
  return Object.keys(window.sessionStorage).filter((key) => key.startsWith(PREFIX));
}

function controls(form) {
  return [...form.elements].filter(
    (control) =>
      control.name &&
      !SKIPPED.includes(control.name) &&
      !["password", "file", "submit", "button"].includes(control.type),
  );
}

function read(form) {
  return controls(form).map((control) => [
    control.name,
    control.value,
    ["checkbox", "radio"].includes(control.type) ? control.checked : null,
  ]);
}

function write(form, saved) {
  const left = [...saved];
  const typed = controls(form).filter((control) => control.type !== "hidden");
  typed.forEach((control) => {
    const isTick = ["checkbox", "radio"].includes(control.type);
    const place = left.findIndex(
      ([name, value]) => name === control.name && (!isTick || value === control.value),
    );
    if (place < 0) {
      return;
    }
    const [, value, checked] = left.splice(place, 1)[0];
    if (isTick) {
      control.checked = checked;
    } else {
      control.value = value;
    }
  });
  form.dispatchEvent(new Event("change", { bubbles: true }));
  form.querySelectorAll("[data-fields]").forEach((scope) => scope.dispatchEvent(new Event("change")));
}

function keep(form) {
  const key = PREFIX + form.dataset.draft;
  const saved = window.sessionStorage.getItem(key);
  const wasRefused = document.querySelector(".form-errors") !== null;
  if (saved && !wasRefused) {
    form.dispatchEvent(new CustomEvent("draft:restore", { detail: JSON.parse(saved) }));
    write(form, JSON.parse(saved));
    form.closest("details")?.setAttribute("open", "");
  }
  form.addEventListener("input", () => {
    window.sessionStorage.setItem(key, JSON.stringify(read(form)));
  });
}

// A page that came after a save drops the draft of the form that was saved, even where it offers
// the same form again: it says then that it was saved.
function forgetSaved() {
  const sent = window.sessionStorage.getItem("draft-sent");
  window.sessionStorage.removeItem("draft-sent");
  const isBack = sent && [...document.querySelectorAll("form[data-draft]")].some((form) => form.dataset.draft === sent);
  const wasSaved = document.querySelector(".messages .alert-success") !== null;
  if (sent && (wasSaved || !isBack) && !document.body.classList.contains("bare")) {
    window.sessionStorage.removeItem(PREFIX + sent);
  }
}

export function keepDrafts() {
  const forms = [...document.querySelectorAll("form[data-draft]")];
  forgetSaved();
  if (forms.length > 0) {
    const owner = forms[0].dataset.draft.split(":")[0];
    stored()
      .filter((key) => ownerOf(key) !== owner)
      .forEach((key) => window.sessionStorage.removeItem(key));
  }
  forms.forEach(keep);
  forms.forEach((form) =>
    form.addEventListener("submit", () => window.sessionStorage.setItem("draft-sent", form.dataset.draft)),
  );
  document.querySelectorAll("form[data-clears-drafts]").forEach((form) =>
    form.addEventListener("submit", () => stored().forEach((key) => window.sessionStorage.removeItem(key))),
  );
}

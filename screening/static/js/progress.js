// Asks how far a piece of work is and shows the answer; when it is over, shows the page anew.
// Without this file the page asks for itself anew every few seconds.

const FIRST_MS = 1000;
const SLOWEST_MS = 5000;
const SLOWER_BY = 1.15;
// A page that nobody looks at must not keep its person signed in for ever.
const GIVE_UP_AFTER_MS = 15 * 60 * 1000;

const place = document.querySelector("[data-poll]");
const begun = Date.now();

async function ask() {
  const answer = await fetch(place.dataset.poll, { redirect: "error" });
  return answer.ok ? answer.text() : "";
}

function show(text) {
  const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
  place.innerHTML = text;
  document.getElementById(focused)?.focus();
}

async function follow(wait) {
  let text = "";
  try {
    text = await ask();
  } catch (error) {
    // The line or the sign-in is gone for now: the link to the page stays.
  }
  if (text.includes("data-over")) {
    window.location.reload();
    return;
  }
  if (text) {
    show(text);
  }
  if (Date.now() - begun < GIVE_UP_AFTER_MS) {
    window.setTimeout(() => follow(Math.min(wait * SLOWER_BY, SLOWEST_MS)), wait);
  }
}

if (place) {
  window.setTimeout(() => follow(FIRST_MS), FIRST_MS);
}

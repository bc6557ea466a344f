// Sends a form to `data-live` while it is typed in and puts the answer into `data-live-target`.
// A part of the answer with `data-into` goes to the element with that id, wherever it stands.
// Without this file the form is sent by its button and the server shows the same lines.

const WAIT_MS = 200;

function watch(form) {
  const target = document.getElementById(form.dataset.liveTarget);
  let timer = 0;
  let running = null;
  let shown = "";

  async function ask() {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset.live, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-CSRFToken": form.elements.csrf_token.value },
        signal: running.signal,
        redirect: "error",
      });
      const text = answer.ok ? await answer.text() : shown;
      if (text !== shown) {
        shown = text;
        const focused = target.contains(document.activeElement) ? document.activeElement.id : "";
        target.innerHTML = text;
        document.getElementById(focused)?.focus();
        target.querySelectorAll("[data-into]").forEach((part) => {
          document.getElementById(part.dataset.into)?.replaceChildren(...part.childNodes);
        });
      }
    } catch (error) {
      // An aborted or failed request leaves the last answer; the button still works.
    }
  }

  function askSoon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, WAIT_MS);
  }

  form.addEventListener("input", askSoon);
  form.addEventListener("change", askSoon);
}

function moveAlongLinks(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isTextField = event.target.matches("form[data-live] input[type=search]");
  const isLine = event.target.matches("[data-live-line]");
  if (!step || !(isTextField || isLine)) {
    return;
  }
  const stops = [...document.querySelectorAll("form[data-live] input[type=search], [data-live-line]")];
  const next = stops[stops.indexOf(event.target) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

export function watchLiveForms() {
  document.querySelectorAll("form[data-live]").forEach(watch);
  document.addEventListener("keydown", moveAlongLinks);
}

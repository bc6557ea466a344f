// Shows a field only while another one holds an answer that calls for it. Where the server refuses
// an answer that is not asked for, what is hidden is not sent.

function holds(scope, condition) {
  const [name, codes] = condition.split("=");
  const wanted = codes.split(" ");
  const wrapper = scope.querySelector(`[data-field="${name}"]`);
  if (!wrapper) {
    return true;
  }
  const picked = [...wrapper.querySelectorAll("input:checked, select, input:not([type=checkbox])")];
  return picked.some((control) => wanted.includes(control.value)) && !wrapper.hidden;
}

function refresh(scope) {
  scope.querySelectorAll("[data-shown-when]").forEach((wrapper) => {
    wrapper.hidden = !holds(scope, wrapper.dataset.shownWhen);
    if (scope.dataset.fields === "sent-if-shown") {
      wrapper.querySelectorAll("input, select, textarea").forEach((control) => {
        control.disabled = wrapper.hidden;
      });
    }
  });
}

export function showWhatApplies(root) {
  root.querySelectorAll("[data-fields]").forEach((scope) => {
    if (scope.dataset.watched) {
      return;
    }
    scope.dataset.watched = "yes";
    scope.addEventListener("change", () => refresh(scope));
    refresh(scope);
  });
}

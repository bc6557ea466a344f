// A choice fills another field with what usually goes with it, unless something else was typed.

function fill(select) {
  const target = document.getElementById(select.dataset.fillsField);
  const usual = [...select.options].map((option) => option.dataset.fills).filter(Boolean);
  const picked = select.selectedOptions[0]?.dataset.fills;
  if (target && picked && (target.value === "" || usual.includes(target.value))) {
    target.value = picked;
  }
}

export function fillFromChoices() {
  document.querySelectorAll("select[data-fills-field]").forEach((select) => {
    select.addEventListener("change", () => fill(select));
  });
}

"""The sentence for every reason that Lung-RADS gives."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal

from screening.clinical.reasons import Reason, ReasonValue
from screening.programs.lung.wording.labels import LABELS, label
from screening.protocol.wording import N_, Sentence

TENTH = Decimal("0.1")

# A size that is one of two: the category follows from the last one.
FIRST_SIZE: Mapping[str, str] = {
    "size_below": N_("{finding}, {status}, {size} {unit} < {limit} {unit}"),
    "size_between": N_("{finding}, {status}, {size} {unit} >= {lower} {unit} and < {upper} {unit}"),
    "size_at_least": N_("{finding}, {status}, {size} {unit} >= {limit} {unit}"),
    "solid_part_below": N_("Part-solid, solid part {solid_mm} mm < {limit_mm} mm, {status}"),
    "solid_part_between": N_(
        "Part-solid, solid part {solid_mm} mm >= {lower_mm} mm and < {upper_mm} mm, {status}"
    ),
    "solid_part_at_least": N_("Part-solid, solid part {solid_mm} mm >= {limit_mm} mm, {status}"),
}

TEXTS: Mapping[str, str] = {
    "incomplete": N_("{finding}: {category}"),
    "benign_finding": N_("{finding}: {category}"),
    "proven_benign": N_("Proven benign by work-up: {category}"),
    "resolved": N_("Seen before, gone now: {category}"),
    "size_below": N_("{finding}, {status}, {size} {unit} < {limit} {unit}: {category}"),
    "size_between": N_(
        "{finding}, {status}, {size} {unit} >= {lower} {unit} and < {upper} {unit}: {category}"
    ),
    "size_at_least": N_("{finding}, {status}, {size} {unit} >= {limit} {unit}: {category}"),
    "solid_part_below": N_(
        "Part-solid, solid part {solid_mm} mm < {limit_mm} mm, {status}: {category}"
    ),
    "solid_part_between": N_(
        "Part-solid, solid part {solid_mm} mm >= {lower_mm} mm and < {upper_mm} mm, {status}: "
        "{category}"
    ),
    "solid_part_at_least": N_(
        "Part-solid, solid part {solid_mm} mm >= {limit_mm} mm, {status}: {category}"
    ),
    "slow_growth": N_("{finding}, slow growth over several exams: {category}"),
    "non_solid_any_size": N_("Non-solid nodule, {status}, of any size: {category}"),
    "juxtapleural_benign": N_(
        "Juxtapleural nodule ({morphology}), {size} {unit} < {limit} {unit}: {category}"
    ),
    "perifissural_benign": N_("Nodule at a fissure, {size} {unit} < {limit} {unit}: {category}"),
    "airway_any_level": N_("Airway nodule, {status}: {category}"),
    "airway_subsegmental": N_("Airway nodule, subsegmental: {category}"),
    "airway_without_soft_tissue": N_("Airway finding ({airway_content}): {category}"),
    "airway_first_seen": N_("Airway nodule, segmental or more proximal, {status}: {category}"),
    "airway_persists": N_(
        "Airway nodule, segmental or more proximal, {status} since an earlier exam: {category}"
    ),
    "cyst_thin_walled": N_("Cyst of one chamber with a wall thinner than 2 mm: {category}"),
    "cyst_changed": N_("Cyst ({cyst_change}): {category}"),
    "cyst_atypical": N_("Cyst ({cyst_type}), {status}: {category}"),
    "still_benign": N_("Category {prior_category} before, {status}: {category}"),
    "stepped_down": N_(
        "Category {prior_category} before, {status} after {months} months "
        "(at least {from_months}): one step down to {category}"
    ),
    "unchanged_so_benign": N_(
        "Category {prior_category} before, {status} after {months} months "
        "(at least {from_months}): {category}"
    ),
    "too_early_to_step_down": N_(
        "Category {prior_category} before, {status}, but only {months} of {from_months} months "
        "ago: still {category}"
    ),
    "not_proven_benign": N_(
        "Category {prior_category} before, {status}, not proven benign: {category}"
    ),
    "volume_and_diameter_disagree": N_(
        "{volume_category} by volume, {diameter_category} by diameter: the volume decides; "
        "check both measurements"
    ),
    "leading_nodule": N_("Finding {nodule} leads the exam: {category}"),
    "incomplete_beside_benign": N_("Finding {nodule} leaves the exam incomplete: 0"),
    "incomplete_stays_open": N_("Finding {nodule} also leaves the exam incomplete; complete it"),
}

WITHIN_TOLERANCE = N_(
    "Category {prior_category} before, {status} after {months} months, which counts as "
    "{from_months}: one step down to {category}"
)

AS_SOLID: Mapping[str, str] = {
    "fissure": N_("Juxtapleural nodule, not said to lie at a fissure: it counts as solid"),
    "status": N_("Juxtapleural nodule, {value}: it counts as solid"),
    "morphology": N_("Juxtapleural nodule, not smooth: it counts as solid"),
    "size": N_("Juxtapleural nodule of 10 mm (524 mm³) or more: it counts as solid"),
}

# The questions that the publication leaves open, with the reading in force.
READINGS: Mapping[str, str] = {
    "stable_3_seen_from_3_months": N_(
        "The source leaves open what a 3 seen again after 3 months is; read as {choice}"
    ),
    "stable_4a_seen_from_9_months": N_(
        "The source leaves open what a 4A seen again after 9 months is; read as {choice}"
    ),
    "resolved": N_("The source leaves open what a finding that is gone is; read as {choice}"),
    "rounding": N_(
        "The source leaves open how half a tenth of a millimeter is rounded; it decides here, "
        "and is {choice}"
    ),
    "small_new_part_solid": N_(
        "Two rows fit a new part-solid nodule under 6 mm with a solid part of 4 mm or more; "
        "read as {choice}"
    ),
    "threshold_rule_for_solid_part": N_(
        "The source leaves open whether a higher size class of the solid part counts; "
        "read as {choice}"
    ),
    "growing_non_solid_from_30_mm": N_(
        "The source prints no row for a non-solid nodule that grows to 30 mm; read as {choice}"
    ),
    "growing_juxtapleural_as_solid": N_(
        "The source leaves open what a growing juxtapleural nodule is; read {choice}"
    ),
    "airway_content": N_(
        "The source leaves open whether air, secretions or a tubular shape are 2 or 0; "
        "read as {choice}"
    ),
}

# Reasons with a list: one sentence an item, so that each item can be translated.
LISTS: Mapping[str, tuple[str, str, str]] = {
    "suspicious_features": (
        "features",
        "suspicious_features",
        N_("Suspicious feature ({item}): {category} becomes 4X"),
    ),
    "significant_other_finding": (
        "s_findings",
        "s_finding",
        N_("Other significant finding ({item}): modifier S"),
    ),
}


def sentences_of(reasons: Sequence[Reason], category: str) -> tuple[Sentence, ...]:
    """Return the reasons of one finding or exam in words; `category` is that of the finding."""
    sizes = [position for position, reason in enumerate(reasons) if reason.key in FIRST_SIZE]
    for reason in reasons:
        if reason.key == "suspicious_features":
            category = str(reason.values["category"])
    sentences: list[Sentence] = []
    for position, reason in enumerate(reasons):
        if reason.key in LISTS:
            sentences.extend(_items(reason))
        elif position in sizes[:-1]:
            sentences.append(Sentence(FIRST_SIZE[reason.key], _shown(reason, category)))
        else:
            sentences.append(Sentence(_text(reason), _shown(reason, category)))
    return tuple(sentences)


def _items(reason: Reason) -> list[Sentence]:
    name, field, text = LISTS[reason.key]
    return [
        Sentence(text, {**_shown(reason, ""), "item": label(field, item)})
        for item in str(reason.values[name]).split(";")
    ]


def _text(reason: Reason) -> str:
    if reason.key == "juxtapleural_as_solid":
        return AS_SOLID[str(reason.values["cause"])]
    if reason.key == "disputed_reading":
        return READINGS[str(reason.values["reading"])]
    if reason.key == "stepped_down" and _is_early(reason):
        return WITHIN_TOLERANCE
    return TEXTS[reason.key]


def _is_early(reason: Reason) -> bool:
    return Decimal(reason.values["months"]) < Decimal(reason.values["from_months"])


def _shown(reason: Reason, category: str) -> dict[str, object]:
    """Return the values as a sentence shows them: labels for codes, months to a tenth."""
    shown: dict[str, object] = {"category": category}
    for name, value in reason.values.items():
        shown[name] = _value(name, value)
    if reason.values.get("cause") == "status":
        shown["value"] = label("status", str(reason.values["value"]))
    return shown


def _value(name: str, value: ReasonValue) -> object:
    if name == "months":
        return months_shown(Decimal(value))
    if isinstance(value, str):
        return LABELS[name].get(value, str(value)) if name in LABELS else str(value)
    return value


def months_shown(months: Decimal) -> str:
    """Return months to a tenth, never rounded up to a limit that is not reached."""
    return f"{months.quantize(TENTH, ROUND_FLOOR).normalize():f}"

"""What is recorded of a thyroid cancer beside codes and stage, and what of it hardly fits."""

from collections.abc import Iterable, Iterator

from screening.clinical.reasons import ClinicalInputError
from screening.clinical.tnm_thyroid import Extension, tumor_category
from screening.protocol.fields import UNKNOWN, Choice, Field, FieldType
from screening.protocol.tumors import Tumor
from screening.protocol.wording import N_, Problem, Sentence
from screening.protocol.workup import Markers

MANAGEMENT, EXTENSION = "first_management", "extension"
SURVEILLANCE, LOBECTOMY, TOTAL = "active_surveillance", "lobectomy", "total_thyroidectomy"
OPERATIONS = (LOBECTOMY, TOTAL)

NOT_KNOWN = Choice(UNKNOWN, N_("Not known"))

FIELDS = (
    Field(
        EXTENSION,
        N_("Grown into, as seen by the eye"),
        FieldType.CHOICE,
        hint=N_("What only the microscope shows does not count"),
        choices=(
            Choice(Extension.NONE.value, N_("Nothing beyond the thyroid")),
            Choice(Extension.STRAP_MUSCLES.value, N_("Strap muscles alone")),
            Choice(
                Extension.NEAR_ORGANS.value,
                N_("Subcutaneous tissue, larynx, trachea, esophagus or recurrent nerve"),
            ),
            Choice(
                Extension.VESSELS_OR_FASCIA.value,
                N_("Prevertebral fascia, or around carotid or mediastinal vessels"),
            ),
            NOT_KNOWN,
        ),
    ),
    Field(
        MANAGEMENT,
        N_("First management"),
        FieldType.CHOICE,
        choices=(
            Choice(SURVEILLANCE, N_("Active surveillance")),
            Choice(LOBECTOMY, N_("Thyroid lobectomy")),
            Choice(TOTAL, N_("Total or near-total thyroidectomy")),
            Choice("ablation", N_("Ablation")),
            Choice("other", N_("Other")),
            NOT_KNOWN,
        ),
    ),
    Field(
        "central_dissection",
        N_("Central neck dissection done"),
        FieldType.YES_NO,
    ),
    Field("braf_v600e", N_("BRAF V600E"), FieldType.YES_NO),
)


def check_tumor(tumor: Tumor) -> Iterable[Problem]:
    """Ask where T is not what size and extension give."""
    yield from _check_t(tumor)


def _check_t(tumor: Tumor) -> Iterator[Problem]:
    given = tumor.markers.get(EXTENSION)
    if tumor.t is None or given not in list(Extension):
        return
    try:
        found = tumor_category(tumor.size_mm, Extension(str(given)))
    except ClinicalInputError:
        return
    if not found.startswith(tumor.t):
        message = N_("Size and extension give {found}, {typed} was entered; confirm or correct it")
        values = {"found": found, "typed": tumor.t}
        yield Problem("t", Sentence(message, values), is_question=True)


MARKERS = Markers(FIELDS, checks=check_tumor)

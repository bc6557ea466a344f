"""Cytology of a needle aspiration by the Bethesda System 2023, and when one is below its size."""

from collections.abc import Iterable, Mapping

from screening.protocol.facts import DoneProcedure, SeenFinding
from screening.protocol.fields import Choice, Field, FieldType, Limits, Payload, ShownWhen
from screening.protocol.wording import N_, Problem, Sentence
from screening.protocol.workup import ProcedureDetails, ProcedureResult

FNA = "fna"
NEEDLES = (FNA, "core_biopsy", "node_biopsy")
LESION, BETHESDA, REASON = "lesion_no", "bethesda", "below_threshold_reason"
NONDIAGNOSTIC = "I"

# Names, mean risks of cancer and usual management by PMC10600596, table 3.
CATEGORIES = (
    Choice(NONDIAGNOSTIC, N_("I, nondiagnostic (13 %): repeat the FNA"), ("1",)),
    Choice("II", N_("II, benign (4 %): follow-up"), ("2",)),
    Choice(
        "III",
        N_("III, atypia of undetermined significance (22 %): repeat, molecular test or lobectomy"),
        ("3",),
    ),
    Choice("IV", N_("IV, follicular neoplasm (30 %): molecular test or lobectomy"), ("4",)),
    Choice("V", N_("V, suspicious for malignancy (74 %): molecular test or operation"), ("5",)),
    Choice("VI", N_("VI, malignant (97 %): operation"), ("6",)),
)
RESULTS: Mapping[str, ProcedureResult] = {
    NONDIAGNOSTIC: ProcedureResult.NON_DIAGNOSTIC,
    "II": ProcedureResult.BENIGN,
    "III": ProcedureResult.INDETERMINATE,
    "IV": ProcedureResult.INDETERMINATE,
    "V": ProcedureResult.INDETERMINATE,
    "VI": ProcedureResult.MALIGNANT,
}

FIELDS = (
    Field(
        LESION,
        N_("Lesion number"),
        FieldType.INTEGER,
        hint=N_("Of the nodule or node that the needle went into"),
        limits=Limits.between("1", "999"),
        shown_when=ShownWhen("kind", NEEDLES),
    ),
    Field(
        BETHESDA,
        N_("Cytology by Bethesda 2023, with its mean risk"),
        FieldType.CHOICE,
        hint=N_("Gives the result where that is left blank"),
        choices=CATEGORIES,
        shown_when=ShownWhen("kind", (FNA,)),
    ),
    Field(
        REASON,
        N_("Why FNA below the size"),
        FieldType.TEXT,
        hint=N_("Needed where the system in use asks for no FNA of this nodule"),
        shown_when=ShownWhen("kind", (FNA,)),
    ),
)


def implied_result(details: Payload) -> ProcedureResult | None:
    """Return the result that a Bethesda category is."""
    return RESULTS.get(str(details.get(BETHESDA)))


def check_procedure(done: DoneProcedure) -> Iterable[Problem]:
    """Ask where cytology and result differ, and why a nodule was biopsied below its size."""
    implied = implied_result(done.details)
    if implied is not None and done.result is not None and done.result != implied:
        message = N_("This result is not that of the cytology; confirm it or correct one of them")
        yield Problem("result", Sentence(message), is_question=True)
    if is_below_threshold(done) and not done.details.get(REASON):
        message = N_("The system in use asks for no FNA of this nodule: enter why it is done")
        yield Problem(REASON, Sentence(message), is_question=True)


def is_below_threshold(done: DoneProcedure) -> bool:
    """Tell whether the system in use is known not to send the nodule of an FNA to the needle.

    Of an FNA without a lesion number, no finding of the exam may ask for tissue.
    """
    if done.kind != FNA or done.exam is None:
        return False
    asked = [finding.asks_tissue for finding in _targets(done, done.exam.findings)]
    if not asked:
        return done.exam.category in NEVER_BIOPSIED
    return all(answer is False for answer in asked)


def _targets(done: DoneProcedure, findings: tuple[SeenFinding, ...]) -> tuple[SeenFinding, ...]:
    number = done.details.get(LESION)
    same = tuple(finding for finding in findings if finding.lesion_no == number)
    return same if number is not None and same else findings


# Of an exam without findings the category alone may say it: these ask for FNA at no size.
NEVER_BIOPSIED = ("TR1", "TR2", "1", "2", "3")

DETAILS = ProcedureDetails(FIELDS, implied_result, check_procedure)

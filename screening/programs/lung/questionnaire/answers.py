"""Checks that join several answers of the questionnaire, and what follows from the answers."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from screening.protocol.answers import number
from screening.protocol.body import untyped_bmi
from screening.protocol.fields import Payload, Value
from screening.protocol.questionnaire import SEX
from screening.protocol.wording import N_, Problem, Sentence

CIGARETTES_PER_PACK = 20
YOUNGEST_SMOKER_YEARS = 5
TOLERATED_DIFFERENCE = Decimal("0.1")
SMOKING_AMOUNTS = ("pack_years", "cigs_per_day", "years_smoked", "quit_years")
NEEDED_AMOUNTS = ("cigs_per_day", "years_smoked")
EXCLUSIVE = "none"
MALE = "M"


def compute_answers(answers: Payload) -> Payload:
    """Return pack-years and body mass index where they were not typed but follow."""
    computed: dict[str, Value | None] = {**untyped_bmi(answers)}
    pack_years = computed_pack_years(answers)
    if pack_years is not None and answers.get("pack_years") is None:
        computed["pack_years"] = pack_years
    return computed


def computed_pack_years(answers: Payload) -> Decimal | None:
    """Return packs of 20 a day times years, None where either is not known."""
    cigarettes = number(answers, "cigs_per_day")
    years = number(answers, "years_smoked")
    if cigarettes is None or years is None:
        return None
    return cigarettes * years / CIGARETTES_PER_PACK


def check_answers(answers: Payload) -> Iterable[Problem]:
    """Find contradictions, which are refused, and unlikely combinations, which are asked."""
    yield from _check_status(answers)
    yield from _check_ages(answers)
    yield from _check_pack_years(answers)
    yield from _check_lists(answers)
    yield from _check_cancers(answers)
    yield from _check_pregnancy(answers)


def _check_status(answers: Payload) -> Iterator[Problem]:
    status = answers.get("smoking_status")
    quit_years = number(answers, "quit_years")
    if status == "current" and quit_years:
        message = N_("Someone who smokes now has no years since quitting; correct one of the two")
        yield Problem("quit_years", Sentence(message))
    for code in SMOKING_AMOUNTS:
        if status == "never" and number(answers, code):
            message = N_("Someone who never smoked has none of this; correct it or the status")
            yield Problem(code, Sentence(message))
    for code in NEEDED_AMOUNTS:
        if status in ("current", "former") and number(answers, code) == 0:
            message = N_("Someone who has smoked has more than 0 here; leave it blank if not known")
            yield Problem(code, Sentence(message))


def _check_ages(answers: Payload) -> Iterator[Problem]:
    age = number(answers, "age")
    if age is None:
        return
    smoking_limit = age - YOUNGEST_SMOKER_YEARS
    for code, limit in (
        ("years_smoked", smoking_limit),
        ("quit_years", smoking_limit),
        ("passive_years", age),
        ("other_cancer_years_ago", age),
    ):
        years = number(answers, code)
        if years is not None and years > limit:
            message = N_("{years} years is too long at the age of {age}; at most {limit}")
            values = {"years": years, "age": age, "limit": limit}
            yield Problem(code, Sentence(message, values))
    smoked, quit_years = number(answers, "years_smoked"), number(answers, "quit_years")
    if smoked is not None and quit_years is not None and smoked + quit_years > age:
        message = N_("{smoked} years smoked and {quit} since are too long together at {age}")
        values = {"smoked": smoked, "quit": quit_years, "age": age}
        yield Problem("quit_years", Sentence(message, values))


def _check_pack_years(answers: Payload) -> Iterator[Problem]:
    typed, computed = number(answers, "pack_years"), computed_pack_years(answers)
    if typed is None or computed is None:
        return
    if abs(typed - computed) > computed * TOLERATED_DIFFERENCE:
        message = N_("{typed} pack-years were typed, {computed} follow from the amounts; which?")
        values = {"typed": typed, "computed": computed}
        yield Problem("pack_years", Sentence(message, values), is_question=True)


def _check_lists(answers: Payload) -> Iterator[Problem]:
    for code in ("symptoms", "occ_agent"):
        yield from check_exclusive(answers, code)


def check_exclusive(payload: Payload, code: str) -> Iterator[Problem]:
    """Refuse a list that says *none* beside something else."""
    picked = payload.get(code)
    if isinstance(picked, tuple) and EXCLUSIVE in picked and len(picked) > 1:
        message = N_("None cannot stand beside other answers; keep one or the other")
        yield Problem(code, Sentence(message))


def _check_cancers(answers: Payload) -> Iterator[Problem]:
    if answers.get("prior_lung_cancer") == "yes" and answers.get("cancer_hist") == "no":
        message = N_("Lung cancer is also a cancer; confirm or correct one of the two answers")
        yield Problem("cancer_hist", Sentence(message), is_question=True)
    relative = answers.get("family_history_lung")
    if relative in ("early_lt60", "late_ge60") and answers.get("fdr_lung_cancer") == "no":
        message = N_("A relative's age is given, but no relative with lung cancer; confirm")
        yield Problem("family_history_lung", Sentence(message), is_question=True)


def _check_pregnancy(answers: Payload) -> Iterator[Problem]:
    if answers.get(SEX) == MALE and answers.get("pregnant") == "yes":
        message = N_("The person is recorded as male; correct this answer or the sex")
        yield Problem("pregnant", Sentence(message))

"""Checks that join several answers of the questionnaire, and what follows from the answers."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from screening.clinical.breast_high_risk import read_model
from screening.clinical.reasons import InvalidInput
from screening.programs.breast.risk import NEVER_GAVE_BIRTH, first_birth_of, gail_of, percent
from screening.protocol.answers import answer, number, text
from screening.protocol.body import untyped_bmi
from screening.protocol.fields import Payload, Value
from screening.protocol.wording import N_, Problem, Sentence

LATEST_FIRST_BIRTH_YEARS = 65
TOLERATED_PERCENT = Decimal("0.05")
UNLIKELY_LIFETIME_BELOW_PERCENT = 1

UP_TO_HER_AGE = (
    "menarche", "menopause", "age_first_live_birth", "chest_rt_age", "personal_cancer_age",
    "density_age",
)  # fmt: skip
SINCE_MENARCHE = ("menopause", "age_first_live_birth")
GENES_OF_BRCA = ("brca1", "brca2")


def compute_answers(answers: Payload) -> Payload:
    """Return body mass index and risk by the Gail model where they were not typed but follow."""
    computed: dict[str, Value | None] = {**untyped_bmi(answers)}
    risk = gail_of(answers)
    if risk is None:
        return computed
    if answers.get("gail5_pct") is None:
        computed["gail5_pct"] = percent(risk.projection_percent)
    computed["gail5_average_pct"] = percent(risk.average_projection_percent)
    computed["gail_lifetime_pct"] = percent(risk.lifetime_percent)
    return computed


def check_answers(answers: Payload) -> Iterable[Problem]:
    """Find contradictions, which are refused, and unlikely combinations, which are asked."""
    ages = _ages(answers)
    yield from _check_births(answers, ages)
    yield from _check_ages(answers, ages)
    yield from _check_variants(answers)
    yield from _check_biopsies(answers)
    yield from _check_models(answers)


def _ages(answers: Payload) -> Mapping[str, Decimal]:
    """Return the ages that were answered; the code of no birth is no age."""
    found = {code: number(answers, code) for code in ("age", *UP_TO_HER_AGE)}
    found["age_first_live_birth"] = first_birth_of(answers)
    return {code: age for code, age in found.items() if age is not None}


def _check_births(answers: Payload, ages: Mapping[str, Decimal]) -> Iterator[Problem]:
    code, births = "age_first_live_birth", number(answers, "live_births")
    first = ages.get(code)
    if first is not None and first > LATEST_FIRST_BIRTH_YEARS:
        message = N_("{age} years is impossible here; {none} says that there was no birth")
        yield Problem(code, Sentence(message, {"age": first, "none": NEVER_GAVE_BIRTH}))
    elif first is not None and births == 0:
        message = N_("Without a live birth there is no age at the first one; correct one of them")
        yield Problem(code, Sentence(message))
    if births and number(answers, code) == NEVER_GAVE_BIRTH:
        message = N_("{none} says that there was no birth, and {births} were; correct one of them")
        yield Problem(code, Sentence(message, {"none": NEVER_GAVE_BIRTH, "births": births}))
    if births == 0 and number(answers, "breastfeeding_months"):
        message = N_("Breastfed without a live birth; confirm it or correct one of the two")
        yield Problem("breastfeeding_months", Sentence(message), is_question=True)


def _check_ages(answers: Payload, ages: Mapping[str, Decimal]) -> Iterator[Problem]:
    age, menarche = ages.get("age"), ages.get("menarche")
    for code in UP_TO_HER_AGE:
        if age is not None and code in ages and ages[code] > age:
            message = N_("{years} is above her age of {age}; correct it")
            yield Problem(code, Sentence(message, {"years": ages[code], "age": age}))
    for code in SINCE_MENARCHE:
        if menarche is not None and code in ages and ages[code] < menarche:
            message = N_("{years} is before her first period at {menarche}; correct one of the two")
            yield Problem(code, Sentence(message, {"years": ages[code], "menarche": menarche}))


def _check_variants(answers: Payload) -> Iterator[Problem]:
    carries = answer(answers, "own_brca")
    if carries and answer(answers, "tested_brca_negative"):
        message = N_("She carries a variant, so that she is not negative; correct one of the two")
        yield Problem("tested_brca_negative", Sentence(message))
    if carries is False and text(answers, "gene") in GENES_OF_BRCA:
        message = N_("A variant of BRCA1 or BRCA2 is named, and none is carried; correct one")
        yield Problem("gene", Sentence(message))


def _check_biopsies(answers: Payload) -> Iterator[Problem]:
    biopsies = number(answers, "biopsies")
    if biopsies and answer(answers, "biopsy_or_benign_surgery") is False:
        message = N_("Biopsies are counted, and none is answered above; confirm or correct it")
        yield Problem("biopsies", Sentence(message), is_question=True)
    if biopsies == 0 and answer(answers, "atypia"):
        message = N_("Atypical hyperplasia is found by a biopsy, and there was none; confirm it")
        yield Problem("atypia", Sentence(message), is_question=True)


def _check_models(answers: Payload) -> Iterator[Problem]:
    try:
        read_model("lifetime_risk_model", text(answers, "lifetime_risk_model"))
    except InvalidInput:
        message = N_(
            "Begin with tyrer_cuzick, ibis, boadicea, canrisk, brcapro, claus or penn_ii; then "
            "the version"
        )
        yield Problem("lifetime_risk_model", Sentence(message))
    lifetime = number(answers, "lifetime_risk_pct")
    if lifetime is not None and lifetime < UNLIKELY_LIFETIME_BELOW_PERCENT:
        message = N_("A lifetime risk of {percent} % would be very little; was a proportion typed?")
        yield Problem("lifetime_risk_pct", Sentence(message, {"percent": lifetime}), True)
    typed, risk = number(answers, "gail5_pct"), gail_of(answers)
    if typed is None or risk is None:
        return
    computed = risk.projection_percent
    if abs(typed - computed) > TOLERATED_PERCENT:
        message = N_("{typed} % was typed, the answers give {computed} %; which is right?")
        values = {"typed": typed, "computed": computed.quantize(Decimal("0.01"))}
        yield Problem("gail5_pct", Sentence(message, values), is_question=True)

"""The Gail model over the answers of the questionnaire."""

from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache

from screening.clinical.gail import GailRisk, Race, Woman, gail_risk
from screening.clinical.reasons import ClinicalInputError
from screening.protocol.answers import answer, number, text
from screening.protocol.fields import Payload

# Never rounded up to a limit that is not reached.
MILLIONTH = Decimal("0.000001")
# In the codes of the Gail model a woman who never gave birth has this age at the first birth.
NEVER_GAVE_BIRTH = 98


def gail_of(answers: Payload) -> GailRisk | None:
    """Return the risk of a woman; None without an age or an origin, or where the model has none."""
    age, race = number(answers, "age"), text(answers, "race_code")
    if age is None or not race:
        return None
    return _risk(_woman(answers, age, Race(int(race))))


@lru_cache(maxsize=8192)
def _risk(woman: Woman) -> GailRisk | None:
    """Compute the same once: every rule set, and the page, ask for it."""
    try:
        return gail_risk(woman)
    except ClinicalInputError:
        return None


def _woman(answers: Payload, age: Decimal, race: Race) -> Woman:
    biopsies = biopsies_of(answers)
    is_nulliparous = has_no_births(answers)
    return Woman(
        age=age,
        age_menarche=number(answers, "menarche"),
        age_first_birth=None if is_nulliparous else first_birth_of(answers),
        is_nulliparous=is_nulliparous,
        biopsies=biopsies,
        # The model refuses an answer where nothing was ever biopsied.
        atypical_hyperplasia=answer(answers, "atypia") if biopsies else None,
        first_degree_relatives=number(answers, "fdr_breast"),
        race=race,
    )


def biopsies_of(answers: Payload) -> Decimal | None:
    """Return the biopsies; none where none is answered to the question of any."""
    biopsies = number(answers, "biopsies")
    if biopsies is None and answer(answers, "biopsy_or_benign_surgery") is False:
        return Decimal(0)
    return biopsies


def has_no_births(answers: Payload) -> bool:
    """Tell whether she is known never to have given birth."""
    is_coded = number(answers, "age_first_live_birth") == NEVER_GAVE_BIRTH
    return is_coded or number(answers, "live_births") == 0


def first_birth_of(answers: Payload) -> Decimal | None:
    """Return the age at the first live birth; the code of none is no age."""
    age = number(answers, "age_first_live_birth")
    return None if age == NEVER_GAVE_BIRTH else age


def percent(value: Decimal) -> Decimal:
    """Return a percentage as it is kept: six decimals, cut off."""
    return value.quantize(MILLIONTH, ROUND_FLOOR)

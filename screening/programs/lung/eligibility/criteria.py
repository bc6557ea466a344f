"""The criteria of every rule set in words, with the numbers by which it is judged."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial

from screening.clinical import llp, plco_m2012
from screening.clinical.lung_eligibility import Reading, Readings, china, nccn, nelson, tlhc
from screening.clinical.lung_eligibility import chinese_programs as chinese
from screening.clinical.lung_eligibility.criteria import (
    CT_UP_TO_MONTHS,
    INFECTION_UP_TO_WEEKS,
    OTHER_CANCER_BELOW_YEARS,
    Ages,
    Exclusion,
    Exclusions,
    QuitLimit,
)
from screening.clinical.lung_eligibility.smokers import SMOKER_RULES, SmokerRule
from screening.clinical.pack_years import EVER_SMOKED_FROM_CIGARETTES
from screening.programs.lung.eligibility.readings import reading_words
from screening.protocol.wording import N_, Sentence

Words = Callable[[Readings], Iterator[Sentence]]

EXCLUSION_WORDS: Mapping[Exclusion, Sentence] = {
    Exclusion.SYMPTOMS: Sentence(N_("No symptoms that suggest lung cancer")),
    Exclusion.LUNG_CANCER: Sentence(N_("No lung cancer before")),
    Exclusion.NOT_FIT: Sentence(
        N_("Able and willing to have curative surgery, in the judgment of a clinician")
    ),
    Exclusion.HOME_OXYGEN: Sentence(N_("No oxygen at home")),
    Exclusion.OTHER_CANCER: Sentence(
        N_("No other cancer less than {years} years ago, skin cancer other than melanoma apart"),
        {"years": OTHER_CANCER_BELOW_YEARS},
    ),
    Exclusion.RECENT_INFECTION: Sentence(
        N_("No chest infection treated with antibiotics in the last {weeks} weeks"),
        {"weeks": INFECTION_UP_TO_WEEKS},
    ),
    Exclusion.RECENT_CT: Sentence(
        N_("No chest CT in the last {months} months"), {"months": CT_UP_TO_MONTHS}
    ),
    Exclusion.IMPLANTS: Sentence(N_("No metal implants in chest or back")),
}


def _ages(ages: Ages) -> Sentence:
    if ages.highest is None:
        return Sentence(N_("Age {min} or older"), {"min": ages.lowest})
    text = N_("Age {min} to {max}, both included")
    return Sentence(text, {"min": ages.lowest, "max": ages.highest})


def _pack_years(lowest: int) -> Sentence:
    return Sentence(N_("{min} pack-years or more"), {"min": lowest})


def _quitting(limit: QuitLimit | None, readings: Readings) -> Sentence:
    if limit is None:
        return Sentence(N_("Smokes now or smoked in the past, however long ago"))
    if limit.includes_limit(readings):
        text = N_("Smokes now, or quit {max} years ago or less")
    else:
        text = N_("Smokes now, or quit less than {max} years ago")
    return Sentence(text, {"max": limit.years})


def _percent(proportion: Decimal) -> Decimal:
    return (100 * proportion).normalize()


def _exclusions(exclusions: Exclusions, readings: Readings) -> Iterator[Sentence]:
    for exclusion, reading in exclusions.items():
        if reading is None or reading in readings:
            yield EXCLUSION_WORDS[exclusion]


def _smoker(rule: SmokerRule, readings: Readings) -> Iterator[Sentence]:
    yield _ages(rule.ages)
    yield _pack_years(rule.pack_years)
    yield _quitting(rule.quit_limit, readings)
    yield from _exclusions(rule.exclusions, readings)


def _cms(readings: Readings) -> Iterator[Sentence]:
    yield from _smoker(SMOKER_RULES["cms2022"], readings)
    yield Sentence(
        N_(
            "Not judged here: a written order, and before the first screening a visit for "
            "counseling and shared decision"
        )
    )


def _nlst(readings: Readings) -> Iterator[Sentence]:
    yield from _smoker(SMOKER_RULES["nlst"], readings)
    yield Sentence(
        N_("Not judged here: part of a lung removed; in another screening or prevention trial")
    )


def _nccn(readings: Readings) -> Iterator[Sentence]:
    yield _ages(nccn.AGES)
    text = N_("{pack_years} pack-years or more, or {years} years of smoking or more")
    yield Sentence(text, {"pack_years": nccn.PACK_YEARS, "years": nccn.YEARS_SMOKED})
    yield _quitting(None, readings)
    if Reading.NCCN_RISK_MODEL in readings:
        text = N_("Or a risk by PLCOm2012 of at least {percent} % within {years} years")
        percent = _percent(nccn.RISK_THRESHOLD)
        yield Sentence(text, {"percent": percent, "years": plco_m2012.HORIZON_YEARS})
        yield Sentence(reading_words(Reading.PLCO_WITHOUT_RACE, readings))
    yield from _exclusions(nccn.EXCLUSIONS, readings)


def _china(readings: Readings) -> Iterator[Sentence]:
    yield _ages(china.AGES)
    yield Sentence(N_("And at least one of these factors:"))
    yield Sentence(
        N_("1. {min} pack-years or more, and smokes now or quit less than {max} years ago"),
        {"min": china.PACK_YEARS, "max": china.QUIT_LIMIT.years},
    )
    yield _passive(readings)
    yield Sentence(N_("3. COPD"))
    yield _occupation(readings)
    yield Sentence(N_("5. Lung cancer in a parent, child, brother or sister"))
    yield from _exclusions(china.EXCLUSIONS, readings)


def _passive(readings: Readings) -> Sentence:
    source = Reading.PASSIVE_SOURCE_DECIDES in readings
    at_limit = Reading.PASSIVE_AT_LIMIT in readings
    text = {
        (True, True): N_(
            "2. Passive smoking for {min} years or more, in one room with someone who meets "
            "factor 1"
        ),
        (True, False): N_(
            "2. Passive smoking for more than {min} years, in one room with someone who meets "
            "factor 1"
        ),
        (False, True): N_("2. Passive smoking for {min} years or more"),
        (False, False): N_("2. Passive smoking for more than {min} years"),
    }[source, at_limit]
    return Sentence(text, {"min": china.PASSIVE_YEARS})


def _occupation(readings: Readings) -> Sentence:
    if Reading.NICKEL_COUNTS in readings:
        text = N_(
            "4. Exposed at work for {min} year or more in total to asbestos, radon, beryllium, "
            "chromium, cadmium, silica, soot, coal soot or nickel"
        )
    else:
        text = N_(
            "4. Exposed at work for {min} year or more in total to asbestos, radon, beryllium, "
            "chromium, cadmium, silica, soot or coal soot"
        )
    return Sentence(text, {"min": china.EXPOSURE_YEARS})


def _county(readings: Readings) -> Iterator[Sentence]:
    yield _ages(chinese.COUNTY_AGES)
    yield Sentence(N_("And at least one of these factors:"))
    limit = {"min": chinese.COUNTY_PACK_YEARS, "max": chinese.COUNTY_QUIT_LIMIT.years}
    yield Sentence(
        N_("1. {min} pack-years or more, and smokes now or quit less than {max} years ago"), limit
    )
    yield Sentence(N_("2. Exposed at work to asbestos, beryllium, uranium or radon, for any time"))
    yield Sentence(N_("3. COPD, diffuse lung fibrosis, or tuberculosis of the lung in the past"))
    yield Sentence(
        N_("4. A cancer of one's own before, or lung cancer in a parent, child, brother or sister")
    )
    yield Sentence(
        N_("Not eligible, but named medium risk: passive smoking for {min} years or more"),
        {"min": chinese.COUNTY_PASSIVE_YEARS},
    )
    yield from _exclusions(chinese.COUNTY_EXCLUSIONS, readings)


def _city(readings: Readings) -> Iterator[Sentence]:
    yield _ages(chinese.CITY_AGES)
    yield Sentence(N_("High risk by the score of the national city program, entered as its result"))
    yield from _exclusions(chinese.CITY_EXCLUSIONS, readings)


def _nelson(readings: Readings) -> Iterator[Sentence]:
    rule = nelson.rule_in_force(readings)
    yield _ages(rule.ages)
    (many, short), (few, long) = rule.amounts
    values = {"many": many, "short": short, "few": few, "long": long}
    if rule.is_amount_included:
        text = N_(
            "{many} cigarettes a day or more for more than {short} years, or {few} or more for "
            "more than {long} years"
        )
    else:
        text = N_(
            "More than {many} cigarettes a day for more than {short} years, or more than {few} "
            "for more than {long} years"
        )
    yield Sentence(text, values)
    yield _quitting(rule.quit_limit, readings)


def _tlhc(readings: Readings) -> Iterator[Sentence]:
    yield _ages(tlhc.AGES)
    smoked = {"number": EVER_SMOKED_FROM_CIGARETTES}
    yield Sentence(N_("Smoked {number} cigarettes or more in life"), smoked)
    yield Sentence(
        N_(
            "A risk by PLCOm2012 of at least {plco} % within {plco_years} years, or by LLPv2 of "
            "at least {llp} % within {llp_years} years"
        ),
        {
            "plco": _percent(tlhc.PLCO_THRESHOLD),
            "plco_years": plco_m2012.HORIZON_YEARS,
            "llp": _percent(tlhc.LLP_THRESHOLD),
            "llp_years": llp.HORIZON_YEARS,
        },
    )
    yield from _exclusions(tlhc.EXCLUSIONS, readings)
    yield Sentence(N_("Not judged here: able to have a low-dose CT"))
    yield Sentence(
        N_(
            "COPD is asked without chronic bronchitis, which PLCOm2012 counts too: its risk can "
            "come out too low"
        )
    )


def _ielcap(readings: Readings) -> Iterator[Sentence]:
    yield _ages(tlhc.IELCAP_AGES)
    yield Sentence(N_("Not judged here: what this set asks about smoking"))
    yield from _exclusions(tlhc.EXCLUSIONS, readings)


WORDS: Mapping[str, Words] = {
    **{code: partial(_smoker, rule) for code, rule in SMOKER_RULES.items()},
    "cms2022": _cms,
    "nlst": _nlst,
    "nccn_1_2026": _nccn,
    "china2021": _china,
    "china_county2020": _county,
    "china_nlcsp": _city,
    "nelson": _nelson,
    "tlhc": _tlhc,
    "ielcap": _ielcap,
}


def criteria_of(rule_set: str, readings: Readings) -> tuple[Sentence, ...]:
    """Return the criteria of a rule set as a person reads them."""
    return tuple(WORDS[rule_set](readings))

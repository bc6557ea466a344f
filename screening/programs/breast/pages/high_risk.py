"""Tables and cases of the page of women at high risk of breast cancer."""

from collections.abc import Iterator
from dataclasses import fields

from screening.clinical.breast_high_risk import REFERENCE_DEFAULTS
from screening.clinical.breast_high_risk.acs import CRITERIA, LIMITS_SHOWN
from screening.programs.breast.eligibility.reasons import RULES
from screening.programs.breast.eligibility.rule_sets import PUBLICATIONS
from screening.protocol.systems import Case, SystemPage, Table
from screening.protocol.wording import N_

# Said of every woman, and so on the page of the first case alone.
OF_SOURCE = N_("{rule_set}, its source: {label}")

# Nothing of what the rules ask for.
COMMON = {
    "age": "50",
    "fdr_breast": "0",
    "fdr_ovarian": "0",
    "sdr_breast_lt50": "0",
    "sdr_ovarian_lt50": "0",
    "own_brca": "no",
    "fdr_brca": "no",
    "menarche": "14",
    "menopause": "50",
    "biopsy_or_benign_surgery": "no",
    "atypia": "no",
    "lcis": "no",
    "hrt_combined_months": "0",
    "hrt_estrogen_months": "0",
    "breastfeeding_months": "12",
    "live_births": "1",
    "age_first_live_birth": "25",
    "abortions": "0",
    "density": "b",
    "density_age": "50",
    "syndrome": "none",
    "lifetime_risk_pct": "10",
    "lifetime_risk_model": "tyrer_cuzick 8",
    "gail5_pct": "1",
    "personal_breast_cancer": "no",
}


def _criteria() -> Iterator[tuple[str, ...]]:
    for criterion in CRITERIA:
        limits = LIMITS_SHOWN.get(criterion.key, {})
        words = ", ".join(f"{name} {limit}" for name, limit in limits.items())
        yield criterion.key.replace("_", " "), words, criterion.verdict.value


def _settings() -> Iterator[tuple[str, str, str]]:
    for code in ("cn2021", "caca"):
        cuts = getattr(REFERENCE_DEFAULTS, code)
        for cut in fields(cuts):
            yield code, cut.name.replace("_", " "), str(getattr(cuts, cut.name)).replace("_", " ")
    counts = REFERENCE_DEFAULTS.tested_negative_relative_counts
    name = "a relative's variant counts where the woman tested negative for it"
    yield "cn2021, caca", name, "yes" if counts else "no"


def _changed(words: str, **changes: str) -> Case:
    return Case(words, changes)


OF_CN2021 = (
    _changed("mother with breast cancer", fdr_breast="1"),
    _changed("one aunt with breast cancer before 50", sdr_breast_lt50="1"),
    _changed("two aunts", sdr_breast_lt50="2"),
    _changed("an aunt with breast and one with ovarian cancer: caca adds them",
             sdr_breast_lt50="1", sdr_ovarian_lt50="1"),
    _changed("carries a variant", own_brca="yes"),
    _changed("a sister carries one", fdr_brca="yes"),
    _changed("a sister carries one, she tested negative",
             fdr_brca="yes", tested_brca_negative="yes"),
    _changed("first period at 12", menarche="12"),
    _changed("first period just after 12", menarche="12.1"),
    _changed("menopause just before 55", age="60", menopause="54.9"),
    _changed("menopause at 55", age="60", menopause="55"),
    _changed("benign biopsy", biopsy_or_benign_surgery="yes"),
    _changed("combined hormones for 5.9 months", hrt_combined_months="5.9"),
    _changed("combined hormones for 6 months", hrt_combined_months="6"),
    _changed("dense at 44", density="c", density_age="44"),
    _changed("dense at 45", density="c", density_age="45"),
    _changed("one item C", breastfeeding_months="3.9"),
    _changed("two items C", breastfeeding_months="3.9", abortions="2"),
    _changed("breastfed for 4 months", breastfeeding_months="4", abortions="2"),
    _changed("no birth, two abortions",
             live_births="0", age_first_live_birth="", abortions="2"),
    _changed("first birth at 30, estrogen for 6 months",
             age_first_live_birth="30", hrt_estrogen_months="6"),
    _changed("high risk at 40", age="40", menopause="", density_age="40", fdr_breast="1"),
    _changed("high risk at 39", age="39", menopause="", density_age="39", fdr_breast="1"),
    _changed("not at high risk at 44", age="44", menopause="", density_age="44"),
)  # fmt: skip
OF_CACA = (
    _changed("LCIS", lcis="yes"),
    _changed("chest radiotherapy at 29", chest_rt_age="29"),
    _changed("chest radiotherapy at 30: MRI by ACS alone", chest_rt_age="30"),
    _changed("Gail risk just below 1.67 %", gail5_pct="1.669"),
    _changed("Gail risk of 1.67 %", gail5_pct="1.67"),
)
OF_ACS = (
    _changed("lifetime risk of 20 %", lifetime_risk_pct="20"),
    _changed("lifetime risk just below 20 %", lifetime_risk_pct="19.9"),
    _changed("lifetime risk of 15 %", lifetime_risk_pct="15"),
    _changed("chest radiotherapy at 9", chest_rt_age="9"),
    _changed("chest radiotherapy at 10", chest_rt_age="10"),
    _changed("Cowden syndrome of a sister", syndrome="cowden"),
    _changed("dense, lifetime risk not computed",
             density="d", lifetime_risk_pct="", lifetime_risk_model=""),
    _changed("nothing, lifetime risk not computed", lifetime_risk_pct="", lifetime_risk_model=""),
)  # fmt: skip
DOUBTFUL = (
    _changed("had breast cancer", personal_breast_cancer="yes"),
    _changed("family not known: no verdict of yes, and named", fdr_breast="", fdr_ovarian=""),
    _changed("model of the lifetime risk not stated", lifetime_risk_model=""),
    _changed("a proportion typed as a percentage", lifetime_risk_pct="0.2"),
    _changed("Gail as the model of the lifetime risk", lifetime_risk_model="gail"),
    _changed("more months than there are in 60 years", hrt_combined_months="1200"),
    _changed("first birth without a birth", live_births="0"),
    _changed("carries a variant and tested negative", own_brca="yes", tested_brca_negative="yes"),
    _changed("menopause later than today", age="45", menopause="50"),
    _changed("half a relative", fdr_breast="0.5"),
    _changed("a density that there is not", density="e"),
)

PAGE = SystemPage(
    "screening.clinical.breast_high_risk",
    golden="breast_highrisk_cn_vectors.csv",
    tests=(
        "test_breast_high_risk.py",
        "test_breast_high_risk_rows.py",
        "test_breast_high_risk_unknowns.py",
        "test_breast_high_risk_properties.py",
    ),
    tables=(
        *(
            Table(f"Items of {code}: {PUBLICATIONS[code].title}", ("item", "meaning"), rows)
            for code in RULES
            for rows in (tuple((item, words.removeprefix(f"{item}: "))
                               for item, words in RULES[code].items()),)
        ),
        Table(
            "MRI by the American Cancer Society: the first that applies",
            ("criterion", "limits", "verdict"),
            tuple(_criteria()),
        ),
        Table(
            "Settings that the site confirms",
            ("rule set", "setting", "in force"),
            tuple(_settings()),
        ),
    ),
    cases=(_changed("no item of any rule"),
           *OF_CN2021, *OF_CACA, *OF_ACS, *DOUBTFUL),
    common=COMMON,
    unsaid=(OF_SOURCE,),
    shown=("cn2021_rules", "cn2021_in_programme_now", "caca_rules", "acs_mri"),
)  # fmt: skip

"""How the synthetic cohort is distributed; chosen to be plausible, not measured anywhere."""

from datetime import timedelta

from screening.protocol.synthetic import Habits, Population, Timetable, Waiting

# The cohort is smaller than the largest program's, as programs for women at high risk are.
SHARE_OF_ORDER = 0.25
POPULATION = Population("breast", age=(53, 8), ages=(40.2, 74.0), share_of_women=1, exam_mark="B")
TIMETABLE = Timetable(
    years_back=5,
    longest_workup=timedelta(days=70),
    longest_round=timedelta(days=460),
    round_of_cancer={"1": 0.72, "2": 0.20, "3": 0.08},
)
HABITS = Habits(
    return_share=0.72,
    delay_days=(10, 25),
    technical_repeats=0.012,
    reasons_for_leaving={"lost": 0.52, "withdrew": 0.28, "moved": 0.16, "died": 0.04},
    cause_of_death="not breast cancer",
)
WAITING = Waiting(ineligible=1.2, invited=0.01, eligible=0.008, enrolled=0.01, survey_years=5)
SOURCES = {"general_survey": 0.78, "health_check": 0.12, "referral": 0.06, "self": 0.04}
CANCERS_PER_1000 = 5.5
INTERVAL_CANCERS_PER_1000 = 0.9
MRI_SHARE = 0.03
NOT_FOLLOWED_SHARE = 0.06

MAMMOGRAPHY = {"1": 0.43, "2": 0.455, "0": 0.045, "3": 0.055, "4A": 0.01, "4B": 0.004, "4C": 0.001}
ULTRASOUND = {"1": 0.36, "2": 0.545, "3": 0.08, "4A": 0.011, "4B": 0.003, "4C": 0.001}
MRI = {"1": 0.34, "2": 0.53, "3": 0.09, "4A": 0.03, "4B": 0.01}
LATER = {"0": 0.5, "3": 0.4, "4A": 0.7, "4B": 0.7, "4C": 0.7}
# What the modalities show of a cancer; at least one of them is positive.
SHOWN_BY = {"both": 0.52, "mammography": 0.26, "ultrasound": 0.22}
OF_CANCER = {"4A": 0.12, "4B": 0.30, "4C": 0.36, "5": 0.22}
DENSITIES = {"a": 0.08, "b": 0.34, "c": 0.48, "d": 0.10}
AFTER_ZERO = {"1": 0.4, "2": 0.48, "4A": 0.12}
AFTER_THREE = {"2": 0.94, "4A": 0.06}

# T, N, M, and how often.
STAGES = (
    ("Tis", "N0", "M0", 0.19),
    ("T1mi", "N0", "M0", 0.02),
    ("T1a", "N0", "M0", 0.05),
    ("T1b", "N0", "M0", 0.16),
    ("T1c", "N0", "M0", 0.25),
    ("T1c", "N1mi", "M0", 0.03),
    ("T1c", "N1", "M0", 0.07),
    ("T2", "N0", "M0", 0.11),
    ("T2", "N1", "M0", 0.06),
    ("T3", "N1", "M0", 0.02),
    ("T2", "N2", "M0", 0.01),
    ("", "", "", 0.03),
)
SIZE_OF_T = {
    "Tis": (6, 40), "T1mi": (1, 1), "T1a": (2, 5), "T1b": (6, 10), "T1c": (11, 20),
    "T2": (21, 45), "T3": (51, 70),
}  # fmt: skip
MORPHOLOGIES = {"8500/3": 0.8, "8520/3": 0.1, "8480/3": 0.04, "8211/3": 0.03, "8522/3": 0.03}
QUADRANTS = {
    "C50.4": 0.45,
    "C50.2": 0.16,
    "C50.5": 0.12,
    "C50.3": 0.08,
    "C50.8": 0.1,
    "C50.1": 0.09,
}
READERS = ("Dr. Gao", "Dr. Hu", "Dr. Lind", "Dr. Qian", "Dr. Tang")
MACHINES = {
    "mammography": ("MG-1", "MG-2"),
    "ultrasound": ("US-1", "US-2", "US-3"),
    "mri": ("MR-1",),
}

"""How the synthetic cohort is distributed; chosen to be plausible, not measured anywhere."""

from datetime import timedelta

from screening.protocol.synthetic import Habits, Population, Timetable, Waiting

PUBLISHED_SCREENED = 14_010
PUBLISHED_CANCERS = 98

POPULATION = Population(
    "lung",
    age=(61, 6.5),
    ages=(50.2, 78.0),
    share_of_women=0.38,
    known_share=0.05,
    known_ages=(51, 74),
)
TIMETABLE = Timetable(
    years_back=7,
    longest_workup=timedelta(days=90),
    longest_round=timedelta(days=460),
    round_of_cancer={"1": 0.70, "2": 0.18, "3": 0.12},
)
HABITS = Habits(
    return_share=0.74,
    delay_days=(8, 25),
    technical_repeats=0.006,
    reasons_for_leaving={"lost": 0.5, "withdrew": 0.27, "moved": 0.15, "died": 0.08},
    cause_of_death="not lung cancer",
)
WAITING = Waiting(ineligible=0.05, invited=0.004, eligible=0.003, enrolled=0.006)
SOURCES = {"general_survey": 0.45, "health_check": 0.3, "referral": 0.17, "self": 0.08}

CATEGORY_FIRST = {
    "1": 0.39,
    "2": 0.472,
    "3": 0.08,
    "4A": 0.035,
    "4B": 0.012,
    "4X": 0.004,
    "0": 0.007,
}
CATEGORY_LATER = {
    "1": 0.40,
    "2": 0.555,
    "3": 0.02,
    "4A": 0.015,
    "4B": 0.007,
    "4X": 0.001,
    "0": 0.002,
}
CATEGORY_OF_CANCER = {"4A": 0.24, "4B": 0.52, "4X": 0.24}

STAGES = (
    ("T1a", "N0", "M0", 0.14),
    ("T1b", "N0", "M0", 0.30),
    ("T1c", "N0", "M0", 0.14),
    ("T2a", "N0", "M0", 0.09),
    ("T1mi", "N0", "M0", 0.06),
    ("T2b", "N1", "M0", 0.05),
    ("T3", "N0", "M0", 0.04),
    ("T2a", "N2", "M0", 0.07),
    ("T4", "N3", "M0", 0.03),
    ("T3", "N2", "M1b", 0.05),
    ("", "", "", 0.03),
)
SIZE_OF_T = {
    "T1a": (7, 10), "T1b": (11, 20), "T1c": (21, 30), "T2a": (31, 40), "T1mi": (9, 28),
    "T2b": (41, 50), "T3": (51, 70), "T4": (71, 95),
}  # fmt: skip
MORPHOLOGIES = {
    "8140/3": 0.62,
    "8250/3": 0.08,
    "8070/3": 0.16,
    "8041/3": 0.06,
    "8240/3": 0.04,
    "8046/3": 0.04,
}
TOPOGRAPHY_OF_LOBE = {
    "RUL": "C34.1", "LUL": "C34.1", "lingula": "C34.1", "RML": "C34.2", "RLL": "C34.3",
    "LLL": "C34.3",
}  # fmt: skip
LOBES = {"RUL": 0.3, "LUL": 0.24, "RLL": 0.19, "LLL": 0.16, "RML": 0.08, "lingula": 0.03}
READERS = ("Dr. Chen", "Dr. Li", "Dr. Novak", "Dr. Sun", "Dr. Zhao")
MACHINES = ("CT-1", "CT-2", "CT-3")

FORMER_SHARE = 0.42
QUITS_A_YEAR = 0.08
CESSATION_OFFERED = 0.83
DECISION_SHARED = 0.9
REASSESSED_SHARE = 0.3
OTHER_FINDINGS = {
    "": 0.90,
    "coronary_calcification": 0.05,
    "emphysema": 0.02,
    "thyroid_nodule": 0.015,
    "interstitial_lung_abnormality": 0.01,
    "liver_lesion": 0.005,
}
NOT_FOLLOWED_SHARE = 0.06
INTERVAL_CANCERS_PER_1000 = 0.55

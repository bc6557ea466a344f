"""How the synthetic cohort is distributed; chosen to be plausible, not measured anywhere."""

from datetime import timedelta

from screening.programs.thyroid.schedule import ROUTINE_MONTHS
from screening.protocol.synthetic import Habits, Population, Timetable, Waiting

# The cohort is smaller than the largest program's, as programs for people at high risk are.
SHARE_OF_ORDER = 0.2
POPULATION = Population(
    "thyroid",
    age=(46, 13),
    ages=(18.2, 79.0),
    share_of_women=0.72,
    exam_mark="TH",
    known_share=0.08,
    known_ages=(19, 78),
)
TIMETABLE = Timetable(
    years_back=6,
    longest_workup=timedelta(days=60),
    longest_round=timedelta(days=31 * ROUTINE_MONTHS + 90),
    round_of_cancer={"1": 0.8, "2": 0.2},
)
HABITS = Habits(
    return_share=0.76,
    delay_days=(10, 22),
    technical_repeats=0.004,
    reasons_for_leaving={"lost": 0.55, "withdrew": 0.28, "moved": 0.14, "died": 0.03},
    cause_of_death="not thyroid cancer",
)
WAITING = Waiting(ineligible=0.4, invited=0.01, eligible=0.008, enrolled=0.01, survey_years=6)
SOURCES = {"referral": 0.4, "health_check": 0.3, "general_survey": 0.18, "self": 0.12}
OUTSIDE_SHARE = 0.12
CANCERS_PER_1000 = 8.0

# What an exam shows: a level, and what its size asks for.
SHOWN_FIRST = {
    "none": 0.56,
    "TR1 left": 0.02,
    "TR2 left": 0.12,
    "TR3 left": 0.13,
    "TR3 followed": 0.03,
    "TR3 fna": 0.008,
    "TR4 left": 0.06,
    "TR4 followed": 0.028,
    "TR4 fna": 0.018,
    "TR5 left": 0.004,
    "TR5 followed": 0.012,
    "TR5 fna": 0.008,
    "node": 0.002,
}
NEW_LATER = {"none": 0.9, "TR2 left": 0.05, "TR3 left": 0.04, "TR4 left": 0.01}
SHOWN_OF_CANCER = {"TR5 fna": 0.62, "TR4 fna": 0.3, "TR3 fna": 0.08}
SECOND_NODULE = 0.25

# Largest diameters in mm by level and by what they ask for.
SIZES = {
    "TR1 left": (4.0, 22.0),
    "TR2 left": (4.0, 24.0),
    "TR3 left": (4.0, 14.0),
    "TR3 followed": (15.5, 23.5),
    "TR3 fna": (26.0, 42.0),
    "TR4 left": (4.0, 8.8),
    "TR4 followed": (10.4, 13.8),
    "TR4 fna": (15.6, 34.0),
    "TR5 left": (3.0, 4.4),
    "TR5 followed": (5.4, 8.8),
    "TR5 fna": (10.6, 27.0),
}
LOBES = {"R": 0.5, "L": 0.43, "isthmus": 0.07}
POLES = {"upper": 0.25, "middle": 0.45, "lower": 0.3}

CYTOLOGY_BENIGN = {"I": 0.1, "II": 0.74, "III": 0.12, "IV": 0.04}
CYTOLOGY_MALIGNANT = {"V": 0.24, "VI": 0.76}
BELOW_THRESHOLD_SHARE = 0.03
REASONS_BELOW = ("Close to the capsule", "Wish of the person", "Several affected relatives")
NODES = {"N0a": 0.7, "N1a": 0.22, "N1b": 0.06, "NX": 0.02}
MORPHOLOGIES = {"8260/3": 0.78, "8340/3": 0.12, "8330/3": 0.06, "8345/3": 0.03, "8290/3": 0.01}
SURVEILLANCE_SHARE = 0.18
TOTAL_SHARE = 0.4
UNKNOWN_SIZE_SHARE = 0.03
COMPLICATIONS = {
    "none": 0.88,
    "hypoparathyroidism_transient": 0.06,
    "hypoparathyroidism_permanent": 0.02,
    "nerve_palsy_transient": 0.025,
    "nerve_palsy_permanent": 0.01,
    "hematoma": 0.005,
}
READERS = ("Dr. Fang", "Dr. Kim", "Dr. Luo", "Dr. Meyer", "Dr. Shen")
MACHINES = ("US-1", "US-2", "US-3")

NOT_FOLLOWED_SHARE = 0.05

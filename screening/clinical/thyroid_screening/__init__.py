"""Who is within and who outside the recommendations on thyroid screening, by each body.

Every body is asked about every person, and their positions stand side by side; none is a refusal.
The questions of a body go in their order: a risk that is present decides, whatever else of its
question is not known; without one, an answer that is missing leaves the position open and is named.
A blank is never taken for a no, except a calcitonin: nobody is measured for screening. Of radiation
or a syndrome a bare yes leaves open which one it is.

The lay sheets of China go by age alone: an exam of the neck every 2 to 3 years from 20, ultrasound
every year from 30. They contradict the Chinese guideline of 2023, and each such result says so.

Source: US Preventive Services Task Force 2017; Korean national guideline 2015; seven Chinese
societies, Chin J Endocrinol Metab 2023;39:181; International Guideline Harmonization Group 2018;
ATA 2009 as the NCI PDQ prints it; lay sheets of Chinese anticancer associations, undated.
"""

from screening.clinical.thyroid_screening.bodies import (
    BODIES,
    LAY_BODY,
    REASON_KEYS,
    Body,
    Judgment,
    Position,
    judge,
    judge_all,
)
from screening.clinical.thyroid_screening.person import Irradiation, Person, Syndrome
from screening.clinical.thyroid_screening.risks import Risk
from screening.clinical.thyroid_screening.rows import (
    INPUTS,
    RESULTS,
    SYSTEM,
    evaluate_row,
    read_person,
)

__all__ = [
    "BODIES",
    "INPUTS",
    "LAY_BODY",
    "REASON_KEYS",
    "RESULTS",
    "SYSTEM",
    "Body",
    "Irradiation",
    "Judgment",
    "Person",
    "Position",
    "Risk",
    "Syndrome",
    "evaluate_row",
    "judge",
    "judge_all",
    "read_person",
]

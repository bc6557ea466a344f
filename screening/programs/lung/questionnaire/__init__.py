"""What is asked of a person before lung screening, in the order of asking."""

from screening.programs.lung.questionnaire.answers import check_answers, compute_answers
from screening.programs.lung.questionnaire.background import ADVICE, BACKGROUND, PERSON
from screening.programs.lung.questionnaire.health import FAMILY, HEALTH, WORK
from screening.programs.lung.questionnaire.smoking import PASSIVE, SMOKING
from screening.protocol.questionnaire import Questionnaire

QUESTIONNAIRE = Questionnaire(
    version="lung-2024.1",
    sections=(SMOKING, PASSIVE, HEALTH, WORK, FAMILY, PERSON, BACKGROUND, ADVICE),
    checks=check_answers,
    compute=compute_answers,
)

"""What is asked of a woman before breast screening, in the order of asking."""

from screening.programs.breast.questionnaire.answers import check_answers, compute_answers
from screening.programs.breast.questionnaire.family import FAMILY, GENES
from screening.programs.breast.questionnaire.history import BREASTS, MEDICINES, REPRODUCTION
from screening.programs.breast.questionnaire.risk_models import DERIVED, MODELS, PERSON
from screening.protocol.questionnaire import Questionnaire

QUESTIONNAIRE = Questionnaire(
    version="breast-2025.1",
    sections=(FAMILY, GENES, BREASTS, REPRODUCTION, MEDICINES, PERSON, MODELS),
    checks=check_answers,
    compute=compute_answers,
    derived=DERIVED,
)

"""From the answers of the questionnaire to the person whom the bodies judge."""

from screening.clinical.inputs import Word
from screening.clinical.thyroid_screening import Irradiation, Person, Syndrome
from screening.programs.thyroid.questionnaire import NONE
from screening.protocol.eligibility import Candidate
from screening.protocol.fields import UNKNOWN, Payload

ANSWERS = {"yes": True, "no": False}


def person_of(candidate: Candidate) -> Person:
    """Return the person as the bodies see them; what is blank or *not known* is None.

    A calcitonin that was never measured is not above normal: nobody is measured for screening.
    """
    answers = candidate.answers
    return Person(
        age_years=_age(candidate),
        neck_irradiation=_words(Irradiation, answers, "neck_irradiation"),
        fdr_thyroid_cancer=_answer(answers, "fdr_thyroid_cancer"),
        syndrome=_words(Syndrome, answers, "syndrome"),
        family_syndrome=_answer(answers, "family_syndrome"),
        prior_thyroid_cancer=_answer(answers, "prior_thyroid_cancer"),
        calcitonin_above_normal=answers.get("calcitonin_above_normal") == "yes",
        childhood_cancer_thyroid_exposed=_answer(answers, "childhood_cancer_thyroid_exposed"),
        symptoms=_picked(answers, "symptoms"),
        neck_mass=_answer(answers, "neck_mass"),
    )


def _age(candidate: Candidate) -> int | None:
    """Return the age by the date of birth, else the one that was answered."""
    if candidate.age_years is not None:
        return candidate.age_years
    age = candidate.answers.get("age")
    return age if isinstance(age, int) else None


def _answer(answers: Payload, code: str) -> bool | None:
    return ANSWERS.get(str(answers.get(code)))


def _picked(answers: Payload, code: str) -> tuple[str, ...] | None:
    """Return what was picked, without anything for a none; None where that is not known."""
    picked = answers.get(code)
    if not isinstance(picked, tuple) or not picked or UNKNOWN in picked:
        return None
    return tuple(item for item in picked if item != NONE)


def _words(words: type[Word], answers: Payload, code: str) -> tuple[Word, ...] | None:
    picked = _picked(answers, code)
    return None if picked is None else tuple(words(item) for item in picked)

"""From the answers of the questionnaire to the person whom the bodies judge."""

from screening.clinical.inputs import Word
from screening.clinical.thyroid_screening import Irradiation, Person, Syndrome
from screening.programs.thyroid.questionnaire import NONE
from screening.protocol.answers import answer
from screening.protocol.body import completed_years
from screening.protocol.eligibility import Candidate
from screening.protocol.fields import UNKNOWN, Payload


def person_of(candidate: Candidate) -> Person:
    """Return the person as the bodies see them; what is blank or *not known* is None.

    A calcitonin that was never measured is not above normal: nobody is measured for screening.
    """
    answers = candidate.answers
    return Person(
        age_years=completed_years(candidate),
        neck_irradiation=_words(Irradiation, answers, "neck_irradiation"),
        fdr_thyroid_cancer=answer(answers, "fdr_thyroid_cancer"),
        syndrome=_words(Syndrome, answers, "syndrome"),
        family_syndrome=answer(answers, "family_syndrome"),
        prior_thyroid_cancer=answer(answers, "prior_thyroid_cancer"),
        calcitonin_above_normal=answers.get("calcitonin_above_normal") == "yes",
        childhood_cancer_thyroid_exposed=answer(answers, "childhood_cancer_thyroid_exposed"),
        symptoms=_picked(answers, "symptoms"),
        neck_mass=answer(answers, "neck_mass"),
    )


def _picked(answers: Payload, code: str) -> tuple[str, ...] | None:
    """Return what was picked, without anything for a none; None where that is not known."""
    picked = answers.get(code)
    if not isinstance(picked, tuple) or not picked or UNKNOWN in picked:
        return None
    return tuple(item for item in picked if item != NONE)


def _words(words: type[Word], answers: Payload, code: str) -> tuple[Word, ...] | None:
    picked = _picked(answers, code)
    return None if picked is None else tuple(words(item) for item in picked)

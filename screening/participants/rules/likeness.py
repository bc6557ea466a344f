"""How much two persons look like one, with the reasons in words."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from screening.participants.rules.birth import BirthDate, DatePrecision
from screening.participants.rules.names import fold, spoken_forms
from screening.protocol.wording import N_, Sentence

SIMILAR_SOUND_PERCENT = 88
LEAST_SCORE = 40
STRONG_SCORE = 50


@dataclass(frozen=True)
class Traits:
    """What of a person is compared; numbers come as digests, since equality is all that counts."""

    name: str
    born: BirthDate | None = None
    phone_digest: str | None = None
    national_id_digest: str | None = None


@dataclass(frozen=True)
class Likeness:
    """A score (100 and more: all but certain) and the reasons that add up to it."""

    score: int
    reasons: tuple[Sentence, ...]

    @property
    def is_worth_showing(self) -> bool:
        """Tell whether a person at the desk should look at both."""
        return self.score >= LEAST_SCORE

    @property
    def is_strong(self) -> bool:
        """Tell whether registering a new person needs a word that this one is another."""
        return self.score >= STRONG_SCORE


def compare(typed: Traits, known: Traits) -> Likeness:
    """Compare what is typed with a person already known."""
    found = [*_number_reasons(typed, known), *_birth_reasons(typed.born, known.born)]
    found.extend(_name_reasons(typed.name, known.name))
    return Likeness(sum(score for score, _ in found), tuple(Sentence(text) for _, text in found))


def _number_reasons(typed: Traits, known: Traits) -> list[tuple[int, str]]:
    reasons = []
    if typed.national_id_digest and typed.national_id_digest == known.national_id_digest:
        reasons.append((100, N_("Same national number")))
    if typed.phone_digest and typed.phone_digest == known.phone_digest:
        reasons.append((40, N_("Same phone")))
    return reasons


def _birth_reasons(typed: BirthDate | None, known: BirthDate | None) -> list[tuple[int, str]]:
    if typed is None or known is None:
        return []
    if typed.precision is DatePrecision.DAY and typed == known:
        return [(30, N_("Same birth date"))]
    if typed.born_from <= known.born_to and known.born_from <= typed.born_to:
        return [(15, N_("Birth dates that can be the same"))]
    return []


def _name_reasons(typed: str, known: str) -> list[tuple[int, str]]:
    if not fold(typed):
        return []
    if fold(typed) == fold(known):
        return [(40, N_("Same name"))]
    typed_forms, known_forms = spoken_forms(typed), spoken_forms(known)
    if typed_forms & known_forms:
        return [(35, N_("Name that sounds the same"))]
    nearest = max((ratio(one, other) for one in typed_forms for other in known_forms), default=0)
    if nearest >= SIMILAR_SOUND_PERCENT or _differs_by_one(fold(typed), fold(known)):
        return [(20, N_("Similar name"))]
    return []


def _differs_by_one(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 3 and Levenshtein.distance(one, other, score_cutoff=1) <= 1

"""What of an entered exam is impossible or unlikely; pure."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from screening.exams.rules.entry import LESION, ExamEntry, Person, record_of
from screening.exams.rules.marks import system_of
from screening.exams.rules.states import EXAMINED, READABLE
from screening.protocol.category import Categorization
from screening.protocol.fields import Payload
from screening.protocol.payload import check_payload
from screening.protocol.program import Program
from screening.protocol.wording import N_, Problem, Sentence

OLD_EXAM = timedelta(days=365)
FAR_APPOINTMENT = timedelta(days=730)


def check_entry(entry: ExamEntry, person: Person, program: Program, today: date) -> list[Problem]:
    """List what is refused or unlikely in an exam; finding problems are named `findings-N-code`."""
    problems = [*_check_choices(entry, program), *_check_day(entry, person, today)]
    if entry.status not in EXAMINED:
        return problems
    definition = program.exam
    problems += _check_result_day(entry, today)
    problems += check_payload((*definition.technique, *definition.details), entry.details)
    problems += definition.checks(record_of(entry))
    for number, payload in enumerate(entry.findings):
        problems += [
            Problem(f"findings-{number}-{problem.field}", problem.sentence, problem.is_question)
            for problem in definition.finding.problems(payload)
        ]
    return [*problems, *_check_lesions(entry.findings)]


def _check_choices(entry: ExamEntry, program: Program) -> Iterator[Problem]:
    if not any(choice.code == entry.modality for choice in program.exam.modalities):
        yield Problem("modality", Sentence(N_("Choose how the images are made")))
    known = (system.code for system in program.systems)
    if entry.system is not None and entry.system not in known:
        yield Problem("system", Sentence(N_("Choose one of the program's category systems")))


def _check_day(entry: ExamEntry, person: Person, today: date) -> list[Problem]:
    if entry.status in EXAMINED:
        return _check_exam_day(entry.performed_on, person, today)
    return _check_appointment(entry.scheduled_on, person, today)


def _check_exam_day(day: date | None, person: Person, today: date) -> list[Problem]:
    name = "performed_on"
    if day is None:
        return [Problem(name, Sentence(N_("Enter the date of the exam")))]
    if day > today:
        message = N_("The exam cannot be in the future; today is {limit}")
        return [Problem(name, Sentence(message, {"limit": today}))]
    found = [Problem(name, sentence) for sentence in _outside_life(day, person)]
    if not found and day < today - OLD_EXAM:
        message = N_("The exam is more than a year ago; confirm the date")
        found.append(Problem(name, Sentence(message), is_question=True))
    return found


def _check_appointment(day: date | None, person: Person, today: date) -> list[Problem]:
    name = "scheduled_on"
    if day is None:
        return [Problem(name, Sentence(N_("Enter the date of the appointment")))]
    found = [Problem(name, sentence) for sentence in _outside_life(day, person)]
    if not found and day < today:
        message = N_("The appointment is in the past; log the exam if it was done, or confirm")
        found.append(Problem(name, Sentence(message), is_question=True))
    if not found and day > today + FAR_APPOINTMENT:
        message = N_("The appointment is more than two years ahead; confirm the date")
        found.append(Problem(name, Sentence(message), is_question=True))
    return found


def _outside_life(day: date, person: Person) -> Iterator[Sentence]:
    """Say before or after which event of the person's life a day cannot be."""
    limits = (
        (_is_before(day, person.born_from), N_("The date is before birth ({limit})"), "born_from"),
        (
            _is_before(day, person.enrolled_on),
            N_("The date is before the enrollment on {limit}; correct one of the dates"),
            "enrolled_on",
        ),
        (
            person.left_on is not None and day > person.left_on,
            N_("The date is after the person left the program on {limit}"),
            "left_on",
        ),
        (
            person.died_on is not None and day > person.died_on,
            N_("The date is after the death on {limit}"),
            "died_on",
        ),
    )
    for is_wrong, text, name in limits:
        if is_wrong:
            yield Sentence(text, {"limit": getattr(person, name)})


def _is_before(day: date, limit: date | None) -> bool:
    return limit is not None and day < limit


def _check_result_day(entry: ExamEntry, today: date) -> Iterator[Problem]:
    day = entry.resulted_on
    if day is None:
        return
    if day > today:
        message = N_("The result cannot be in the future; today is {limit}")
        yield Problem("resulted_on", Sentence(message, {"limit": today}))
    elif _is_before(day, entry.performed_on):
        message = N_("The result is before the exam on {limit}")
        yield Problem("resulted_on", Sentence(message, {"limit": entry.performed_on}))


def _check_lesions(findings: Sequence[Payload]) -> Iterator[Problem]:
    """Refuse one lesion as two findings of one exam."""
    seen: set[object] = set()
    for number, payload in enumerate(findings):
        lesion = payload.get(LESION)
        if lesion is not None and lesion in seen:
            message = N_("Lesion {lesion} is already another finding of this exam")
            yield Problem(f"findings-{number}-{LESION}", Sentence(message, {"lesion": lesion}))
        seen.add(lesion)


def check_view(
    entry: ExamEntry, program: Program, computed: Categorization | None
) -> list[Problem]:
    """Check the reader's category; where it differs from the computed one, ask for the reason."""
    view = entry.view
    if view is None:
        return []
    if entry.status not in READABLE:
        message = N_("An exam without usable images has no category; leave it blank")
        return [Problem("category", Sentence(message))]
    system = system_of(program, entry.system, view.category)
    if view.category not in {category.code for category in system.categories}:
        message = N_("Choose a category of {system}")
        return [Problem("category", Sentence(message, {"system": system.title}))]
    problems = [
        Problem("modifiers", Sentence(N_("{system} has no modifier {modifier}"), values))
        for values in (
            {"system": system.title, "modifier": modifier}
            for modifier in view.modifiers.split(";")
            if modifier and modifier not in system.modifiers
        )
    ]
    if computed is None or computed.category in (None, view.category) or view.differs_because:
        return problems
    message = N_("The computed category is {computed}; say why yours is {given}")
    values = {"computed": computed.category, "given": view.category}
    return [*problems, Problem("differs_because", Sentence(message, values))]

"""What the program's other systems make of the same findings, beside the one that decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from screening.exams.presenters.category import code_text
from screening.exams.presenters.naming import Lines, named_problems
from screening.protocol.category import Categorization, Category, CategorySystem
from screening.protocol.program import Program
from screening.web.locale import say


@dataclass(frozen=True)
class BesideLine:
    """One system: the category that it gives the exam, or what it would need for one."""

    system: str
    code: str
    label: str
    action: str
    missing: Lines


def present_beside(program: Program, beside: Sequence[Categorization]) -> tuple[BesideLine, ...]:
    """Return what other systems say of the exam as a whole."""
    return tuple(_line(system_called(program, each.system), each) for each in beside)


def _line(system: CategorySystem, found: Categorization) -> BesideLine:
    title = f"{system.title} {system.edition}"
    if found.category is None:
        why = named_problems(found.missing) or tuple(map(say, found.reasons))
        return BesideLine(title, "", "", "", why or (str(_("no category")),))
    category = system.category(found.category)
    code = "" if _is_word(category) else code_text(found.category, ";".join(found.modifiers))
    return BesideLine(title, code, say(category.label), say(found.management), ())


def _is_word(category: Category) -> bool:
    """Tell whether a system prints no code for a category, which has words alone."""
    return category.code.islower()


def of_finding(program: Program, beside: Sequence[Categorization], index: int) -> Lines:
    """Return the categories that other systems give one finding, each with its system."""
    found = (
        (system_called(program, each.system), each.finding_categories[index])
        for each in beside
        if index < len(each.finding_categories)
    )
    return tuple(f"{system.title} {_called(system, code)}" for system, code in found if code)


def _called(system: CategorySystem, code: str) -> str:
    category = system.category(code)
    return say(category.label) if _is_word(category) else code


def system_called(program: Program, code: str) -> CategorySystem:
    """Return the system with this code among those that decide and those that are only shown."""
    return next(system for system in program.all_systems if system.code == code)

"""Recalls in words: what is asked for, by which rule, within which window, and how it stands."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from screening.enrollments.models import Recall
from screening.enrollments.rules import RECALL_LABELS, RecallStatus, Timing, timing_of
from screening.protocol.program import Program
from screening.protocol.wording import N_, Sentence
from screening.web.locale import between, say

# What recalls ask for that no category says in words, and the rules behind those of no category.
ASKS = {
    "first_exam": N_("First exam"),
    "technical_repeat": N_("Repeat of an inadequate exam"),
    "next_round": N_("Next round"),
    "follow_up": N_("Follow-up exam"),
}
RULES = {
    "first_exam": N_("the first exam within {days} days of enrollment"),
    "technical_repeat": N_("a repeat within {days} days of an inadequate exam"),
}
TONES = {Timing.EARLY: "plain", Timing.DUE: "watch", Timing.OVERDUE: "bad"}


@dataclass(frozen=True)
class RecallLine:
    """One recommendation: what, why, when, and what became of it."""

    asks: str
    rule: str
    window: str
    due_on: str
    state: str
    tone: str
    is_waiting: bool
    is_open: bool


def present_recall(recall: Recall, program: Program, day: date) -> RecallLine:
    """Return a recall as it stands on a day."""
    is_waiting = recall.status in (RecallStatus.OPEN, RecallStatus.BOOKED)
    timing = timing_of(recall.earliest_on, recall.latest_on, day)
    return RecallLine(
        say(ASKS.get(recall.action, recall.action)),
        _rule_text(recall.rule, program),
        str(_("%(first)s to %(last)s", first=recall.earliest_on, last=recall.latest_on)),
        recall.due_on.isoformat(),
        _state(recall, timing, is_waiting=is_waiting),
        TONES[timing] if is_waiting else "plain",
        is_waiting,
        recall.status is RecallStatus.OPEN,
    )


def _rule_text(rule: str, program: Program) -> str:
    schedule = program.schedule
    days = {
        "first_exam": schedule.first_exam_within_days,
        "technical_repeat": schedule.repeat_within_days,
    }
    if rule in RULES:
        return say(Sentence(RULES[rule], {"days": days[rule]}))
    system_code, _colon, category = rule.partition(":")
    system = next((each for each in program.systems if each.code == system_code), None)
    return f"{say(system.title) if system else system_code} {category}"


def _state(recall: Recall, timing: Timing, *, is_waiting: bool) -> str:
    label = say(RECALL_LABELS[recall.status])
    if not is_waiting:
        return f"{label} {recall.closed_on}" if recall.closed_on else label
    words = {
        Timing.EARLY: _("not before %(day)s", day=recall.earliest_on),
        Timing.DUE: _("due"),
        Timing.OVERDUE: _("overdue since %(day)s", day=recall.latest_on),
    }
    return f"{label}{between(',')}{words[timing]}"

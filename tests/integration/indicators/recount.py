"""A slow, obvious recount in pandas of what is recorded; it shares no code with the report.

It reads the plain rows that people entered (exams, cancers, outcomes) and nothing that the program
derived from them: rounds, owners of cancers, results and marks are worked out here again, one
exam after another, as the written definitions say them.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
from dateutil.relativedelta import relativedelta

WINDOW = timedelta(days=365)
INTERVAL = relativedelta(months=12)
GAP = relativedelta(months=24)

EXAMS = """
SELECT e.id, e.enrollment_id, e.participant_id, p.merged_into_id, s.code AS site, e.modality,
       e.purpose, e.status, e.performed_on, e.resulted_on, e.category, e.is_positive
FROM exams e
JOIN enrollments n ON n.id = e.enrollment_id
JOIN participants p ON p.id = e.participant_id
JOIN sites s ON s.id = e.site_id
WHERE e.voided_at IS NULL AND n.voided_at IS NULL AND e.performed_on IS NOT NULL
  AND (p.voided_at IS NULL OR p.merged_into_id IS NOT NULL)
  AND e.status IN ('performed', 'technically_inadequate')
"""
CANCERS = """
SELECT id, participant_id, diagnosed_on, exam_id FROM cancers WHERE voided_at IS NULL
"""
# What a person decided; an outcome that the program wrote itself is worked out again.
OUTCOMES = """
SELECT e.id AS exam_id, r.outcome, r.outcome_on
FROM exams e JOIN episodes r ON r.id = e.episode_id
WHERE r.outcome IS NOT NULL AND NOT r.outcome_is_automatic
"""
SCREENING = ("baseline", "annual")
FOUND, MISSED = "screen_detected", "interval"


@dataclass
class Tables:
    """The rows as they are stored, dates as dates."""

    exams: pd.DataFrame
    cancers: pd.DataFrame
    outcomes: pd.DataFrame


def read_tables(connection):
    """Read the recorded rows."""
    found = [pd.read_sql_query(query, connection) for query in (EXAMS, CANCERS, OUTCOMES)]
    for table in found:
        for column in table.columns:
            if column.endswith("_on"):
                days = pd.to_datetime(table[column])
                table[column] = [None if pd.isna(day) else day.date() for day in days]
    return Tables(*found)


def facts(tables):
    """Return one row a performed, adequate screening exam, with everything that happened."""
    rows = []
    for _, exams in tables.exams.groupby("enrollment_id"):
        ordered = exams.sort_values(["performed_on", "id"]).to_dict("records")
        rounds = _rounds(ordered)
        counted = [exam for exam in ordered if _is_counted(exam)]
        owners = _owners(rounds, counted, tables)
        rows += [_fact(exam, rounds, owners, tables) for exam in counted]
    return pd.DataFrame(rows)


def _is_counted(exam):
    return exam["status"] == "performed" and exam["purpose"] in SCREENING


def _rounds(ordered):
    """Put the exams of an enrollment into rounds: a list of (number, exams)."""
    rounds, number, last_screened = [], 0, None
    for exam in ordered:
        is_screening = exam["purpose"] in SCREENING
        current = rounds[-1][1] if rounds else []
        has_adequate = any(
            each["status"] == "performed" for each in current if each["purpose"] in SCREENING
        )
        has_screening = any(each["purpose"] in SCREENING for each in current)
        if not rounds or (is_screening and (has_adequate or not has_screening)):
            if is_screening:
                is_late = last_screened and exam["performed_on"] > last_screened + GAP
                number = 1 if is_late else number + 1
            rounds.append((number, []))
        rounds[-1][1].append(exam)
        if is_screening:
            last_screened = exam["performed_on"]
    return rounds


def _round_of(exam, rounds):
    return next(each for each in rounds if exam["id"] in [other["id"] for other in each[1]])


def _answer(exams):
    """Return whether a round was positive: any of its exams was; None without a result."""
    answers = [exam["is_positive"] for exam in exams if not pd.isna(exam["is_positive"])]
    return any(answers) if answers else None


def _owners(rounds, counted, tables):
    """Return the cancers of each exam: (exam, mode, day of diagnosis)."""
    if not counted:
        return []
    of_person = tables.cancers["participant_id"] == counted[0]["participant_id"]
    return [
        (*_owner(cancer, rounds, counted), cancer["diagnosed_on"])
        for cancer in tables.cancers[of_person].to_dict("records")
    ]


def _owner(cancer, rounds, counted):
    day = cancer["diagnosed_on"]
    for exam in counted:
        _, exams = _round_of(exam, rounds)
        is_known = cancer["exam_id"] in [each["id"] for each in exams]
        if is_known and _answer(exams) and day >= exam["performed_on"]:
            return exam["id"], FOUND
    earlier = [exam for exam in counted if exam["performed_on"] <= day]
    if not earlier or day > earlier[-1]["performed_on"] + WINDOW:
        return None, "outside"
    last = earlier[-1]
    answer = _answer(_round_of(last, rounds)[1])
    if answer is None:
        return last["id"], "unknown"
    if answer:
        return last["id"], FOUND
    is_within = day <= last["performed_on"] + INTERVAL
    return (last["id"], MISSED) if is_within else (None, "outside")


def _fact(exam, rounds, owners, tables):
    number, exams = _round_of(exam, rounds)
    result = _result(exam, exams)
    ends_on = exam["performed_on"] + WINDOW
    decided = _decided_on(exams, owners, tables)
    kept = exam["participant_id"] if pd.isna(exam["merged_into_id"]) else exam["merged_into_id"]
    return {
        "exam": exam["id"],
        "person": int(kept),
        "site": exam["site"],
        "year": str(exam["performed_on"].year),
        "round": "prevalent" if number == 1 else "incident",
        "examined_on": exam["performed_on"],
        "result_on": result[0],
        "is_positive": result[1],
        "complete_on": min(decided, ends_on) if decided else ends_on,
        "window_ends_on": ends_on,
        "found": [day for owner, mode, day in owners if (owner, mode) == (exam["id"], FOUND)],
        "missed": [day for owner, mode, day in owners if (owner, mode) == (exam["id"], MISSED)],
    }


def _result(exam, exams):
    """Return day and answer of an exam; one that could not be judged has that of its resolver."""
    if exam["category"] is None or pd.isna(exam["category"]):
        return None, None
    if not pd.isna(exam["is_positive"]):
        return exam["resulted_on"] or exam["performed_on"], bool(exam["is_positive"])
    place = [each["id"] for each in exams].index(exam["id"])
    for later in exams[place + 1 :]:
        if not pd.isna(later["is_positive"]):
            return later["resulted_on"] or later["performed_on"], bool(later["is_positive"])
    return None, None


def _decided_on(exams, owners, tables):
    """Return when the round was closed: by a person, by its cancer, by a negative follow-up."""
    ids = [exam["id"] for exam in exams]
    known = tables.outcomes[tables.outcomes["exam_id"].isin(ids)]
    if len(known):
        return known.iloc[0]["outcome_on"]
    days = [day for owner, mode, day in owners if owner in ids and mode == FOUND]
    if days:
        return min(days)
    read = [exam for exam in exams if not pd.isna(exam["category"])]
    if _answer(read) and read[-1]["is_positive"] is not None and not read[-1]["is_positive"]:
        return read[-1]["resulted_on"] or read[-1]["performed_on"]
    return None


def recount(table, as_of, since=date.min, until=date.max):
    """Return the counts and the pairs of numerator and denominator over these exams."""
    if len(table) == 0:
        return {}
    seen = table[
        (table["examined_on"] <= as_of)
        & (table["examined_on"] >= since)
        & (table["examined_on"] <= until)
    ]
    exams = [_known(exam, as_of) for exam in seen.to_dict("records")]
    persons = {exam["person"] for exam in exams}
    ill = {exam["person"] for exam in exams if exam["found"]}
    positive = [exam for exam in exams if exam["answer"] is True]
    negative = [exam for exam in exams if exam["answer"] is False]
    complete = [exam for exam in positive + negative if exam["is_complete"]]
    with_cancer = [exam for exam in complete if exam["has_cancer"]]
    without = [exam for exam in complete if not exam["has_cancer"]]
    clear = [exam for exam in negative if exam["is_complete"]]
    cancers = sum(len(exam["found"]) for exam in exams)
    hits = [exam for exam in with_cancer if exam["answer"]]
    quiet = [exam for exam in without if not exam["answer"]]
    return {
        "persons_screened": len(persons),
        "exams": len(exams),
        "exams_with_result": len(positive) + len(negative),
        "positive_exams": len(positive),
        "cancers": cancers,
        "persons_with_cancer": len(ill),
        "pending": len([exam for exam in exams if not exam["is_complete"]]),
        "detection_rate": (len(ill), len(persons)),
        "detection_rate_per_exam": (cancers, len(exams)),
        "positive_rate": (len(positive), len(positive) + len(negative)),
        "ppv1": (len([exam for exam in positive if exam["has_cancer"]]), len(positive)),
        "sensitivity": (len(hits), len(with_cancer)),
        "specificity": (len(quiet), len(without)),
        "false_positive_rate": (len(without) - len(quiet), len(without)),
        "interval_cancer_rate": (sum(len(exam["missed"]) for exam in clear), len(clear)),
    }


def _known(exam, as_of):
    """Return what was known of an exam on a day."""
    found = [day for day in exam["found"] if day <= as_of]
    missed = [day for day in exam["missed"] if day <= as_of]
    has_result = exam["result_on"] is not None and exam["result_on"] <= as_of
    return {
        "person": exam["person"],
        "found": found,
        "missed": missed,
        "answer": exam["is_positive"] if has_result else None,
        "is_complete": exam["complete_on"] <= as_of,
        "has_cancer": bool(found) or any(day <= exam["window_ends_on"] for day in missed),
    }

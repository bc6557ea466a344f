"""Computes by sets what the findings of many exams mean, and stores it beside the reader's view."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select

from screening.database.engine import db
from screening.database.reading import among, read_rows
from screening.database.sets import add_rows, change_rows
from screening.database.transactions import touch_enrollments
from screening.exams.actions.results import sentence_json
from screening.exams.models import Categorization, Exam, Finding, Reading
from screening.exams.queries import PRIORS
from screening.exams.rules import ExamStatus
from screening.exams.rules.marks import NO_RESULT, marks_of, system_of
from screening.programs import get_program
from screening.protocol.category import Categorization as Computed
from screening.protocol.category import ExamRecord, PriorExam
from screening.protocol.fields import Payload
from screening.protocol.payload import from_json

CHUNK = 1_000

# A column that no round, case or figure looks at.
BESIDE = {"id", "computed_category"}

Record = Row[*tuple[Any, ...]]

EXAM_COLUMNS = (
    Exam.id, Exam.enrollment_id, Exam.program, Exam.performed_on, Exam.purpose, Exam.modality,
    Exam.status, Exam.details, Exam.system, Exam.category, Exam.computed_category, Exam.modifiers,
    Exam.recommendation, Exam.is_positive, Exam.asks_more_imaging, Exam.asks_tissue, Exam.interval,
)  # fmt: skip


def categorize_exams(exam_ids: Iterable[int], *, at: datetime) -> None:
    """Compute these exams anew, earlier ones first: a later one looks at what came before."""
    for part in parts_in_order(exam_ids):
        categorize_part(part, at=at)


def parts_in_order(exam_ids: Iterable[int], size: int = CHUNK) -> list[list[int]]:
    """Return the performed exams among these in portions: person by person, earlier ones first.

    The exams of an enrollment stay together, so that what came before is read once.
    """
    query = select(Exam.enrollment_id, Exam.performed_on, Exam.id).where(
        Exam.voided_at.is_(None), Exam.status == ExamStatus.PERFORMED
    )
    ordered = [row.id for row in sorted(_rows(query, Exam.id, set(exam_ids)))]
    return [list(part) for part in _parts(ordered, size)]


def categorize_part(exam_ids: Sequence[int], *, at: datetime) -> None:
    """Compute one portion of exams; those of earlier portions are done."""
    _Chunk(exam_ids, at).write()


def _parts(numbers: Sequence[int], size: int = CHUNK) -> Iterable[Sequence[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]


class _Chunk:
    """Some exams with everything that their computation reads."""

    def __init__(self, exam_ids: Sequence[int], at: datetime) -> None:
        self._at = at
        self._order = exam_ids
        self._history = _history(exam_ids)
        wanted, rows = set(exam_ids), [row for each in self._history.values() for row in each]
        self._exams = {row.id: row for row in rows if row.id in wanted}
        self._read = {
            row.exam_id for row in _rows(select(Reading.exam_id), Reading.exam_id, exam_ids)
        }
        self._findings = _findings({row.id for row in rows})
        self._payloads: dict[int, Payload] = {}
        self._prior_exams: dict[int, PriorExam] = {}
        self._found: dict[int, tuple[str | None, bool | None]] = {}
        self._of_exam: dict[int, str | None] = {}

    def write(self) -> None:
        """Compute every exam and store what comes out."""
        computed = {number: self._compute(self._exams[number]) for number in self._order}
        changes = [
            {"id": number, **columns}
            for number, result in computed.items()
            if (columns := self._columns(self._exams[number], result))
        ]
        change_rows(Exam, changes)
        touch_enrollments(
            exam.enrollment_id
            for row in changes
            if self._matters(exam := self._exams[int(str(row["id"]))], row)
        )
        self._write_finding_categories()
        self._write_categorizations(computed)

    def _matters(self, exam: Record, changes: Mapping[str, object]) -> bool:
        """Tell whether rounds, recalls, cases or figures look at what changed of an exam."""
        changed = changes.keys() - BESIDE
        if changed != {"interval"}:
            return bool(changed)
        system = system_of(get_program(exam.program), exam.system, exam.category)
        own = system.category(exam.category).interval
        before, after = exam.interval, changes["interval"]
        return (own if before is None else before) != (own if after is None else after)

    def _compute(self, exam: Record) -> Computed | None:
        rows = self._findings.get(exam.id, [])
        program = get_program(exam.program)
        if not rows and not program.reads_details:
            return None
        system = system_of(program, exam.system, exam.category)
        details = from_json((*program.exam.technique, *program.exam.details), exam.details)
        findings = tuple(self._typed(exam, row) for row in rows)
        record = ExamRecord(exam.performed_on, exam.purpose, exam.modality, details, findings)
        if not system.can_judge(record):
            return None
        result = system.categorize(record._replace(priors=self._priors(exam)))
        self._found.update({row.id: result.of_finding(index) for index, row in enumerate(rows)})
        self._of_exam[exam.id] = exam.category if exam.id in self._read else result.category
        return result

    def _priors(self, exam: Record) -> tuple[PriorExam, ...]:
        earlier = [
            row
            for row in self._history.get(exam.enrollment_id, ())
            if row.performed_on < exam.performed_on
        ]
        return tuple(self._prior(row) for row in earlier[-PRIORS:])

    def _prior(self, exam: Record) -> PriorExam:
        """Return an earlier exam; what is computed of it in this portion is known by now."""
        if exam.id not in self._prior_exams:
            self._prior_exams[exam.id] = self._as_prior(exam)
        return self._prior_exams[exam.id]

    def _as_prior(self, exam: Record) -> PriorExam:
        findings = tuple(
            {**self._typed(exam, row), "category": self._found.get(row.id, (row.category,))[0]}
            for row in self._findings.get(exam.id, [])
        )
        return PriorExam(exam.performed_on, self._of_exam.get(exam.id, exam.category), findings)

    def _typed(self, exam: Record, finding: Record) -> Payload:
        """Return what a finding says; it is read once, however many later exams look at it."""
        payload = self._payloads.get(finding.id)
        if payload is None:
            fields = get_program(exam.program).exam.finding.fields
            payload = self._payloads[finding.id] = from_json(fields, finding.payload)
        return payload

    def _columns(self, exam: Record, result: Computed | None) -> dict[str, object]:
        """Return the columns of the exam that change."""
        computed = result.category if result else None
        category = exam.category if exam.id in self._read else computed
        columns: dict[str, object] = {"computed_category": computed}
        if exam.id not in self._read:
            modifiers = ";".join(result.modifiers) if result else ""
            columns |= {"category": category, "modifiers": modifiers}
        columns |= self._marks(exam, category, result)
        return {name: value for name, value in columns.items() if value != getattr(exam, name)}

    def _marks(
        self, exam: Record, category: str | None, result: Computed | None
    ) -> dict[str, object]:
        if category is None:
            return {**vars(NO_RESULT)}
        system = system_of(get_program(exam.program), exam.system, category)
        marks = marks_of(system, category, exam.recommendation, result)
        return {"system": system.code, **vars(marks)}

    def _write_finding_categories(self) -> None:
        known = {
            row.id: (row.category, row.asks_tissue)
            for rows in self._findings.values()
            for row in rows
        }
        change_rows(
            Finding,
            [
                {"id": number, "category": found[0], "asks_tissue": found[1]}
                for number, found in self._found.items()
                if known[number] != found
            ],
        )

    def _write_categorizations(self, computed: Mapping[int, Computed | None]) -> None:
        query = select(
            Categorization.id, Categorization.exam_id, Categorization.system, Categorization.version
        )
        known = {
            (row.exam_id, row.system, row.version): row.id
            for row in _rows(query, Categorization.exam_id, computed)
        }
        gone = {number for number, _, _ in known if computed[number] is None}
        if gone:
            db.session.execute(delete(Categorization).where(Categorization.exam_id.in_(gone)))
        added, changed = [], []
        for number, result in computed.items():
            if result is None:
                continue
            row = self._categorization(number, result)
            row_id = known.get((number, result.system, result.version))
            if row_id is None:
                added.append(row)
            else:
                changed.append({"id": row_id, **row})
        add_rows(Categorization, added)
        change_rows(Categorization, changed)

    def _categorization(self, exam_id: int, result: Computed) -> dict[str, object]:
        return {
            "exam_id": exam_id,
            "system": result.system,
            "version": result.version,
            "category": result.category,
            "modifiers": ";".join(result.modifiers),
            "management": result.management,
            "reasons": [sentence_json(reason) for reason in result.reasons],
            "inputs": {
                "details": self._exams[exam_id].details,
                "findings": [row.payload for row in self._findings.get(exam_id, ())],
            },
            "computed_at": self._at,
        }


def _history(exam_ids: Sequence[int]) -> dict[int, list[Record]]:
    """Return every performed exam of the enrollments of these exams, by enrollment."""
    enrollments = {row[0] for row in _rows(select(Exam.enrollment_id), Exam.id, exam_ids)}
    query = (
        select(*EXAM_COLUMNS)
        .where(Exam.voided_at.is_(None), Exam.status == ExamStatus.PERFORMED)
        .order_by(Exam.performed_on, Exam.id)
    )
    history: dict[int, list[Record]] = defaultdict(list)
    for row in _rows(query, Exam.enrollment_id, enrollments):
        history[row.enrollment_id].append(row)
    return history


def _rows(query: Any, column: Any, numbers: Collection[int]) -> list[Record]:
    found: list[Record] = []
    for part in _parts(sorted(numbers)):
        found.extend(read_rows(query.where(among(column, part))))
    return found


def _findings(exam_ids: Collection[int]) -> dict[int, list[Record]]:
    query = (
        select(Finding.id, Finding.exam_id, Finding.payload, Finding.category, Finding.asks_tissue)
        .where(Finding.voided_at.is_(None))
        .order_by(Finding.finding_no)
    )
    findings: dict[int, list[Record]] = defaultdict(list)
    for row in _rows(query, Finding.exam_id, exam_ids):
        findings[row.exam_id].append(row)
    return findings

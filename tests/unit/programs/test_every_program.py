"""What holds for every program, and so for the next one."""

import re
from datetime import date
from pathlib import Path

import pytest

import screening
from screening.clinical.reasons import ClinicalInputError
from screening.programs import all_programs, bulk_systems, get_program
from screening.protocol.category import CategorySystem, ExamRecord
from screening.protocol.eligibility import Candidate, Verdict
from screening.protocol.fields import Choice, Field, FieldType, field_named
from screening.protocol.measures import GENERAL_MARKS, GENERAL_MEASURES
from screening.protocol.payload import from_json, read_payload, to_json
from screening.protocol.program import Program
from screening.protocol.workup import Tnm

PACKAGE = Path(screening.__file__).parent
PROGRAMS = pytest.mark.parametrize("program", all_programs(), ids=lambda program: program.code)
DAY = date(2024, 3, 5)
EVERYWHERE = {"lesion_no", "comment"}


def every_field(program: Program) -> dict[str, tuple[Field, ...]]:
    exam = program.exam
    return {
        "questionnaire": program.questionnaire.fields,
        "exam": (*exam.technique, *exam.details),
        "finding": exam.finding.fields,
    }


def sample_text(field: Field) -> str:
    if field.allowed:
        return field.allowed[0].code
    if field.type is FieldType.DATE:
        return "2024-03-05"
    limits = field.limits
    if field.type in (FieldType.INTEGER, FieldType.DECIMAL):
        low = limits.unlikely_below or limits.minimum or 0
        return str(low + 1) if limits.minimum_is_open else str(low)
    return "free text"


@PROGRAMS
def test_a_program_is_found_by_its_own_code(program: Program) -> None:
    assert get_program(program.code) is program


@PROGRAMS
def test_codes_are_unique_within_each_record(program: Program) -> None:
    for fields in every_field(program).values():
        names = [name for field in fields for name in (field.code, *field.aliases)]
        assert len(names) == len(set(names))


@PROGRAMS
def test_a_form_can_be_made_from_each_record(program: Program) -> None:
    for fields in every_field(program).values():
        for field in fields:
            is_choice = field.type in (FieldType.CHOICE, FieldType.CHOICES)
            assert bool(field.choices) == is_choice, field.code
            assert field.label, field.code
            codes = [choice.code for choice in field.choices]
            assert len(codes) == len(set(codes)), field.code


@PROGRAMS
def test_every_number_has_limits_in_order(program: Program) -> None:
    for fields in every_field(program).values():
        for field in fields:
            if field.type not in (FieldType.INTEGER, FieldType.DECIMAL):
                continue
            limits = field.limits
            ends = (limits.minimum, limits.unlikely_below, limits.unlikely_above, limits.maximum)
            known = [end for end in ends if end is not None]
            assert known == sorted(known), field.code
            assert limits.minimum is not None, field.code
            assert limits.maximum is not None, field.code


@PROGRAMS
def test_a_field_is_shown_by_an_answer_that_can_be_given(program: Program) -> None:
    for fields in every_field(program).values():
        by_code = {field.code: field for field in fields}
        for field in fields:
            if field.shown_when is not None:
                allowed = {choice.code for choice in by_code[field.shown_when.field].allowed}
                assert set(field.shown_when.codes) <= allowed, field.code


@PROGRAMS
def test_answers_survive_being_stored(program: Program) -> None:
    for fields in every_field(program).values():
        texts = {field.code: sample_text(field) for field in fields}

        payload, problems = read_payload(fields, texts)

        assert problems == []
        assert set(payload) == set(texts)
        assert from_json(fields, to_json(payload)) == payload


@PROGRAMS
def test_a_finding_names_the_columns_of_lists_and_the_fields_that_all_findings_have(
    program: Program,
) -> None:
    finding = program.exam.finding
    codes = {field.code for field in finding.fields}

    assert {finding.kind_field, finding.size_field, finding.location_field} | EVERYWHERE <= codes


@PROGRAMS
def test_every_category_has_an_action_and_a_repeat_exam_or_work_up(program: Program) -> None:
    for system in program.systems:
        for category in system.categories:
            assert category.label, category.code
            assert category.action, category.code
            if category.interval:
                assert category.interval in program.schedule.windows
            else:
                # A positive exam opens a case, an incomplete one waits for its completion.
                assert category.is_positive is not False, category.code


@PROGRAMS
def test_every_category_is_told_to_the_participant_in_plain_words(program: Program) -> None:
    for system in program.systems:
        for category in system.categories:
            assert category.plain, category.code


@PROGRAMS
def test_nothing_seen_is_one_of_the_kinds_of_findings(program: Program) -> None:
    kind = program.exam.finding
    choices = field_named(kind.fields, kind.kind_field).choices

    assert kind.nothing_seen in {"", *(choice.code for choice in choices)}


@PROGRAMS
def test_categories_are_ordered_by_severity_without_ties(program: Program) -> None:
    for system in program.systems:
        severities = [category.severity for category in system.categories]
        assert len(severities) == len(set(severities))


@PROGRAMS
def test_windows_open_before_and_close_after_the_due_date(program: Program) -> None:
    for interval, window in program.schedule.windows.items():
        dates = window.after(DAY, interval)
        assert dates.earliest_on <= dates.due_on <= dates.latest_on
    assert program.schedule.routine in program.schedule.windows


@PROGRAMS
def test_an_empty_finding_never_raises_and_says_what_is_missing(program: Program) -> None:
    modality = program.exam.modalities[0].code
    for system in program.systems:
        result = system.categorize(ExamRecord(DAY, "baseline", modality, {}, ({},)))
        assert result.category is None
        assert result.missing


@PROGRAMS
def test_nobody_is_eligible_or_not_without_a_word_of_reason(program: Program) -> None:
    for rule_set in program.rule_sets:
        assert rule_set.criteria, rule_set.code
        judged = rule_set.judge(Candidate({}, None, "unknown", DAY))
        assert judged.verdict is not Verdict.YES
        assert judged.reasons
        assert all(reason.in_english() for reason in judged.reasons)
    assert program.rule_set(program.default_rule_set)


@PROGRAMS
def test_measures_count_marks_that_are_known(program: Program) -> None:
    known = {*GENERAL_MARKS, *(mark.code for mark in program.marks)}
    for measure in program.measures:
        assert {*measure.numerator.marks, *measure.denominator.marks} <= known, measure.code


@PROGRAMS
def test_a_program_has_the_general_measures_and_no_code_twice(program: Program) -> None:
    codes = [measure.code for measure in program.measures]

    assert {measure.code for measure in GENERAL_MEASURES} <= set(codes)
    assert len(codes) == len(set(codes))
    assert not {mark.code for mark in program.marks} & set(GENERAL_MARKS)


def test_what_a_rate_counts_is_also_counted_below_the_line() -> None:
    for measure in GENERAL_MEASURES:
        if measure.numerator.of == measure.denominator.of:
            assert set(measure.denominator.marks) < set(measure.numerator.marks), measure.code


@PROGRAMS
def test_work_up_offers_each_code_once(program: Program) -> None:
    workup = program.workup
    choices: tuple[tuple[Choice, ...], ...] = (
        workup.complications,
        workup.topographies,
        workup.morphologies,
    )
    for codes in (
        [kind.code for kind in workup.procedures],
        *([choice.code for choice in group] for group in choices),
    ):
        assert codes
        assert len(codes) == len(set(codes))


@PROGRAMS
def test_early_stages_are_stages_of_every_edition(program: Program) -> None:
    staging = program.workup.staging
    assert staging.default_edition in staging.editions
    assert set(staging.stage_i_groups) <= set(staging.early_groups) <= set(staging.groups)


@PROGRAMS
def test_a_stage_that_the_edition_does_not_have_is_refused(program: Program) -> None:
    staging = program.workup.staging
    with pytest.raises(ClinicalInputError):
        staging.stage(Tnm(staging.default_edition, "T9", "N0", "M0"))


def test_bulk_systems_have_codes_of_their_own() -> None:
    of_programs = [system.code for program in all_programs() for system in program.bulk_systems]

    assert len(of_programs) == len(set(of_programs))
    for system in bulk_systems().values():
        assert "reasons" not in system.inputs
        assert set(system.on_error) <= set(system.results)
        assert not set(system.inputs) & set(system.results)


@PROGRAMS
def test_only_its_own_folder_names_a_program(program: Program) -> None:
    pattern = re.compile(rf"""["']{program.code}["']|programs\.{program.code}\b""")
    own = PACKAGE / "programs" / program.code
    naming = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if not path.is_relative_to(own)
        and not path.is_relative_to(PACKAGE / "clinical")
        and pattern.search(path.read_text())
    ]

    assert naming == []


@PROGRAMS
def test_modalities_of_a_system_are_modalities_of_the_program(program: Program) -> None:
    allowed = {choice.code for choice in program.exam.modalities}

    def foreign(system: CategorySystem) -> set[str]:
        return set(system.modalities) - allowed

    assert [foreign(system) for system in program.systems] == [set() for _ in program.systems]

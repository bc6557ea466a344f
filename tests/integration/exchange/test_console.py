"""`screening import` and `screening export` as they are typed."""

import csv
import json

import pytest

from screening.database.engine import db
from screening.exams.models import Exam
from screening.exchange.tabular.kinds import KINDS
from screening.participants.models import Participant
from tests.integration.cli.conftest import run
from tests.integration.exchange.conftest import ENROLLMENT, EXAM, PERSON

__all__ = ["run"]


@pytest.fixture
def file(desk):
    return desk.write("participants", PERSON, {**PERSON, "registration_no": "2", "name": "Li Si"})


@pytest.fixture
def bad_file(desk):
    return desk.write("participants", PERSON, {**PERSON, "registration_no": "2", "sex": "X"})


def count(model):
    db.session.rollback()
    return db.session.scalar(db.select(db.func.count()).select_from(model))


def test_a_file_is_loaded_and_adds_nothing_the_second_time(run, file):
    first = run("import", "participants", file, "--site", "HQ")
    again = run("import", "participants", file, "--site", "HQ")

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert first.stdout.startswith("2 added, 0 changed, 0 unchanged (import ")
    assert again.stdout.startswith("0 added, 0 changed, 2 unchanged (import ")
    assert (first.stderr, count(Participant)) == ("", 2)


def test_a_refused_file_says_where_and_why_and_ends_with_1(run, bad_file):
    result = run("import", "participants", bad_file, "--site", "HQ")

    assert result.exit_code == 1
    assert result.stderr == f"{bad_file}:3:sex: “X” is not one of: F, M, U\n"
    assert count(Participant) == 0


def test_the_result_as_json(run, bad_file):
    result = run("import", "participants", bad_file, "--site", "HQ", "--mode", "rows", "--json")

    document = json.loads(result.stdout)
    assert result.exit_code == 1
    assert len(document.pop("batch")) == 12
    assert document == {
        "kind": "participants", "rows": 2, "added": 1, "changed": 0, "unchanged": 0,
        "rejected": [{"row": 3, "column": "sex", "message": "“X” is not one of: F, M, U"}],
    }  # fmt: skip


def test_refused_rows_are_written_mended_and_sent_again(run, desk, bad_file, tmp_path):
    rejects = tmp_path / "rejects.csv"
    run("import", "participants", bad_file, "--site", "HQ", "--mode", "rows", "--rejects", rejects)

    text = rejects.read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["problem"] for row in rows] == ["sex: “X” is not one of: F, M, U"]
    rejects.write_text(text.replace(",X,", ",F,"), encoding="utf-8")
    again = run("import", "participants", rejects, "--site", "HQ")

    assert again.stdout.startswith("1 added, 0 changed, 0 unchanged")
    assert count(Participant) == 2


def test_refused_rows_never_overwrite_the_file_nor_go_where_no_folder_is(run, bad_file, tmp_path):
    before = bad_file.read_bytes()

    over = run("import", "participants", bad_file, "--site", "HQ", "--rejects", bad_file)
    nowhere = tmp_path / "none" / "refused.csv"
    gone = run("import", "participants", bad_file, "--site", "HQ", "--rejects", nowhere)

    assert (over.exit_code, gone.exit_code) == (2, 2)
    assert "is the file that is read" in over.stderr
    assert "there is no folder" in gone.stderr
    assert bad_file.read_bytes() == before


def test_an_export_into_no_folder_is_wrong_usage(run, desk, tmp_path):
    result = run("export", "participants", "--output", tmp_path / "none" / "people.csv")

    assert result.exit_code == 2
    assert "there is no folder" in result.stderr


def test_a_dry_run_checks_and_writes_nothing(run, file):
    result = run("import", "participants", file, "--site", "HQ", "--dry-run")

    assert (result.exit_code, count(Participant)) == (0, 0)
    assert result.stdout == "2 added, 0 changed, 0 unchanged (nothing written)\n"


def test_an_unreadable_file_is_one_line_and_wrong_words_are_wrong_usage(run, desk, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.touch()

    result = run("import", "participants", empty, "--site", "HQ")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{empty}:1:: the file is empty")
    assert run("import", "parrots", empty).exit_code == 2
    assert run("import", "exams", empty, "--program", "heart").exit_code == 2
    assert run("export", "exams", "--format", "pdf").exit_code == 2


def test_an_import_is_taken_back_by_its_number(run, desk, file):
    loaded = run("import", "participants", file, "--site", "HQ", "--json")
    number = json.loads(loaded.stdout)["batch"]

    result = run("import", "undo", number)

    assert (result.exit_code, result.stdout) == (0, f"import {number} is taken back\n")
    voided = db.select(Participant.voided_at).where(Participant.voided_at.is_(None))
    db.session.rollback()
    assert db.session.scalars(voided).all() == []


def test_an_import_with_later_work_is_not_taken_back_and_the_work_is_listed(run, desk, file):
    loaded = run("import", "participants", file, "--site", "HQ", "--json")
    desk.load("enrollments", ENROLLMENT)

    result = run("import", "undo", json.loads(loaded.stdout)["batch"])

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "1 later records rest on this import; take them back first",
        "row 2: 1 x enrollment came later",
    ]


def test_a_mapping_reads_another_table(run, desk, tmp_path):
    table, mapping = tmp_path / "patients.csv", tmp_path / "mapping.yaml"
    table.write_text("No,Patient,Gender,margin\n7,Zhang San,1,3\n", encoding="utf-8")
    mapping.write_text(
        "participants:\n"
        "  columns: {No: registration_no, Patient: name, Gender: sex}\n"
        '  values: {sex: {"1": M, "2": F}}\n'
        '  constants: {birth_date: "1960", site: N}\n',
        encoding="utf-8",
    )

    result = run("import", "participants", table, "--mapping", mapping)

    assert (result.exit_code, result.stderr) == (0, "")
    db.session.rollback()
    person = db.session.scalars(db.select(Participant)).one()
    assert (person.name, person.sex.value, str(person.born)) == ("Zhang San", "M", "1960")


def test_an_export_is_the_file_that_an_import_reads(run, desk, tmp_path):
    desk.load_exam(category="2", comment="'=SUM(1)", reader="Dr. Li")
    output = tmp_path / "exams.csv"

    result = run("export", "exams", "--program", "lung", "--output", output)

    assert (result.exit_code, result.stderr) == (0, "1 rows\n")
    row = next(csv.DictReader(output.read_text(encoding="utf-8").splitlines()))
    said = {name: text for name, text in row.items() if text}
    assert said == {
        **EXAM, "site": "HQ", "status": "performed", "system": "lung-rads-v2022",
        "category": "2", "resulted_on": "2023-01-09", "reader": "Dr. Li", "comment": "'=SUM(1)",
    }  # fmt: skip
    assert run("import", "exams", output).stdout.startswith("0 added, 0 changed, 1 unchanged")
    assert db.session.scalars(db.select(Exam.comment)).one() == "=SUM(1)"


def test_an_export_keeps_to_its_days(run, desk):
    desk.load_exam(category="2")
    later = {**EXAM, "accession_no": "A2", "purpose": "annual", "performed_on": "2024-01-09"}
    desk.load("exams", later)

    result = run("export", "exams", "--from", "2024-01-01", "--to", "2024-12-31")

    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert [row["accession_no"] for row in rows] == ["A2"]
    assert run("export", "exams", "--from", "2024-01-02", "--to", "2024-01-01").exit_code == 2


def test_a_workbook_needs_a_name(run, desk, tmp_path):
    assert run("export", "exams", "--format", "xlsx").exit_code == 2
    assert run("export", "exams", "--output", tmp_path / "exams.xlsx").exit_code == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_a_file_that_adds_nothing(run, desk, tmp_path, kind):
    output = tmp_path / f"{kind}.csv"

    printed = run("export", "template", kind, "--program", "lung", "--output", output)
    loaded = run("import", kind, output, "--site", "HQ", "--program", "lung")

    assert printed.exit_code == 0
    assert (loaded.exit_code, loaded.stderr) == (0, "")
    assert loaded.stdout.startswith("0 added, 0 changed, 0 unchanged")
    rows = list(csv.reader(output.read_text(encoding="utf-8").splitlines()))
    assert all(row[0].startswith("# ") for row in rows[1:])
    assert len({len(row) for row in rows}) == 1


def test_a_template_explains_its_columns(run, desk):
    rows = list(
        csv.reader(run("export", "template", "findings", "--program", "lung").stdout.splitlines())
    )

    column = rows[0].index("long_mm")
    assert [row[column] for row in rows[1:4:2]] == ["Long axis", "number in mm, from 0.5 to 200"]
    assert "solid | part_solid | non_solid" in rows[4][rows[0].index("finding")]

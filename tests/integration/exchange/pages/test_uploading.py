"""What may be uploaded, where it is kept meanwhile, and what is refused at once."""

import csv
import hashlib
import io
import stat
import zipfile

import pytest
import xlsxwriter

from screening.exchange.files import Shelf, path_of
from screening.exchange.tabular.kinds import KINDS
from screening.exchange.tabular.limits import MAX_UPLOAD_BYTES
from screening.participants.models import Participant
from tests.factories.people import first_program
from tests.integration.cli.conftest import run
from tests.integration.exchange.pages.conftest import (
    PERSON,
    batches,
    table,
    waiting_files,
    words,
    work,
)

__all__ = ["run"]

HEADER = b"registration_no,name,sex\n"
MAPPING = "columns: {Nr: registration_no, Wer: name}\nconstants: {sex: U}\n"


def workbook(*rows, formula=""):
    """Return a workbook of some rows, and a formula below them if there is one."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if formula:
            sheet.write_formula(len(rows), 0, formula)
    return stream.getvalue()


def with_macros(content):
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    return stream.getvalue()


NAMES = ("registration_no", "name", "sex")
GARBAGE = hashlib.shake_256(b"garbage").digest(10_000_000)
BAD_FILES = [
    ("empty.csv", b"", "the file is empty; its first row must name the columns"),
    ("garbage.csv", GARBAGE, "the file is not text; save the table as CSV (UTF-8) or as .xlsx"),
    ("garbage.xlsx", GARBAGE, "the file is not an Excel workbook, whatever its name says"),
    ("wide.csv", ",".join(f"c{n}" for n in range(10_000)).encode(), "has 10000 columns; at most"),
    ("unicode.csv", "姓名".encode("utf-16"), "“Unicode text” (UTF-16); save it as CSV UTF-8"),
    ("latin.csv", HEADER + b"1,M\xfcller\xff,M\n", "is neither UTF-8 nor GB18030"),
    ("formula.xlsx", workbook(NAMES, formula="=1+1"), "a cell holds a formula; copy the cells"),
    ("macros.xlsx", with_macros(workbook(NAMES)), "the workbook has macros; save it as .xlsx"),
    ("table.xls", b"\xd0\xcf\x11\xe0" + b"0" * 600, "Choose a .csv or an .xlsx file"),
    ("table.xlsm", with_macros(workbook(NAMES)), "Choose a .csv or an .xlsx file"),
    ("table", HEADER, "Choose a .csv or an .xlsx file"),
    ("misspelled.csv", b"registration_no,nam,sex\n", "column “nam”: there is no such column"),
    ("less.csv", b"registration_no\n", "required columns are missing: name, sex"),
]


@pytest.mark.parametrize(
    ("name", "content", "sentence"), BAD_FILES, ids=[row[0] for row in BAD_FILES]
)
def test_a_file_that_is_no_table_is_refused_on_the_form_and_nothing_is_kept(
    browser, name, content, sentence
):
    answer = browser.send(content, name=name, mode="rows")

    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert sentence in words(answer)
    assert '<option selected value="rows">' in page
    assert (waiting_files(), batches()) == ([], [])


def test_a_file_has_to_be_chosen(browser):
    answer = browser.post("/imports/new", kind="participants", mode="whole", site="HQ", program="")

    assert "Choose the file" in words(answer)


def test_a_file_that_is_too_large_is_not_kept(browser):
    line = b"1,Zhang San,M\n"
    content = HEADER + line * (MAX_UPLOAD_BYTES // len(line) + 1)

    answer = browser.send(content)

    assert "the file is larger than 100 MB; split it" in words(answer)
    assert waiting_files() == []


def test_an_upload_waits_under_a_random_name_that_its_owner_alone_can_read(browser):
    for _ in range(2):
        browser.send(table(PERSON), name="王小明 2024.csv")

    names = waiting_files()
    assert len(set(names)) == 2
    assert all(len(name) == len(f"{'0' * 32}.csv") for name in names)
    modes = {stat.S_IMODE(path_of(Shelf.UPLOADS, name).stat().st_mode) for name in names}
    assert modes == {0o600}
    assert stat.S_IMODE(path_of(Shelf.UPLOADS, "").stat().st_mode) == 0o700

    work()
    assert waiting_files() == []


def test_of_the_name_of_a_file_is_kept_what_can_be_read(browser):
    browser.send(table(PERSON), name="people\x00\x1b.csv")

    assert batches()[0].file_name == "people.csv"


def test_a_workbook_is_read_as_the_text_of_its_cells(browser, count):
    content = workbook(NAMES, ("1", "王小明", "F"), (2, "Li Si", "M"))

    address = browser.send(content, name="people.xlsx").location
    work()
    browser.post(f"{address}/apply")
    work()

    assert count(Participant) == 2


def test_a_mapping_reads_another_table(browser, count):
    content = b"Nr,Wer\n1,Zhang San\n"

    address = browser.send(content, mapping=MAPPING.encode()).location
    assert len(waiting_files()) == 2
    work()
    browser.post(f"{address}/apply")
    work()

    assert (count(Participant), waiting_files()) == (1, [])


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (b"columns: [1", "the mapping cannot be read"),
        (b"colums: {}", "column “colums”: a mapping has the parts columns, values and constants"),
    ],
)
def test_a_faulty_mapping_is_refused_at_its_own_field(browser, mapping, sentence):
    answer = browser.send(table(PERSON), mapping=mapping)

    page = answer.get_data(as_text=True)
    assert sentence in words(answer)
    assert 'id="mapping-error"' in page
    assert 'id="file-error"' not in page
    assert waiting_files() == []


def test_the_current_site_is_proposed(browser):
    page = browser.client.get("/imports/new").get_data(as_text=True)

    assert '<option selected value="HQ">' in page


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_the_one_of_the_console(browser, run, tmp_path, kind):
    path, program = tmp_path / "template.csv", first_program()
    run("export", "template", kind, "--program", program, "--output", path)

    answer = browser.client.get(f"/imports/templates/{kind}?program={program}")

    sent = csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"), newline=""))
    with path.open(encoding="utf-8", newline="") as file:
        assert list(sent) == list(csv.reader(file))


@pytest.mark.parametrize("address", ["persons", "exams?program=skin"])
def test_there_is_no_template_of_what_is_not_known(browser, address):
    assert browser.client.get(f"/imports/templates/{address}").status_code == 404


def test_the_form_links_a_template_of_every_kind(browser):
    page = browser.client.get("/imports/new").get_data(as_text=True)

    assert [kind for kind in KINDS if f'href="/imports/templates/{kind}' not in page] == []

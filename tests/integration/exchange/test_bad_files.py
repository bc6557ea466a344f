"""Files that are no table of ours: each refused in words, nothing half in."""

import pytest

from screening.exchange.actions import ImportOrder, stage_file
from screening.exchange.models import ImportChunk
from screening.exchange.rules import ImportMode, ImportStatus
from screening.exchange.tabular.errors import RefusedFileError
from screening.participants.models import Participant
from tests.integration.exchange.conftest import AT, newest_batch

GOOD = b"registration_no,name,sex\n1,Zhang San,M\n"


def refusal_of(desk, content, kind="participants", **order):
    path = desk.folder / "sent.csv"
    path.write_bytes(content)
    with pytest.raises(RefusedFileError) as caught:
        stage_file(path, ImportOrder(kind, **{"site": "HQ", **order}), by=desk.by, at=AT)
    return caught.value.refusal.line("sent.csv")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "sent.csv:1:: the file is empty; its first row must name the columns"),
        (b"\x89PNG\r\n\x1a\n\x00", "sent.csv:1:: the file is not text; save the table as CSV"),
        ("姓名".encode("utf-16"), "sent.csv:1:: the file is “Unicode text” (UTF-16); save it as"),
        (b"registration_no,name,sex\n1,M\xfc,M\n", "sent.csv:1:: the file is neither UTF-8"),
        (",".join(f"c{n}" for n in range(10_000)).encode(), "sent.csv:1:: the table has 10000"),
        (b"registration_no,name\n1,Zhang San\n", "sent.csv:1:sex: required columns are missing:"),
        (b"registration_no;name;sex\n", "sent.csv:1:: the columns are separated by “;”; save"),
        (b"%PDF-1.4\n1 0 obj\n", "sent.csv:1:: the first row names no known column, so this may"),
        (b"registration_no,name,sex,phon\n", "sent.csv:1:phon: there is no such column; is phone"),
        (b"registration_no,name,name,sex\n", "sent.csv:1:name: the column is named twice"),
        (b"registration_no,name,Name,sex\n", "sent.csv:1:Name: “name” and “Name” are the same"),
        (GOOD + b'2,"Li Si,M\n', "sent.csv:3:: the row cannot be read as CSV"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_as_a_whole(desk, count, content, line):
    assert refusal_of(desk, content).startswith(line)

    assert (count(Participant), count(ImportChunk)) == (0, 0)


def test_a_fault_far_down_a_file_leaves_nothing_of_what_came_before(desk, count):
    rows = b"".join(b"%d,Person,M\n" % number for number in range(5_000))
    content = b"registration_no,name,sex\n" + rows + b'x,"Li Si"y,M\n'

    assert refusal_of(desk, content, mode=ImportMode.ROWS).startswith("sent.csv:5002::")

    assert (count(Participant), count(ImportChunk)) == (0, 0)
    assert newest_batch().status is ImportStatus.REFUSED


def test_ragged_rows_are_refused_one_by_one(desk):
    path = desk.folder / "ragged.csv"
    path.write_bytes(GOOD + b"2,Li Si\n3,Wang Wu,F,x\n4,Zhao Liu,F,\n")
    public_id = stage_file(path, ImportOrder("participants", site="HQ"), by=desk.by, at=AT)

    assert desk.lines(public_id) == [
        "file:3:: the row has 2 cells and the header 3",
        "file:4:: the row has 4 cells and the header 3",
    ]


def test_a_site_that_could_be_several_has_to_be_named(desk):
    assert refusal_of(desk, GOOD, site=None).startswith(
        "sent.csv:1:site: several sites could be meant: name the site, or add a column site"
    )


def test_a_site_of_others_is_refused(desk):
    assert "“E” is not one of your sites: HQ, N" in refusal_of(desk, GOOD, site="E")


def test_an_unknown_program_is_refused(desk):
    content = b"registration_no,program\n1,lung\n"

    assert "“heart” is not one of:" in refusal_of(desk, content, "enrollments", program="heart")


def test_a_file_with_a_header_alone_adds_nothing(desk):
    path = desk.folder / "header.csv"
    path.write_bytes(b"registration_no,name,sex\n")
    public_id = stage_file(path, ImportOrder("participants", site="HQ"), by=desk.by, at=AT)

    batch = newest_batch()
    assert (batch.public_id, batch.rows, batch.status) == (public_id, 0, ImportStatus.CHECKED)

"""Tables in files: what is read, and what is refused with which words."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.reading import open_table

Write = Callable[[bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_bytes(content: bytes) -> Path:
        path = tmp_path / "file.csv"
        path.write_bytes(content)
        return path

    return write_bytes


def refusal_of(path: Path) -> str:
    with pytest.raises(RefusedFileError) as caught:
        list(open_table(path).rows)
    return caught.value.refusal.line(path.name)


def test_rows_are_numbered_as_a_spreadsheet_shows_them(write: Write) -> None:
    table = open_table(write(b"a,b\r\n1,2\r\n\r\n3,4\r\n"))

    assert table.header == ("a", "b")
    assert list(table.rows) == [(2, ["1", "2"]), (4, ["3", "4"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_chinese_text_is_read_in_each_encoding_in_use(write: Write, encoding: str) -> None:
    table = open_table(write("姓名,城市\n张三,北京\n".encode(encoding)))

    assert table.header == ("姓名", "城市")
    assert list(table.rows) == [(2, ["张三", "北京"])]


def test_quoted_cells_keep_commas_quotes_and_line_ends(write: Write) -> None:
    table = open_table(write(b'a,b\n"x, ""y""","one\ntwo"\n'))

    assert list(table.rows) == [(2, ['x, "y"', "one\ntwo"])]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "the first row is blank"),
        (b"a,a\n1,2\n", "file.csv:1:a: the column is named twice"),
        (b"a,,b\n1,2,3\n", "column 2 has no name"),
        (b"a,b\n1,\x002\n", "the file is not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "the file is not text"),
        (b"a,b\n\x1b[31m,2\n", "the file is not text"),
        ("a,b\nñ é,ü\n".encode("latin-1"), "neither UTF-8 nor GB18030"),
        (b"\xef\xbb\xbfa,b\n\xd5\xc5,2\n", "neither UTF-8 nor GB18030"),
        ("a,b\n1,2\n".encode("utf-16"), "UTF-16"),
        (b'a,b\n"x"y,2\n', "file.csv:2:: the row cannot be read as CSV"),
        (b'a,b\n"x,2\n3,4\n', "the row cannot be read as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel files"),
        (b"PK\x03\x04 nothing", "the workbook is damaged"),
        (",".join(f"c{n}" for n in range(10_000)).encode(), "10000 columns; at most 500"),
        (b"a\n" + b"x" * 200_000, "field larger than field limit"),
        (b"a\n" + b"x" * 5_000_000, "a line is longer than 4 MB"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_refused_in_words(
    write: Write, content: bytes, words: str
) -> None:
    assert words in refusal_of(write(content))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "none.csv") == "none.csv:1:: there is no such file"


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    def make(*cells: tuple[int, int, object]) -> Path:
        path = tmp_path / "file.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            page = book.add_worksheet()
            day = book.add_format({"num_format": "yyyy-mm-dd"})
            for row, column, value in cells:
                if isinstance(value, date):
                    page.write_datetime(row, column, value, day)
                else:
                    page.write(row, column, value)
        return path

    return make


def test_cells_of_a_workbook_become_the_texts_of_a_csv(sheet: Callable[..., Path]) -> None:
    path = sheet(
        (0, 0, "a"), (0, 1, "b"), (0, 2, "c"), (0, 3, "d"),
        (2, 0, 7), (2, 1, 2.5), (2, 2, date(2024, 3, 5)), (2, 3, True),
    )  # fmt: skip

    table = open_table(path)

    assert table.header == ("a", "b", "c", "d")
    assert list(table.rows) == [(3, ["7", "2.5", "2024-03-05", "yes"])]


def test_a_formula_in_a_workbook_is_refused(sheet: Callable[..., Path]) -> None:
    path = sheet((0, 0, "a"), (1, 0, "=1+1"))

    assert "a cell holds a formula" in refusal_of(path)


def test_a_lone_cell_far_away_is_refused_before_it_fills_the_memory(
    sheet: Callable[..., Path],
) -> None:
    path = sheet((0, 0, "a"), (1_048_575, 16_383, "z"))

    assert "spans too many cells" in refusal_of(path)


def test_macros_and_zip_bombs_are_refused(tmp_path: Path) -> None:
    macros, bomb = tmp_path / "macros.xlsx", tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(macros, "w") as package:
        package.writestr("xl/vbaProject.bin", b"Sub x()")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)

    assert "macros" in refusal_of(macros)
    assert "unpacks to far more" in refusal_of(bomb)


def test_a_text_file_named_xlsx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    path.write_text("a,b\n1,2\n")

    assert "not an Excel workbook" in refusal_of(path)

"""What is wrong with a file: as a whole, or at one row and column."""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.protocol.errors import ScreeningError
from screening.protocol.wording import Sentence


@dataclass(frozen=True)
class Refusal:
    """One reason why a row, a column or the whole file (row 0, no column) is not taken."""

    row_no: int
    column: str
    sentence: Sentence

    def line(self, file_name: str) -> str:
        """Return the refusal as the console prints it."""
        return f"{file_name}:{self.row_no}:{self.column}: {self.sentence.in_english()}"


class RefusedFileError(ScreeningError):
    """The file as a whole cannot be taken; `row_no` and `column` say where it shows, if anywhere.

    Rows are counted as a spreadsheet shows them: the header is row 1.
    """

    def __init__(
        self,
        text: str,
        values: Mapping[str, object] | None = None,
        *,
        row_no: int = 1,
        column: str = "",
    ) -> None:
        super().__init__(text, values)
        self.row_no = row_no
        self.column = column

    @property
    def refusal(self) -> Refusal:
        """The error as the one reason that it is."""
        return Refusal(self.row_no, self.column, self.sentence)

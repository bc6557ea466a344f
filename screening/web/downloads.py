"""Files that a page sends at once: small tables, guarded against spreadsheets that run texts."""

import csv
import io
from collections.abc import Iterable, Sequence

from werkzeug.wrappers import Response

from screening.protocol.formulas import guard_text

BYTE_ORDER_MARK = "\ufeff"


def csv_response(
    file_name: str, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> Response:
    """Return a CSV file; the mark at its beginning lets spreadsheets read Chinese."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return csv_file(file_name, text.getvalue())


def csv_file(file_name: str, text: str) -> Response:
    """Return a CSV text whose cells are guarded already as a file."""
    answer = Response(BYTE_ORDER_MARK + text, mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return answer


def _cell(value: object) -> object:
    return guard_text(value) if isinstance(value, str) else value

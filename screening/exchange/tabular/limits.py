"""How large a file may be: everything beyond is refused before it can fill the memory."""

MAX_COLUMNS = 500
MAX_CELL_CHARACTERS = 100_000
MAX_LINE_BYTES = 4 * 1024 * 1024
# What a browser may send, and how much of that a page looks at before its answer.
MAX_UPLOAD_BYTES = 100 * 1024 * 1024
MAX_LOOKED_AT_BYTES = 16 * 1024 * 1024
MAX_FILE_BYTES = 1024 * 1024 * 1024
MAX_SHEET_BYTES = 1024 * 1024 * 1024
MAX_SHEET_ENTRIES = 2_000
MAX_SHEET_RATIO = 200
MAX_SHEET_CELLS = 50_000_000

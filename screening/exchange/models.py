"""Imports: the batch, its staged rows, the rows it refused, the records it made or changed."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from screening.database.model import Model
from screening.database.types import JsonDocument, Moment, by_value
from screening.exchange.rules import ImportMode, ImportStatus
from screening.jobs.models import Job
from screening.security.encryption import EncryptedText


class ImportBatch(Model):
    """One file, from its first reading to its undo."""

    __tablename__ = "import_batches"

    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    program: Mapped[str | None] = mapped_column(String(40))
    site_id: Mapped[int | None] = mapped_column(ForeignKey("sites.id"))
    mode: Mapped[ImportMode] = mapped_column(by_value(ImportMode))
    status: Mapped[ImportStatus] = mapped_column(by_value(ImportStatus))
    file_name: Mapped[str] = mapped_column(String(200))
    file_sha256: Mapped[str] = mapped_column(String(64))
    header: Mapped[list[str]] = mapped_column(JsonDocument)
    ignored: Mapped[list[str]] = mapped_column(JsonDocument)
    rows: Mapped[int] = mapped_column(default=0)
    added: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    refused_rows: Mapped[int] = mapped_column(default=0)
    # The newest event of the audit log when the check began: what came after may contradict it.
    checked_event_id: Mapped[int] = mapped_column(default=0)
    message: Mapped[str | None] = mapped_column(String(2000))
    job_id: Mapped[int | None] = mapped_column(ForeignKey(Job.id))
    created_at: Mapped[datetime] = mapped_column(Moment)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    created_by_name: Mapped[str] = mapped_column(String(120))
    finished_at: Mapped[datetime | None] = mapped_column(Moment)


class ImportChunk(Model):
    """Checked rows that wait to be applied; they hold what a file says of persons, so they are
    encrypted, and go as soon as the import is applied or given up.
    """

    __tablename__ = "import_chunks"

    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"), index=True)
    first_row: Mapped[int]
    rows: Mapped[str] = mapped_column(EncryptedText("import_chunks.rows"))


class ImportRefusal(Model):
    """A refused row: its cells, to be mended and sent again, and what is wrong with each."""

    __tablename__ = "import_refusals"
    __table_args__ = (Index(None, "batch_id", "row_no"),)

    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"))
    row_no: Mapped[int]
    cells: Mapped[str] = mapped_column(EncryptedText("import_refusals.cells"))
    problems: Mapped[str] = mapped_column(EncryptedText("import_refusals.problems"))


class ImportRow(Model):
    """A record that a row of the file made (`before` is empty) or changed; the values before are
    kept so that the import can be taken back. What it was made of stands in the audit log.
    """

    __tablename__ = "import_rows"
    __table_args__ = (Index(None, "batch_id", "row_no"),)

    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"))
    row_no: Mapped[int]
    entity: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[int]
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participants.id"))
    before: Mapped[str | None] = mapped_column(EncryptedText("import_rows.before"))

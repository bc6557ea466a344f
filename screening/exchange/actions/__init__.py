"""Every write of imports: check a file, take it in, take it back."""

from screening.exchange.actions.applying import StaleCheckError, apply_import, cancel_import
from screening.exchange.actions.batches import ImportOrder
from screening.exchange.actions.staging import stage_file
from screening.exchange.actions.tables import load_tables
from screening.exchange.actions.undoing import LaterWorkError, undo_import

__all__ = [
    "ImportOrder",
    "LaterWorkError",
    "StaleCheckError",
    "apply_import",
    "cancel_import",
    "load_tables",
    "stage_file",
    "undo_import",
]

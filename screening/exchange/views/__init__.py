"""The pages of imports and exports: upload, preview, import, undo, export, fetch."""

from screening.exchange.views import exports, imports, undoing, uploading
from screening.exchange.views.blueprint import blueprint

__all__ = ["blueprint", "exports", "imports", "undoing", "uploading"]

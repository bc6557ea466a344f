"""How memory is looked after while a file is worked through."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Rows leave no cycles behind: looking for some after every 700 new objects, as Python does by
# itself, costs a quarter of an import's time.
THRESHOLDS = (200_000, 20, 100)


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Let Python look for unreachable cycles less often than it does by itself."""
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)

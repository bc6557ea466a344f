"""What the writers of all kinds share: rows by what they do, and what they leave behind."""

from collections.abc import Mapping, Sequence

from screening.exchange.rules import Planned, Written


def rows_to_add(planned: Sequence[Planned]) -> list[Planned]:
    """Return the rows that add a record."""
    return [each for each in planned if each.record_id is None]


def rows_to_change(planned: Sequence[Planned]) -> list[Planned]:
    """Return the rows that change columns of a record."""
    return [each for each in planned if each.record_id and each.values]


def changed_values(planned: Sequence[Planned]) -> list[dict[str, object]]:
    """Return the columns that rows change, each with the number of its record."""
    return [{"id": each.record_id, **each.values} for each in planned]


def written_new(entity: str, planned: Sequence[Planned], ids: Sequence[int]) -> list[Written]:
    """Return what rows added."""
    return [
        Written(each.row_no, entity, number, each.participant_id, None, each.values)
        for each, number in zip(planned, ids, strict=True)
    ]


def written_changed(entity: str, planned: Sequence[Planned]) -> list[Written]:
    """Return what rows changed."""
    return [
        Written(
            each.row_no,
            entity,
            each.record_id or 0,
            each.participant_id,
            each.before,
            each.values,
        )
        for each in planned
    ]


def number_in(extra: Mapping[str, object], name: str) -> int:
    """Return a number that a plan kept."""
    return int(str(extra[name]))

"""The report over cohorts made by chance, against a recount that shares no code with it."""

from datetime import date

import pytest

from screening.database.engine import db
from screening.indicators.actions import verify_facts
from screening.indicators.reports import Asked, make_report
from screening.indicators.rules import Dimension
from screening.security.actor import EVERYWHERE
from tests.integration.indicators.random_cohort import RandomCohort
from tests.integration.indicators.recount import facts, read_tables, recount

SIZE = 60
DAYS = (date(2019, 6, 30), date(2021, 1, 15), date(2022, 12, 31), date(2026, 1, 1))
PERIOD = (date(2019, 3, 1), date(2021, 8, 31))
GROUPS = (Dimension.SITE, Dimension.YEAR, Dimension.ROUND)


@pytest.fixture(params=[1, 2, 3], ids=lambda seed: f"seed-{seed}")
def recounted(cohort, request):
    """The exams of a cohort made by a seed, as the recount sees them."""
    RandomCohort(cohort, request.param).fill(SIZE)
    return facts(read_tables(db.session.connection()))


def reported(row):
    """Return a row of the report as the recount gives it."""
    rates = {
        code: (figure.numerator, figure.denominator)
        for code, figure in row.figures.items()
        if hasattr(figure, "numerator")
    }
    return {**row.counts, **rates}


def whole(as_of, **asked):
    (row,) = make_report(EVERYWHERE, Asked("scan", as_of, **asked)).rows
    return reported(row)


def shared(report, counted):
    return {name: report[name] for name in counted}


def test_the_report_is_equal_to_the_recount_whatever_the_day_the_period_and_the_group(recounted):
    for as_of in DAYS:
        counted = recount(recounted, as_of)
        assert shared(whole(as_of), counted) == counted, as_of

        of_period = recount(recounted, as_of, *PERIOD)
        report = whole(as_of, since=PERIOD[0], until=PERIOD[1])
        assert shared(report, of_period) == of_period, as_of

        for dimension in GROUPS:
            _compare_groups(recounted, as_of, dimension)
    assert verify_facts() == []


def _compare_groups(recounted, as_of, dimension):
    seen = recounted[recounted["examined_on"] <= as_of]
    counted = {
        value: recount(table, as_of) for value, table in seen.groupby(dimension.value, sort=True)
    }
    report = make_report(EVERYWHERE, Asked("scan", as_of, by=(dimension,)))

    rows = {row.group[dimension]: reported(row) for row in report.rows}
    assert list(rows) == list(counted)
    assert {value: shared(row, counted[value]) for value, row in rows.items()} == counted


def test_chance_leaves_no_figure_empty(recounted):
    counted = recount(recounted, DAYS[-1])
    early = recount(recounted, DAYS[1])

    assert all(counts[0] > 0 for counts in counted.values() if isinstance(counts, tuple))
    assert counted["cancers"] > counted["persons_with_cancer"] > 3
    assert counted["exams"] > counted["exams_with_result"]
    assert early["pending"] > 5

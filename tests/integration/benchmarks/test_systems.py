"""Every system with a published table can be measured over a long file of its rows."""

from benchmarks.evaluate import TABLES, measure_systems
from screening.evaluations.systems import all_systems


def test_every_system_of_the_benchmark_is_one_of_the_command_and_is_measured():
    measured = {code: speeds for code, *speeds in measure_systems(30)}

    assert measured.keys() == TABLES.keys()
    assert measured.keys() <= all_systems().keys()
    assert all(rows_a_second > 0 for speeds in measured.values() for rows_a_second in speeds)

"""What the end of a run tells beside its failures."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what tests measured: keys and presses of a journey."""
    told = [
        f"{what}: {value}"
        for report in terminalreporter.getreports("passed")
        if report.when == "call"
        for what, value in report.user_properties
    ]
    if told:
        terminalreporter.section("measured")
        for line in told:
            terminalreporter.write_line(line)

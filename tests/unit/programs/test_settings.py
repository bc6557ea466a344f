"""The file in which a site chooses readings: taken as written, or refused with what is allowed."""

import pytest

from config import SettingsError
from screening.programs import all_programs, bulk_systems, get_program, use_readings
from screening.programs.settings import read_protocols


@pytest.fixture
def write(tmp_path):
    def written(text):
        (tmp_path / "protocols.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return written


@pytest.fixture
def _published_again():
    yield
    use_readings({})


def test_without_a_file_nothing_is_chosen(tmp_path):
    assert read_protocols(tmp_path) == {}


def test_readings_are_taken_as_written(write):
    folder = write('[lung]\npassive_at_limit = "no"\n# As the committee decided.\nresolved = "1"\n')

    assert read_protocols(folder) == {"lung": {"passive_at_limit": "no", "resolved": "1"}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[liver]", "there is no program liver; use one of: breast, lung, thyroid"),
        ('lung = "no"', r"lung is no table; write \[lung\]"),
        ('[lung]\npassive = "no"', r"\[lung\]: there is no question passive; use one of: uspstf_"),
        (
            '[lung]\npassive_at_limit = "maybe"',
            """passive_at_limit cannot be 'maybe'; use one of: "yes", "no\"""",
        ),
        ("[lung]\npassive_at_limit = false", 'cannot be False; use one of: "yes", "no"'),
        ("[lung\n", "cannot be read"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is_allowed(write, text, said):
    folder = write(text)

    with pytest.raises(SettingsError, match=said) as refused:
        read_protocols(folder)

    assert "protocols.toml" in str(refused.value)


@pytest.mark.usefixtures("_published_again")
def test_readings_in_force_hold_for_programs_and_their_systems_until_replaced():
    published = get_program("lung")
    other = next(program for program in all_programs() if program.code != "lung")

    use_readings({"lung": {"resolved": "1"}})

    assert get_program("lung").in_force["resolved"] == "1"
    assert get_program(other.code) is other
    row = {"finding": "solid", "status": "resolved"}
    assert bulk_systems()["lung-rads-v2022"].evaluate(row)["nodule_category"] == "1"

    use_readings({})

    assert get_program("lung") is published
    assert bulk_systems()["lung-rads-v2022"].evaluate(row)["nodule_category"] == "2"

"""`screening evaluate`: files in, the same rows with results out, without any app."""

import csv
import subprocess
import sys

import pytest
from click.testing import CliRunner

from screening.cli import main
from screening.evaluations.systems import all_systems
from screening.programs import use_readings

NEWCOMBE = "Newcombe's interval of a difference between two proportions"


def run(*arguments):
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "rows.csv"

    def write(text):
        path.write_text(text, encoding="utf-8")
        return path

    return write


def rows_of(result):
    return list(csv.DictReader(result.stdout.splitlines()))


def test_the_list_holds_a_block_for_every_system_with_its_columns():
    lines = run("--list").stdout.splitlines()

    codes = [line.split()[0] for line in lines if not line.startswith(" ")]
    assert codes == list(all_systems()) == sorted(codes)
    at = lines.index("newcombe".ljust(len(max(codes, key=len))) + "  " + NEWCOMBE)
    assert lines[at + 1 : at + 3] == [
        "    inputs: x1, n1, x2, n2, method, conf",
        "    results: difference, lower, upper, reasons",
    ]


def test_listing_starts_neither_an_app_nor_the_statistics():
    heavy = ("flask", "sqlalchemy", "scipy", "pandas", "statsmodels")
    code = (
        "import sys; from screening.cli.evaluate import evaluate;"
        "evaluate.main(['--list'], standalone_mode=False);"
        f"print([name for name in {heavy} if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_unknown_columns_are_carried_through_and_results_written_over(file):
    path = file("upper,id,x,n,method,ward\n1,P1,98,14010,wilson,三病区\n")

    result = run("proportion-interval", path)

    assert result.exit_code == 0
    (row,) = rows_of(result)
    assert list(row) == ["upper", "id", "x", "n", "method", "ward", "lower", "reasons", "error"]
    assert (row["id"], row["ward"], row["error"]) == ("P1", "三病区", "")
    assert float(row["upper"]) == pytest.approx(0.00851662, abs=5e-9)


def test_a_row_that_cannot_be_evaluated_says_why_and_the_others_are_evaluated(file):
    path = file("x,n,method\n98,0,wilson\n98,14010,wilson\n")

    result = run("proportion-interval", path)

    assert result.exit_code == 1
    failed, good = rows_of(result)
    assert failed["error"] == "n is 0; it is a whole number from 1 to 1000000000000"
    assert failed["lower"] == failed["upper"] == ""
    assert good["error"] == ""
    assert "1 rows could not be evaluated" in result.stderr


def test_the_answer_goes_to_the_file_that_is_named(file, tmp_path):
    path = file("x,denominator,method\n0,1000,garwood_exact\n")
    output = tmp_path / "out.csv"

    result = run("poisson-interval", path, "--output", output)

    assert (result.exit_code, result.stdout) == (0, "")
    (row,) = csv.DictReader(output.read_text(encoding="utf-8").splitlines())
    assert (row["rate"], row["lower"]) == ("0.0", "0.0")


def test_a_file_without_any_input_is_refused_with_the_columns_that_are_needed(file):
    result = run("funnel", file("a,b\n1,2\n"))

    assert result.exit_code == 1
    assert "target, denominator, method, tau2" in result.stderr


@pytest.mark.parametrize("arguments", [(), ("wilson", "rows.csv"), ("funnel",)])
def test_wrong_usage_exits_with_2(arguments):
    assert run(*arguments).exit_code == 2


def test_the_file_that_is_read_is_never_written_over(file):
    path = file("suv,pretest\n2.5,0.4\n")

    result = run("herder", path, "--output", path)

    assert result.exit_code == 2
    assert "is the file that is read" in result.stderr
    assert path.read_text(encoding="utf-8") == "suv,pretest\n2.5,0.4\n"


def test_results_go_into_a_folder_that_is_there(file, tmp_path):
    result = run("herder", file("suv\n2.5\n"), "--output", tmp_path / "none" / "out.csv")

    assert result.exit_code == 2
    assert "there is no folder" in result.stderr


@pytest.fixture
def instance(tmp_path, monkeypatch):
    """The folder of the installation; what it chooses holds for the test alone."""
    monkeypatch.setenv("INSTANCE_PATH", str(tmp_path))
    yield tmp_path
    use_readings({})


GONE = "finding,status\nsolid,resolved\n"


def test_an_open_question_is_read_as_published_unless_the_installation_says_otherwise(
    instance, file
):
    rows = file(GONE)

    assert rows_of(run("lung-rads-v2022", rows))[0]["nodule_category"] == "2"

    (instance / "protocols.toml").write_text('[lung]\nresolved = "1"\n', encoding="utf-8")

    assert rows_of(run("lung-rads-v2022", rows))[0]["nodule_category"] == "1"


def test_readings_that_are_not_known_evaluate_nothing(instance, file):
    (instance / "protocols.toml").write_text('[lung]\nresolved = "3"\n', encoding="utf-8")

    result = run("lung-rads-v2022", file(GONE))

    assert result.exit_code == 1
    assert result.stdout == ""
    assert """resolved cannot be '3'; use one of: "2", "1\"""" in result.stderr

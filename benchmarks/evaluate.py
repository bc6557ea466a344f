"""Rows a second of `screening evaluate`: every system with a published table, over a long file."""

import csv
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from io import StringIO
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from screening.cli.evaluate import evaluate

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
TABLES = {
    "lung-rads-v2022": "lungrads_vectors",
    "lung-eligibility": "eligibility_vectors",
    "plcom2012": "plcom2012_vectors",
    "brock": "brock_vectors",
    "llp": "llp_vectors",
    "mayo": "mayo_vectors",
    "herder": "herder_vectors",
    "pku": "pku_vectors",
    "tnm-lung-9": "tnm_lung_9",
    "tnm-lung-8": "tnm_lung_8",
    "gail": "gail_vectors",
    "bi-rads": "birads_vectors",
    "breast-high-risk": "breast_highrisk_cn_vectors",
    "tnm-breast-8": "tnm_breast_8_anatomic",
    "acr-ti-rads-2017": "acr_tirads_vectors",
    "c-ti-rads-2020": "c_tirads_vectors",
    "thyroid-growth": "growth_vectors",
    "tnm-thyroid-8-differentiated": "tnm_thyroid_8",
    "tnm-thyroid-8-medullary-anaplastic": "tnm_thyroid_8_medullary_anaplastic",
    "proportion-interval": "proportion_ci_vectors",
    "poisson-interval": "poisson_ci_vectors",
    "newcombe": "newcombe_vectors",
    "direct-rate": "dsr_vectors",
    "detection-ratio": "sdr_vectors",
    "funnel": "funnel_vectors",
}


def measure_systems(rows: int) -> Iterator[tuple[str, float, float]]:
    """Yield how many rows each system evaluates in a second of the clock, and in one of work."""
    with TemporaryDirectory() as name:
        file, output = Path(name) / "in.csv", Path(name) / "out.csv"
        for code, table in TABLES.items():
            _write(file, GOLDEN / f"{table}.csv", rows)
            started, worked = perf_counter(), process_time()
            # Some published rows have no result, which the command's exit code says.
            with redirect_stderr(StringIO()), suppress(SystemExit):
                evaluate.main([code, str(file), "--output", str(output)], standalone_mode=False)
            seconds, cpu = perf_counter() - started, process_time() - worked
            yield code, rows / seconds, rows / cpu


def _write(file: Path, published: Path, rows: int) -> None:
    """Write the rows of a published table again and again."""
    with published.open(encoding="utf-8-sig", newline="") as stream:
        header, *known = csv.reader(stream)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(islice(cycle(known), rows))

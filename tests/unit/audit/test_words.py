"""Every act that the code writes down can be said in words."""

import re

from screening.audit.presenters.acts import ACTS
from tests.conventions.sources import name_of, python_files

TAG = re.compile(r'"([a-z-]+:[a-z-]+:[a-z-]+)"')


def test_every_act_of_the_audit_log_has_its_words():
    speechless = {
        tag: name_of(path)
        for path in python_files()
        for tag in TAG.findall(path.read_text(encoding="utf-8"))
        if tag not in ACTS
    }

    assert speechless == {}

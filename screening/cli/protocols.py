"""The page of documentation about protocols: every open question, with its options."""

from collections.abc import Iterable, Iterator, Mapping

from screening.programs import published_programs
from screening.programs.settings import FILE_NAME
from screening.protocol.program import Program
from screening.protocol.readings import STANDINGS, Question

INTRODUCTION = f"""\
# Protocols

Generated from the code; `make check` compares it.

Publications leave questions open: sources differ, a text could not be read, a rule is the house's
own. Each has a published default, and a site may read it otherwise. The readings in force stand on
the page of the rules of each program, with the standing of each question.

A site writes those that it reads otherwise into `{FILE_NAME}` of the instance folder, a table a
program:

```toml
[{{program}}]
{{question}} = "{{option}}"
```

The file is read when the service starts and by `screening evaluate`; restart the service after a
change. A program, question or option that is not listed here keeps the service from starting, with
a sentence that names the place and what is allowed. Without the file the defaults hold.

A verdict or category that is given under another reading names it in its version, such as
`2021; {{question}}={{option}}`; where many are changed, a fingerprint stands for them. What was
stored before keeps its own version, and an exam is categorized anew when its record is saved again.
`screening init` writes into the audit log which readings have changed.

"""
HEADER = """\
| question | asked | standing | options, the default first | source |
| --- | --- | --- | --- | --- |"""


def protocols_markdown() -> str:
    """Return the page."""
    programs = published_programs()
    parts = "\n".join(_of_program(program) for program in programs)
    return INTRODUCTION.format(**_example(programs)) + parts


def _example(programs: Iterable[Program]) -> Mapping[str, str]:
    """Return a question of the first program, and the option that is not its default."""
    program, question = next(
        (program, question) for program in programs for question in program.questions
    )
    option = next(code for code in question.codes if code != question.default)
    return {"program": program.code, "question": question.code, "option": option}


def _of_program(program: Program) -> str:
    rows = "\n".join(_row(question) for question in program.questions)
    return f"## {program.name}: `[{program.code}]`\n\n{HEADER}\n{rows}\n"


def _row(question: Question) -> str:
    cells = (
        f"`{question.code}`",
        question.asked,
        STANDINGS[question.standing],
        ", ".join(_options(question)),
        question.source,
    )
    return f"| {' | '.join(cells)} |"


def _options(question: Question) -> Iterator[str]:
    for option in sorted(question.options, key=lambda each: each.code != question.default):
        is_named = option.label.casefold() != option.code.casefold()
        yield f'`"{option.code}"`' + (f" ({option.label})" if is_named else "")

"""The long command: every fault many times over, and a table of what it came to.

    uv run python -m tests.faults

Arguments go on to pytest, such as `-n 2` or `-k disk`.
"""

import os
import sys
from pathlib import Path

import pytest
from tests.faults.tally import PROPERTY, Tables

ROOT = Path(__file__).parents[2]
WHERE = (
    "tests/faults",
    "tests/journal/test_damage.py",
    "tests/cli/test_check_bad_answers.py",
    "tests/screens/test_session_keys_at_random.py",
)
"""Every test that counts."""


class Counting:
    """A plug-in of pytest that adds up what the tests have counted, in whatever process."""

    def __init__(self) -> None:
        self.tables = Tables()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take what a test has counted once it is over."""
        if report.when == "teardown":
            for name, counted in report.user_properties:
                if name == PROPERTY and isinstance(counted, list | tuple):
                    self.tables.add(*counted)


def main(arguments: list[str]) -> int:
    """Run everything; return 0 if nothing failed and nothing was lost."""
    os.chdir(ROOT)
    os.environ["UNSPASM_TESTS"] = "deep"
    counting = Counting()
    code = pytest.main([*WHERE, "-q", "--dist=load", *arguments], plugins=[counting])
    sys.stdout.writelines(f"{line}\n" for line in ["", *counting.tables.lines()])
    return int(code) or int(not counting.tables.whole)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The worked cases: made-up people, and the urgency that the sources give for each."""

import pytest
from tests.safety.tables import WorkedCase, worked_cases

from unspasm.domain.assess import assess
from unspasm.domain.rules import Rules

CASES = worked_cases()
EVERY_CASE = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)

AT_LEAST_RIGHT = 289
"""One case is called higher than its sources do: `waves-and-chills`, shivering beside side pain."""


@EVERY_CASE
def test_nobody_is_told_less_than_the_sources_say(rules: Rules, case: WorkedCase) -> None:
    assert assess(rules, case.answers).urgency >= case.urgency


@EVERY_CASE
def test_nobody_is_told_more_than_any_source_defends(rules: Rules, case: WorkedCase) -> None:
    assert assess(rules, case.answers).urgency <= case.highest


def test_none_is_too_low_and_nearly_all_are_right(rules: Rules) -> None:
    told = [(assess(rules, case.answers).urgency, case) for case in CASES]
    right = [case.id for urgency, case in told if urgency is case.urgency]
    too_low = [case.id for urgency, case in told if urgency < case.urgency]
    too_high = [case.id for urgency, case in told if urgency > case.urgency]

    print(  # noqa: T201 - `pytest -rP` shows the figures
        f"{len(CASES)} worked cases: {len(right)} right, {len(too_low)} too low, "
        f"{len(too_high)} too high: {', '.join(too_high)}"
    )
    assert not too_low
    assert len(right) >= AT_LEAST_RIGHT

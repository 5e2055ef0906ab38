"""Days to draw, and what a drawing says as text."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from unspasm.domain.pain_chart import Row
from unspasm.domain.progress_view import Mark, ProgressDay, pain_together

FIRST = date(2026, 5, 4)
"""A Monday."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(number: int, pains: Iterable[int] = (), *marks: Mark) -> ProgressDay:
    """Return one day, so many after the first."""
    pain = pain_together(pains)
    at = FIRST + timedelta(days=number)
    return ProgressDay(at, pain, frozenset(marks), told=pain is not None)


def days(*pains: int | None) -> tuple[ProgressDay, ...]:
    """Return a day for each; `None` is a day of which nothing was told."""
    return tuple(day(at, () if pain is None else (pain,)) for at, pain in enumerate(pains))


def lines(rows: Sequence[Row]) -> list[str]:
    """Return the signs of each line."""
    return ["".join(run.text for run in row) for row in rows]


@st.composite
def some_days(draw: st.DrawFn) -> tuple[ProgressDay, ...]:
    """Any days, with any pain and any marks."""
    count = draw(st.integers(0, 400))
    known = draw(
        st.dictionaries(
            st.integers(0, max(0, count - 1)),
            st.tuples(
                st.lists(st.integers(0, 10), max_size=3), st.frozensets(st.sampled_from(Mark))
            ),
            max_size=30,
        )
    )
    return tuple(day(at, known.get(at, ((), ()))[0], *known.get(at, ((), ()))[1])
                 for at in range(count))  # fmt: skip

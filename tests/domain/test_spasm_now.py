"""How the spasm of today stands, for Home."""

from datetime import timedelta

import pytest
from tests.domain.logs import DAY, FIRST, START, log, moment

from unspasm.domain.entries import Entry, EpisodeOver, NothingNew
from unspasm.domain.episodes import current_episode
from unspasm.domain.log_entries import PainLog
from unspasm.domain.pain import Reading
from unspasm.domain.spasm_now import SpasmNow, spasm_now


def now(days: float, *entries: Entry, nerves_due: bool = False) -> SpasmNow | None:
    return spasm_now(current_episode(entries), moment(days).day, nerves_due=nerves_due)


def pains(spasm: SpasmNow | None) -> tuple[int | None, int | None]:
    """The pain that was told of last, and that of an earlier day."""
    assert spasm
    return (
        spasm.pain.pain if spasm.pain else None,
        spasm.before.pain if spasm.before else None,
    )


def test_outside_a_spasm_there_is_nothing_to_say() -> None:
    over = Entry("over", START + DAY, timedelta(0), EpisodeOver())

    assert now(0) is None
    assert now(0, log(0, 0)) is None
    assert now(2, log(0, 5), over) is None


def test_the_first_day_is_day_0_and_has_no_earlier_pain() -> None:
    assert now(0, log(0, 5)) == SpasmNow(
        day=0, pain=Reading(START, "log-0", FIRST, 5), before=None, quiet=False, nerves_due=False
    )


def test_pain_of_the_same_day_is_no_earlier_pain() -> None:
    assert (3, None) == pains(now(0, log(0, 7), log(0.1, 5), log(0.2, 3)))


def test_pain_is_set_against_the_last_of_an_earlier_day() -> None:
    entries = log(0, 7), log(1, 6), log(1.2, 5), log(3, 2), log(3.1, 4)
    spasm = now(3, *entries)

    assert (4, 5) == pains(spasm)
    assert spasm
    assert 3 == spasm.day


def test_the_order_in_which_logs_are_kept_does_not_matter() -> None:
    late = Entry("late", START + 3 * DAY, timedelta(0), PainLog(8, felt_at=START + DAY))

    assert (2, 8) == pains(now(3, log(2, 2), late, log(0, 5)))


def test_no_pain_is_told_as_0_and_not_as_nothing() -> None:
    assert (0, 5) == pains(now(2, log(0, 5), log(2, 0)))


def test_a_spasm_without_a_number_still_has_its_day() -> None:
    episode = current_episode([log(0, 5)])
    assert episode
    unsaid = Entry("new", START, timedelta(0), NothingNew())
    spasm = spasm_now(type(episode)((unsaid,)), moment(4).day, nerves_due=True)

    assert spasm == SpasmNow(day=4, pain=None, before=None, quiet=False, nerves_due=True)


@pytest.mark.parametrize(("days", "quiet"), [(7, False), (8, True), (30, True)])
def test_a_week_without_a_word_asks_whether_it_is_over(days: int, quiet: bool) -> None:  # noqa: FBT001
    spasm = now(days, log(0, 5))

    assert spasm
    assert quiet is spasm.quiet
    assert days == spasm.day


def test_a_clock_that_is_set_back_makes_no_day_negative() -> None:
    spasm = now(-3, log(0, 5))

    assert spasm
    assert (0, False) == (spasm.day, spasm.quiet)


@pytest.mark.parametrize("due", [True, False])
def test_what_is_due_is_passed_on(due: bool) -> None:  # noqa: FBT001
    spasm = now(1, log(0, 5), nerves_due=due)

    assert spasm
    assert due is spasm.nerves_due

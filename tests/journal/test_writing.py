"""What is acknowledged is kept, all or none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journal.copies_at_work import Copy
from tests.journal.made_up import EMERGENCY, FLOOR_ONLY, SAME_DAY, check, entry, seen, taken_back

from unspasm.domain.entries import Called, Entry, EpisodeOver, Said
from unspasm.domain.locks import Activity
from unspasm.journal import Journal, JournalError, Trouble, Unfinished

Opener = Callable[[], Journal]
EVERYTHING = ",".join(sorted(activity.value for activity in Activity))


def ids(journal: Journal) -> list[str]:
    return [row.id for row in journal.every_row()]


def step(name: str = "run", state: str = "{}", at: str = "2026-05-03T14:10:00+00:00") -> Unfinished:
    return Unfinished(name, "check", at, "content-1", state)


# --- entries --------------------------------------------------------------------------------------


def test_entries_that_go_together_are_kept_all_or_none(journal: Journal) -> None:
    journal.append([entry("first", EpisodeOver())])

    with pytest.raises(JournalError) as refused:
        journal.append([entry("second", EpisodeOver()), entry("first", EpisodeOver())])

    assert Trouble.WRITE_FAILED == refused.value.trouble
    assert ["first"] == ids(journal)


def test_another_start_finds_what_was_kept(journal: Journal, opened: Opener) -> None:
    journal.append([entry("a", EpisodeOver()), entry("b", Called("c"))])

    assert ["a", "b"] == ids(opened())


def test_a_decision_sees_all_entries_on_care_and_is_kept(journal: Journal) -> None:
    known = [check("c", EMERGENCY), entry("a", Called("c"))]
    journal.append(known)
    asked: list[list[Entry]] = []

    def settle(entries: list[Entry]) -> list[Entry]:
        asked.append(entries)
        return [seen("s", "c", EMERGENCY)]

    assert [seen("s", "c", EMERGENCY)] == journal.decide(settle)
    assert [known] == asked
    assert ["c", "a", "s"] == ids(journal)


def test_a_decision_that_is_a_no_keeps_nothing(journal: Journal) -> None:
    assert [] == journal.decide(lambda _known: [])
    assert [] == ids(journal)


def test_a_decision_that_fails_keeps_nothing_and_hinders_nothing(journal: Journal) -> None:
    def fail(_known: list[Entry]) -> list[Entry]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        journal.decide(fail)

    journal.append([entry("a", EpisodeOver())])
    assert ["a"] == ids(journal)


def test_text_that_cannot_be_kept_is_an_error_of_the_journal(journal: Journal) -> None:
    with pytest.raises(JournalError) as refused:
        journal.keep_unfinished(step(state="\ud800"))

    assert Trouble.WRITE_FAILED == refused.value.trouble


def test_a_journal_that_was_closed_says_so_as_one(journal: Journal) -> None:
    journal.close()

    with pytest.raises(JournalError):
        journal.append([entry("a", EpisodeOver())])


# --- what stands beside an entry ------------------------------------------------------------------


def lock_of(journal: Journal, name: str) -> str:
    [lock] = [row.lock for row in journal.every_row() if row.id == name]
    return lock


def test_a_check_bears_what_it_closes_even_when_it_is_settled_at_once(journal: Journal) -> None:
    journal.append([check("c", SAME_DAY, FLOOR_ONLY), seen("s", "c", SAME_DAY, FLOOR_ONLY)])

    assert EVERYTHING == lock_of(journal, "c")
    assert "" == lock_of(journal, "s")


def test_what_settles_a_check_bears_what_it_leaves_closed(journal: Journal) -> None:
    journal.append([check("c", SAME_DAY, FLOOR_ONLY)])
    journal.append([seen("s", "c", SAME_DAY, said=Said.DID_NOT_SAY)])
    journal.append([seen("t", "c", SAME_DAY)])
    journal.append([taken_back("u", "c", FLOOR_ONLY)])

    assert "floor,session" == lock_of(journal, "s")
    assert "floor" == lock_of(journal, "t")
    assert "" == lock_of(journal, "u")


def test_what_settles_a_check_that_is_not_here_opens_nothing(journal: Journal) -> None:
    journal.append([seen("s", "somewhere-else", EMERGENCY)])

    assert EVERYTHING == lock_of(journal, "s")


def test_a_call_bears_no_lock(journal: Journal) -> None:
    journal.append([check("c", EMERGENCY), entry("a", Called("c")), seen("s", "c")])

    assert "" == lock_of(journal, "a")


# --- unfinished -----------------------------------------------------------------------------------


def test_where_a_journey_stands_is_kept_and_replaced(journal: Journal, opened: Opener) -> None:
    journal.keep_unfinished(step(state="first"))
    journal.keep_unfinished(step(state="second"))

    assert [step(state="second")] == opened().unfinished("check")


def test_only_journeys_of_that_kind_come_the_newest_first(journal: Journal) -> None:
    journal.keep_unfinished(step("old", at="2026-05-03T14:10:00+00:00"))
    journal.keep_unfinished(step("new", at="2026-05-03T14:10:00.000001+00:00"))
    journal.keep_unfinished(Unfinished("other", "pack", "", "", ""))

    assert ["new", "old"] == [one.id for one in journal.unfinished("check")]


def test_the_last_entry_of_a_journey_ends_it(journal: Journal) -> None:
    journal.keep_unfinished(step("one"))
    journal.keep_unfinished(step("two"))
    journal.append([entry("a", EpisodeOver())], finishes="one")

    assert ["two"] == [one.id for one in journal.unfinished("check")]


def test_a_last_entry_that_is_not_kept_ends_nothing(journal: Journal) -> None:
    journal.append([entry("a", EpisodeOver())])
    journal.keep_unfinished(step("one"))

    with pytest.raises(JournalError):
        journal.append([entry("a", EpisodeOver())], finishes="one")

    assert ["one"] == [one.id for one in journal.unfinished("check")]


KEEP_ONE = """
journal = open_journal(folder, now)
journal.keep_unfinished(Unfinished("theirs", "check", "2026-05-03", "content-1", "{}"))
say("kept")
hear()
"""


def test_what_another_running_copy_is_at_is_not_offered(folder: Path, opened: Opener) -> None:
    other = Copy(folder, KEEP_ONE)
    assert other.hear() == "kept"
    journal = opened()

    assert [] == journal.unfinished("check")
    other.kill()
    assert ["theirs"] == [one.id for one in journal.unfinished("check")]


def test_what_was_left_before_the_machine_started_anew_is_offered(
    folder: Path, opened: Opener
) -> None:
    other = Copy(folder, "now = Moment(start, timedelta(0), 1.0, 1.0, 'before')\n" + KEEP_ONE)
    assert other.hear() == "kept"

    assert ["theirs"] == [one.id for one in opened().unfinished("check")]
    other.kill()


def test_what_is_damaged_is_told_and_not_offered(journal: Journal) -> None:
    journal.keep_unfinished(step("one"))
    journal._connection.execute("UPDATE unfinished SET pid = 0")

    assert [] == journal.unfinished("check")
    assert [Trouble.ROWS] == journal.troubles

"""Several copies of the program at once."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest
from tests.journal.copies_at_work import Copy, all_at_once, copies
from tests.journal.made_up import EMERGENCY, NOW, check, entry

from unspasm.domain.entries import EpisodeOver
from unspasm.journal import FILE, Journal, JournalError, Trouble, backups, open_journal

Opener = Callable[[], Journal]


def ids(journal: Journal) -> list[str]:
    return [row.id for row in journal.every_row()]


def test_copies_that_write_at_once_lose_nothing(folder: Path, journal: Journal) -> None:
    said = all_at_once(
        4,
        folder,
        """
        journal = open_journal(folder, now)
        for _ in range(25):
            mine = [entry(EpisodeOver()), entry(EpisodeOver())]
            journal.append(mine)
            say(*(one.id for one in mine))
        journal.close()
        """,
    )
    acknowledged = [name for lines in said for line in lines for name in line.split()]

    assert len(acknowledged) == 200
    assert Counter(acknowledged) == Counter(ids(journal))


def test_threads_with_a_journal_each_lose_nothing(folder: Path, opened: Opener) -> None:
    barrier = Barrier(4)

    def work(number: int) -> None:
        barrier.wait()
        journal = open_journal(folder, NOW)
        for place in range(10):
            journal.append([entry(f"{number}-{place}", EpisodeOver())])
        journal.close()

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    expected = Counter(f"{number}-{place}" for number in range(4) for place in range(10))
    assert expected == Counter(ids(opened()))


def test_of_copies_that_decide_at_once_only_one_settles_a_check(
    folder: Path, journal: Journal
) -> None:
    journal.append([check("c", EMERGENCY)])
    said = all_at_once(
        6,
        folder,
        """
        journal = open_journal(folder, now)
        def settle(known):
            if any(isinstance(one.body, Seen) for one in known):
                return []
            said = next(iter(known)).body.reasons[0].id
            from unspasm.domain.entries import Said
            return [entry(Seen("c", frozenset({said}), start.date(), Said.GO_ON))]
        say(len(journal.decide(settle)))
        """,
    )

    assert Counter({"0": 5, "1": 1}) == Counter(line for [line] in said)
    assert len(ids(journal)) == 2


def test_a_copy_that_opens_and_closes_takes_nothing_from_one_that_stays(
    journal: Journal, opened: Opener, folder: Path
) -> None:
    for number in range(3):
        journal.append([entry(f"stays-{number}", EpisodeOver())])
        opened().close()
        said = all_at_once(1, folder, "open_journal(folder, now).close()")
        assert said == [[]]

    assert len(ids(opened())) == 3


def test_what_another_copy_writes_is_noticed_once(folder: Path, journal: Journal) -> None:
    assert not journal.changed_elsewhere()
    with copies(1, folder, "open_journal(folder, now).append([entry(EpisodeOver())])") as [other]:
        other.rest()

    assert journal.changed_elsewhere()
    assert not journal.changed_elsewhere()


def test_what_this_copy_writes_is_no_change_elsewhere(journal: Journal) -> None:
    journal.append([entry("a", EpisodeOver())])

    assert not journal.changed_elsewhere()


def test_a_copy_that_cannot_write_in_time_says_so(
    journal: Journal, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = opened()
    other._connection.execute("PRAGMA busy_timeout = 0")
    journal._connection.execute("BEGIN IMMEDIATE")

    with pytest.raises(JournalError) as refused:
        other.append([entry("a", EpisodeOver())])

    assert Trouble.WRITE_FAILED == refused.value.trouble
    journal._connection.execute("ROLLBACK")
    other.append([entry("a", EpisodeOver())])


def test_nothing_is_acknowledged_that_goes_into_a_file_set_aside(
    folder: Path, journal: Journal, opened: Opener
) -> None:
    journal.append([entry("before", EpisodeOver())])
    (folder / FILE).rename(folder / "journal.damaged-20260503-141000-000000.sqlite3")
    (folder / f"{FILE}-wal").rename(folder / "journal.damaged-20260503-141000-000000.sqlite3-wal")

    with pytest.raises(JournalError) as refused:
        journal.append([entry("after", EpisodeOver())])

    assert Trouble.WRITE_FAILED == refused.value.trouble
    journal.close()
    assert ["before", "after"] == ids(opened())


def test_nothing_is_acknowledged_after_the_folder_was_deleted(
    folder: Path, journal: Journal
) -> None:
    for path in backups(folder):
        path.unlink()

    with pytest.raises(JournalError):
        journal.append([entry("a", EpisodeOver())])


KILLS = 20
WRITE_ON = """
journal = open_journal(folder, now)
for place in range(10_000):
    name = f"{sys.argv[2]}-{place}"
    journal.keep_unfinished(Unfinished(sys.argv[2], "check", f"{place:06}", "", name))
    say("step", name)
    journal.append([entry(EpisodeOver(), name), entry(Called("c"), name + "-too")])
    say("entry", name)
"""


def test_kill_9_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "on-a-disk"
    acknowledged: list[str] = []
    for number in range(KILLS):
        copy = Copy(folder, WRITE_ON, str(number))
        said = [copy.hear() for _ in range(1 + number % 7)]
        said += copy.kill()
        acknowledged += [line.split()[1] for line in said if line.startswith("entry")]
        journal = open_journal(folder, NOW)
        steps = [line.split()[1] for line in said if line.startswith("step")]
        kept = max(one.state for one in journal.unfinished("check") if one.id == str(number))
        assert int(steps[-1].split("-")[1]) <= int(kept.split("-")[1])
        journal.close()

    journal = open_journal(folder, NOW)
    found = ids(journal)
    journal.close()
    assert set(acknowledged) <= set(found)
    assert {f"{name}-too" for name in found if not name.endswith("too")} == {
        name for name in found if name.endswith("too")
    }
    assert [] == journal.troubles

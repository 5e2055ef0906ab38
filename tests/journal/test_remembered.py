"""What was read is remembered only as long as nobody has written."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.journal.made_up import NOW, check, entry

from unspasm.domain.entries import Entry
from unspasm.domain.log_entries import PainLog
from unspasm.domain.pack_entries import PackKind, PackOn
from unspasm.journal import Journal, open_journal


def ids(entries: list[Entry]) -> set[str]:
    return {one.id for one in entries}


def test_what_this_copy_writes_is_read_at_once(journal: Journal) -> None:
    assert not journal.for_home()
    journal.append([check("first")])
    assert {"first"} == ids(journal.for_home())
    journal.append([entry("on", PackOn(PackKind.COLD, 12, NOW.stamp))])
    assert {"on"} == ids(journal.for_packs(NOW))


def test_what_another_copy_writes_is_read_at_once(journal: Journal) -> None:
    assert not journal.for_home()
    assert not journal.for_packs(NOW)
    other = open_journal(journal.file.parent, NOW)
    other.append([check("theirs"), entry("on", PackOn(PackKind.COLD, 12, NOW.stamp))])
    other.close()
    assert "theirs" in ids(journal.for_home())
    assert {"on"} == ids(journal.for_packs(NOW))


def test_what_was_not_written_after_all_is_not_remembered(journal: Journal) -> None:
    class NoError(Exception):
        pass

    def decide(_kept: list[Entry]) -> list[Entry]:
        journal._insert([check("never")])
        assert {"never"} == ids(journal.for_home())
        raise NoError

    with pytest.raises(NoError):
        journal.decide(decide)
    assert not journal.for_home()


def test_a_clock_set_back_has_packs_read_anew(journal: Journal) -> None:
    packs = [
        entry(f"on-{days}", PackOn(PackKind.COLD, 12, NOW.stamp), hours=24 * days)
        for days in range(4)
    ]
    journal.append([*packs, entry("log", PainLog(3))])
    later = replace(NOW, wall=packs[-1].at + timedelta(days=300))
    read = [journal.for_packs(one) for one in (later, NOW)]

    fresh = open_journal(journal.file.parent, NOW)
    assert ids(fresh.for_packs(NOW)) == ids(read[1])
    fresh.close()


def test_who_is_given_entries_may_change_the_list(journal: Journal) -> None:
    journal.append([check("first")])
    journal.for_home().clear()
    assert {"first"} == ids(journal.for_home())

"""A record of many years, made up: what the record of one person looks like after so long.

    python -m benchmarks.record FOLDER ENTRIES [--pack]

It ends with a check without a sign an hour ago, so that everything is open. Run it with the Python
of the environment that is measured: it writes through the journal of that.
"""

import argparse
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain
from pathlib import Path
from uuid import UUID

from unspasm import clock
from unspasm.domain.answers import Answers
from unspasm.domain.entries import About, Body, Check, Entry, EpisodeOver, NothingNew
from unspasm.domain.log_entries import Area, Helped, PainLog, SetOff, Side, Spot
from unspasm.domain.moment import Moment, Stamp
from unspasm.domain.pack_entries import Ended, PackAfter, PackKind, PackOff, PackOn, SkinLook
from unspasm.domain.session_entries import End, Feel, SessionAfter, SessionDone
from unspasm.domain.urgency import Urgency
from unspasm.journal import open_journal

YEARS = 10
"""Ten years are 18,000 entries; fewer entries are as dense, and so fewer years."""
FULL = 18_000
SPOTS = frozenset({Spot(Area.LOWER, Side.LEFT), Spot(Area.BUTTOCK, Side.LEFT)})
NO_SIGN = Check(Answers(38, 2.0, 6), Urgency.SELF_CARE, (), complete=True)
WORKED = {"knee_rolls": 60.0, "pelvic_tilt": 60.0, "single_knee_to_chest": 120.0}
A_DAY = 8
"""Entries."""
ON_FOR = timedelta(minutes=11)
SPASM, QUIET = 15, 225
"""Days with entries that a spasm lasts, and that lie between two: a year, about."""


def one_day(number: int, at: Stamp, names: Iterator[str]) -> Iterator[tuple[str, Body]]:
    """Return what one person says on one day, each with a name, in the order of saying.

    Args:
        number: which day, from 0.
        at: what packs bear as their time.
        names: a new name for each entry.
    """
    pain = max(0, 7 - number % (SPASM + QUIET) // 2)
    pack, session = next(names), next(names)
    helped = frozenset({Helped.HEAT})
    yield next(names), NO_SIGN if number % 6 == 0 else NothingNew()
    yield next(names), PainLog(pain, Feel.SAME, spots=SPOTS, note="after a day at the desk")
    yield pack, PackOn(PackKind.COLD, 12, at)
    yield next(names), PackOff(pack, PackKind.COLD, Ended.OFF, at, ON_FOR, timedelta(0))
    yield next(names), PackAfter(pack, SkinLook.NORMAL, pain)
    yield session, SessionDone("ease", 580.0, WORKED, End.DONE, before=pain)
    yield next(names), SessionAfter(session, pain, Feel.BETTER)
    yield next(names), PainLog(pain, set_off=frozenset({SetOff.SITTING}), helped=helped)


def entries(count: int, now: Moment) -> list[Entry]:
    """Return so many entries, the last of them a day ago. What begins also ends."""
    apart = timedelta(days=365 * YEARS) / FULL
    stamp = Stamp(now.wall - timedelta(days=3), 1.0, "another start")
    names = (str(UUID(int=number)) for number in range(1, 2 * count + 2))
    days = [list(one_day(number, stamp, names)) for number in range(count // A_DAY)]
    said = list(chain.from_iterable(days))
    said += [(next(names), NothingNew()) for _ in range(count - len(said))]
    for place in {*range(A_DAY * SPASM - 1, count, A_DAY * (SPASM + QUIET)), *(range(count)[-1:])}:
        said[place] = (said[place][0], EpisodeOver())
    first = now.wall - timedelta(days=1) - apart * count
    return [
        Entry(name, first + apart * place, now.utc_offset, body)
        for place, (name, body) in enumerate(said)
    ]


def make(folder: Path, count: int, *, pack: bool = False) -> None:
    """Keep such a record, and what is said an hour ago before anything is open.

    Args:
        folder: the folder of the record.
        count: how many entries of earlier days.
        pack: whether a cold pack was put on just now.
    """
    now = clock.now()
    about = About(year_of_birth=now.lived.year - 38, said_in=now.lived.year, pregnancy="no",
                  unsuited_asked=True)  # fmt: skip
    today: list[Body] = [NO_SIGN, about]
    if pack:
        today.append(PackOn(PackKind.COLD, 20, now.stamp))
    journal = open_journal(folder, now)
    journal.append(entries(count, now))
    journal.append([
        Entry(str(UUID(int=2**64 + place)), now.wall, now.utc_offset, body)
        for place, body in enumerate(today)
    ])  # fmt: skip
    journal.close()


def main() -> None:
    """Make the record that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("entries", type=int)
    parser.add_argument("--pack", action="store_true", help="a cold pack is on the skin")
    words = parser.parse_args()
    make(words.folder, words.entries, pack=words.pack)


if __name__ == "__main__":
    main()

"""Whoever is killed while logging, in a session or with a pack has lost nothing that was shown."""

import os
import random
from pathlib import Path

import pytest
from tests.journal.copies_at_work import Copy
from tests.journal.made_up import NOW

from unspasm.journal import Journal, open_journal
from unspasm.journal.survey import survey

ROUNDS = 200 if os.environ.get("UNSPASM_TESTS") == "deep" else 10
"""How often somebody is killed; the command for the long run is in CONTRIBUTING.md."""
AT_WORK = """
from unspasm.domain.log_entries import PainLog
from unspasm.domain.pack_entries import Ended, PackKind, PackOff, PackOn
from unspasm.domain.session_entries import End, SessionDone

journal = open_journal(folder, now)
say("ready")
number = 0
while True:
    number += 1
    row = Unfinished("session", "session", now.wall.isoformat(), "content", f'{{"at": {number}}}')
    journal.keep_unfinished(row)
    say("step", number)
    log = entry(PainLog(number % 11, note="n" * (number % 400)))
    journal.append([log])
    say("kept", log.id)
    on = entry(PackOn(PackKind.COLD, 12, now.stamp))
    journal.append([on])
    say("kept", on.id)
    off = entry(PackOff(on.id, PackKind.COLD, Ended.OFF, now.stamp, None, None))
    done = entry(SessionDone("ease", 60.0, {"walk": 60.0}, End.STOPPED))
    journal.append([off, done], finishes="session")
    say("kept", off.id)
    say("kept", done.id)
"""


def ids_in(journal: Journal) -> set[str]:
    return {row.id for row in journal.every_row()}


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_whatever_was_told_is_there_after_a_kill(folder: Path, seed: int) -> None:
    told: list[str] = []
    step = 0
    lines = random.Random(seed).randrange(1, 120)  # noqa: S311 - no secret
    copy = Copy(folder, AT_WORK)
    assert "ready" == copy.hear()
    for _ in range(lines):
        what, name = copy.hear().split()
        if what == "kept":
            told.append(name)
        else:
            step = int(name)
    last = [line.split() for line in copy.kill()]
    told += [words[1] for words in last if words[:1] == ["kept"] and len(words[1:]) == 1]

    journal = open_journal(folder, NOW)
    assert set(told) <= ids_in(journal)
    assert not journal.troubles
    kept = journal.unfinished("session")
    assert len(kept) <= 1
    if kept:
        assert int(kept[0].state.removeprefix('{"at": ').removesuffix("}")) >= step
    journal.close()
    found = survey(folder)
    assert (False, ()) == (found.damaged, found.troubles)

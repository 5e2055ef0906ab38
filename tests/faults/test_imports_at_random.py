"""An export with anything wrong in it: refused whole in one line, or read like any other."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.faults.at_work import AtWork, WildClock, begin_a_record
from tests.faults.mutations import changed, other_value
from tests.faults.tally import FUZZ, Tally, often
from tests.journeys.houses import CONTENT, FakeClock, house_at, record_of

from unspasm.domain.clinician_values import Wanted
from unspasm.journal.records import Row, body_text
from unspasm.journal.table import table_lines
from unspasm.journal.transfer import ImportRefusedError, export_lines, import_lines
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackKeeper
from unspasm.journeys.report import report_of
from unspasm.journeys.today import body_today
from unspasm.report import Format, write_page
from unspasm.words import read_words

NewFolder = Callable[[], Path]
WORDS = read_words(CONTENT)
AT_ONCE = 40
"""Imports in one test."""


@pytest.fixture(scope="module")
def export(quick_folder: Path) -> list[str]:
    """An export of somebody who has done everything that there is to do."""
    folder, chance = quick_folder / "exported", Random(0)  # noqa: S311
    begin_a_record(folder)
    person = AtWork(folder, chance, lambda _line: None, WildClock())
    for _ in range(12):
        person.do("check", "log", "session", "pack")
    lines = list(export_lines(record_of(person.house)))
    person.house.close()
    return lines


def forged(chance: Random, line: str) -> str:
    """Change something in an entry, and let its checksum fit."""
    try:
        raw: dict[str, Any] = json.loads(line)
        key = "body" if chance.random() < 0.8 else chance.choice(sorted(raw))
        raw[key] = other_value(chance, raw[key])
        columns = [raw[name] for name in ("id", "at", "kind", "version", "target")]
        row = Row._make([*columns, "", 0, body_text(raw["body"])]).with_lock(raw["lock"])
    except (KeyError, TypeError, ValueError):  # it was broken already
        return line
    return json.dumps({**raw, "crc32": row.crc})


def with_something_wrong(chance: Random, lines: list[str]) -> list[str]:
    """Return the lines of an export with something wrong in them."""
    lines = list(lines)
    for _ in range(chance.choice([1, 1, 1, 2, 4])):
        place = chance.randrange(len(lines))
        match chance.randrange(8):
            case 0:
                del lines[place]
            case 1:
                lines.insert(chance.randrange(len(lines) + 1), lines[place])
            case 2:
                lines[place] = changed(chance, lines[place]).decode(errors="replace")
            case _:
                place = chance.randrange(1, len(lines)) if len(lines) > 1 else 0
                lines[place] = forged(chance, lines[place])
        if not lines:
            return [""]
    return lines


def read_everything(house: House) -> None:
    """Read the record as each screen and each command does."""
    house.home()
    house.course()
    house.episode()
    house.notice()
    house.spasm_now()
    keeper = PackKeeper(house, lambda _cues, _pack: None)
    keeper.look()
    keeper.rests_until()
    body_today(house, floor=True)
    page = report_of(house, Wanted())
    for wanted in Format:
        assert write_page(page, wanted, WORDS, "1")
    assert list(table_lines(record_of(house)))
    assert () == house.troubles


@pytest.mark.parametrize("seed", often(2, 60))
def test_whatever_is_wrong_with_an_export_it_is_refused_whole_or_can_be_read(
    new_folder: NewFolder, tally: Tally, export: list[str], seed: int
) -> None:
    chance, clock = Random(seed), FakeClock()  # noqa: S311
    clock.advance(days=chance.choice([0, 1, 400]))
    folder = new_folder()
    begin_a_record(folder)
    house = house_at(folder, clock)
    for _ in range(AT_ONCE):
        before = list(record_of(house).every_row())
        with tally("exports to import", table=FUZZ):
            try:
                import_lines(record_of(house), with_something_wrong(chance, export), clock())
            except ImportRefusedError as error:
                refused = str(error)
            else:
                refused = ""
            if refused:
                assert refused.startswith("line ")
                assert refused.isprintable()
                assert before == list(record_of(house).every_row())
            else:
                read_everything(house)
                house.close()
                folder = new_folder()
                begin_a_record(folder)
                house = house_at(folder, clock)
    house.close()

"""Progress and the page for a clinician on the full screen."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from tests.screens.conftest import Person, Visit
from tests.screens.golden import compare
from tests.screens.test_log_screens import logs_in
from tests.screens.test_pack_refused import colours
from tests.seeds import coached, put_on

from unspasm.domain.entries import Body, Entry, EpisodeOver
from unspasm.domain.log_entries import Area, Helped, PainLog, Side, Spot
from unspasm.journeys.house import House

BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
NOTE = "after [red]gardening[/red]"


def before(house: House, days: float, body: Body) -> Entry:
    """Return an entry of so many days ago."""
    moment = house.clock()
    return Entry(str(uuid4()), moment.wall - timedelta(days=days), moment.utc_offset, body)


def a_spasm(house: House) -> None:
    """Ten days of pain that falls, two of them without a word."""
    coached(house)
    spots = frozenset({Spot(Area.LOWER, Side.LEFT)})
    logs = [
        before(house, days, PainLog(
            pain,
            spots=spots,
            helped=frozenset({Helped.HEAT} if pain < 6 else ()),
            not_helped=frozenset({Helped.COLD} if days == 7 else ()),
            note=NOTE if days == 1 else "",
        ))
        for days, pain in zip(range(9, 0, -1), (7, 7, 6, 7, 6, 5, 4, 3, 3), strict=True)
        if days not in {6, 4}
    ]  # fmt: skip
    assert house.append(logs)


async def read_all(person: Person) -> str:
    """All of a page that scrolls, from where it stands, as running text."""
    said = person.says
    for _ in range(16):
        await person.press("pagedown", after=0)
        said += f" {person.says}"
    return said


def bottom(person: Person) -> str:
    """The last two lines."""
    return " ".join(person.text.splitlines()[-2:])


# --- progress -------------------------------------------------------------------------------------


@BOTH_SIZES
async def test_progress_looks_as_agreed(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size, seed=a_spasm) as person:
        await person.press("6")
        assert "ProgressScreen" == person.screen
        compare(f"progress-{size[0]}x{size[1]}", person.text)
        await person.press("pagedown")
        compare(f"progress-weeks-{size[0]}x{size[1]}", person.text)


@BOTH_SIZES
async def test_under_the_pictures_the_same_is_said_in_words(
    visit: Visit, size: tuple[int, int]
) -> None:
    async with visit(size, seed=a_spasm) as person:
        await person.press("6")
        said = await read_all(person)
    assert "Pain has gone from 7 to" in said
    assert "you told of pain from 3 to 7" in said.replace("In this spasm ", "")
    assert "Heat: you said that it helped" in said


async def test_with_nothing_told_it_says_so(visit: Visit) -> None:
    async with visit() as person:
        await person.press("6")
        said = await read_all(person)
    assert "Nothing told yet. A picture grows here from what you log." in said
    assert "Nothing told yet of what you tried." in said


async def test_r_shows_more_days_and_comes_round_again(visit: Visit) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press("6")
        shown = [person.text]
        for _ in range(4):
            await person.press("r")
            shown.append(person.text)
    assert 4 == len(set(shown))
    assert shown[0] == shown[4]
    assert "Nov" in shown[3]


async def test_a_adds_the_average_as_no_forecast_and_takes_it_away(visit: Visit) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press("6")
        plain = person.text
        await person.press("a")
        assert "·" in person.text
        assert "not a forecast for you" in await read_all(person)
        await person.press(*["pageup"] * 4, "a")
        assert plain == person.text


async def test_a_without_a_spasm_says_why_there_is_none(visit: Visit) -> None:
    async with visit() as person:
        await person.press("6", "a")
        assert "The average is drawn from the day a spasm began." in await read_all(person)


async def test_u_takes_the_last_log_out_once_it_is_said_which(visit: Visit) -> None:
    async with visit(seed=a_spasm) as person:
        count = len(logs_in(person.house))
        await person.press("6")
        shown = person.text
        await person.press("u")
        person.shows("Take this log out of the record? Pain 3 of 10, yesterday")
        await person.press("2")
        assert (count, []) == (len(logs_in(person.house)), person.told)
        await person.press("u", "1")
        assert ["Taken out of the record again."] == person.told
        assert count - 1 == len(logs_in(person.house))
        assert shown != person.text


async def test_u_with_nothing_told_says_so(visit: Visit) -> None:
    async with visit(seed=coached) as person:
        await person.press("6", "u")
        assert ["There is no log to take out."] == person.told


async def test_after_the_end_of_a_spasm_progress_still_shows_it(visit: Visit) -> None:
    def seed(house: House) -> None:
        a_spasm(house)
        assert house.append([house.entry(EpisodeOver())])

    async with visit(seed=seed) as person:
        await person.press("6")
        said = await read_all(person)
    assert "No spasm with a number for its pain goes on now." in said
    assert "the spasm was over" in said


async def test_why_names_the_studies_of_the_average(visit: Visit) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press("6", "i")
        person.shows("The prognosis of acute and persistent low-back pain")


async def test_help_says_what_the_keys_of_progress_do(visit: Visit) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press("6", "question_mark")
        said = await read_all(person)
    for words in ("4, 9, 26 or 52 weeks", "no forecast", "Take the last log out again."):
        assert words in said


@pytest.mark.parametrize("keys", [("6",), ("6", "u"), ("6", "question_mark"), ("8",), ("8", "n"),
                                  ("6", "p"), ("6", "i")])  # fmt: skip
async def test_worse_leads_to_a_check(visit: Visit, keys: tuple[str, ...]) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press(*keys, "exclamation_mark")
        assert "CheckScreen" == person.screen
        person.shows("Check 1 of")


@pytest.mark.parametrize("place", ["6", "8"])
async def test_q_quits_and_escape_goes_home(visit: Visit, place: str) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press(place, "escape")
        assert "HomeScreen" == person.screen
        await person.press(place, "q")
        assert (True, 0) == (person.app._exit, person.app.return_code)


@pytest.mark.parametrize(("place", "keys"), [
    ("6", ("r range", "a average", "p page", "u undo", "esc home", "! worse", "? help", "q quit")),
    ("8", ("s save", "n notes or not", "esc back", "! worse", "? help", "q quit")),
])  # fmt: skip
async def test_every_key_of_the_footer_can_be_read_at_80(
    visit: Visit, place: str, keys: tuple[str, ...]
) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press(place)
        person.shows(*keys)


@pytest.mark.parametrize("place", ["6", "8"])
async def test_the_window_may_change_its_size_meanwhile(visit: Visit, place: str) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press(place)
        before = person.text
        for size in [(40, 12), (20, 6), (3, 2), (200, 50), (80, 24)]:
            await person.pilot.resize_terminal(*size)
            await person.settle()
        assert before == person.text


@pytest.mark.parametrize("place", ["6", "8"])
async def test_a_pack_keeps_its_strip_and_its_alarm_comes_over_it(visit: Visit, place: str) -> None:
    def seed(house: House) -> None:
        a_spasm(house)
        put_on(house)

    async with visit(seed=seed) as person:
        await person.press("escape", place, after=0)
        plain = person.screen
        assert plain in {"ProgressScreen", "ReportScreen"}
        await person.later(60)
        assert "cold" in person.text.splitlines()[0].lower()
        await person.later(12 * 60)
        assert ("PackScreen", True) == (person.screen, person.bells > 0)


@pytest.mark.parametrize("keys", [("6",), ("6", "a", "r"), ("8",), ("5", "5", "enter")])
async def test_no_colour_sends_none(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with visit(seed=a_spasm) as person:
        await person.press(*keys)
        assert set() == colours(person)


# --- the page -------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the page is saved unless it is said otherwise."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@BOTH_SIZES
async def test_the_page_looks_as_agreed(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size, seed=a_spasm) as person:
        await person.press("8")
        assert "ReportScreen" == person.screen
        compare(f"report-{size[0]}x{size[1]}", person.text)


@BOTH_SIZES
async def test_the_page_is_shown_without_marks_and_whole(
    visit: Visit, size: tuple[int, int]
) -> None:
    async with visit(size, seed=a_spasm) as person:
        await person.press("8")
        said = await read_all(person)
    for words in ("Reported by the person. Not a diagnosis.", "Warning signs ticked", NOTE):
        assert words in said
    for mark in ("**", "```", "##", "\\"):
        assert mark not in said


async def test_the_picture_stands_only_where_it_fits_in_one_piece(visit: Visit) -> None:
    async with visit((79, 24), seed=a_spasm) as person:
        await person.press("8")
        assert "10┤" not in await read_all(person)
    async with visit((80, 24)) as person:
        await person.press("8")
        rows = [row for row in person.text.splitlines() if row.startswith(" 10┤")]
        assert 1 == len(rows)


async def test_n_leaves_the_notes_out_and_takes_them_in_again(visit: Visit) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press("8", "n")
        person.shows("Left out by the person: notes.", "Without your notes.")
        assert NOTE not in await read_all(person)
        await person.press("n")
        person.shows("With your notes.")
        assert "Left out" not in person.says
        assert NOTE in await read_all(person)


@pytest.mark.parametrize(("ending", "begins"), [
    (".html", "<!DOCTYPE html>"), (".md", "# Back pain"), (".json", "{"), (".JSON", "{"),
])  # fmt: skip
async def test_s_saves_it_as_a_private_file_in_the_form_of_its_name(
    visit: Visit, folder: Path, ending: str, begins: str
) -> None:
    target = folder / f"page{ending}"
    async with visit(seed=a_spasm) as person:
        await person.press("8", "s")
        person.app.screen.query_one("Input").value = str(target)  # type: ignore[attr-defined]
        await person.press("enter")
        person.shows("Written to", "It holds health data")
    assert target.read_text(encoding="utf-8").lower().startswith(begins.lower())
    if os.name == "posix":
        assert 0o600 == target.stat().st_mode & 0o777


async def test_a_name_is_offered_and_nothing_is_overwritten(visit: Visit, folder: Path) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press("8", "s", "enter")
        assert (folder / "back-pain-page-2026-11-21.html").is_file()
        await person.press("s", "enter")
        person.shows("is there already")
        await person.press("s", "escape")
        assert "ReportScreen" == person.screen


@pytest.mark.parametrize("name", ["/nowhere/at/all/x.html", "~nobody-here/x.html", "a\0b.html"])
async def test_what_cannot_be_written_is_said(visit: Visit, name: str) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press("8", "s")
        person.app.screen.query_one("Input").value = name  # type: ignore[attr-defined]
        await person.press("enter")
        assert "ReportScreen" == person.screen
        person.shows("could not be written")


async def test_with_nothing_to_tell_there_is_nothing_to_save(visit: Visit) -> None:
    async with visit() as person:
        await person.press("8")
        person.shows("There is nothing to tell of these days.")
        await person.press("s", "n")
        assert "ReportScreen" == person.screen
        assert "s save" not in person.says


async def test_from_progress_the_page_leads_back_to_progress(visit: Visit) -> None:
    async with visit(seed=a_spasm) as person:
        await person.press("6", "p")
        assert "ReportScreen" == person.screen
        await person.press("escape")
        assert "ProgressScreen" == person.screen
        await person.press("escape")
        assert "HomeScreen" == person.screen


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)])
@pytest.mark.parametrize("seed", [coached, a_spasm])
async def test_no_row_is_wider_than_the_window(
    visit: Visit, size: tuple[int, int], seed: Callable[[House], None]
) -> None:
    async with visit(size, seed=seed) as person:
        for place in ("6", "8"):
            await person.press(place)
            said = await read_all(person)
            assert said
            assert all(len(row) <= size[0] for row in person.text.splitlines())
            await person.press("escape")

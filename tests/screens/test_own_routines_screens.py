"""Routines of one's own on the full screen: made, changed, shared, started; `!` always works."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.own import BRIDGE, CHAIR, HEAD, put_files
from tests.screens.conftest import Person, Visit
from tests.screens.golden import compare
from tests.screens.test_session_screens import NOTHING_NEW, state_of
from tests.seeds import coached, say

from unspasm.domain.own_routines import (
    OwnExercise,
    OwnRoutine,
    Sides,
)
from unspasm.domain.stretches import Dose, Place
from unspasm.flows.palette import everything
from unspasm.journeys.house import House

_KEYS = {" ": "space", ",": "comma", "/": "slash", ".": "full_stop", "_": "underscore",
         "-": "minus", "(": "left_parenthesis", ")": "right_parenthesis"}  # fmt: skip


async def typed(person: Person, text: str) -> None:
    """Type a line, and Enter."""
    for one in text:
        await person.pilot.press(_KEYS.get(one, one))
    await person.press("enter")


async def filled(person: Person, text: str) -> None:
    """Put a text into the field that is asked for, and press Enter."""
    person.app.screen.query_one("Line").value = text  # type: ignore[attr-defined]
    await person.press("enter")


def with_files(home: Path, **files: str) -> Callable[[House], None]:
    """Somebody who was asked everything, with these routines."""

    def seed(house: House) -> None:
        coached(house)
        put_files(house, home, files)

    return seed


def kept(person: Person) -> dict[str, OwnRoutine]:
    """The routines that are kept."""
    return dict(person.house.shelf.read().routines)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
async def test_a_programme_on_paper_is_typed_in_and_kept(
    visit: Visit, home: Path, size: tuple[int, int]
) -> None:
    async with visit(size, seed=with_files(home)) as person:
        await person.press("r")
        person.shows("Your own routines", "None yet.")
        await person.press("n", "t")
        await filled(person, "bridge 10 x 3, hold 5 s")
        await filled(person, "Heel slides 10 times each side")
        assert "ExerciseScreen" == person.screen
        await person.press("6", "2")
        person.shows("Where: lying on your back")
        await person.press("enter", "enter")
        assert "RoutineScreen" == person.screen
        compare(f"own-routine-{size[0]}x{size[1]}", person.text)
        await person.press("s")
        await filled(person, "Home programme")
        person.shows("Home programme 7:30 of 20:00", "Kept: Home programme.")
        bridge, heel = kept(person)["home_programme"].steps
        assert Dose(5, 10, 5, 3, 30) == bridge.dose
        assert (OwnExercise("Heel slides", place=Place.BACK), Sides.BOTH) == (
            heel.exercise,
            heel.sides,
        )
        await person.press("escape")
        compare(f"own-routines-{size[0]}x{size[1]}", person.text)


async def test_letters_typed_into_a_line_are_letters_but_worse_is_worse(
    visit: Visit, home: Path
) -> None:
    async with visit(seed=with_files(home)) as person:
        await person.press("r", "n", "t")
        await typed(person, "quad sets 5 x")
        assert "ExerciseScreen" == person.screen
        for keys in (("enter",), ("a",), ("d", "2")):
            await person.press(*keys, "exclamation_mark")
            assert "CheckScreen" == person.screen, keys
            await person.press("escape", "1", "r")
            assert "RoutineScreen" == person.screen, keys
            person.shows("quad sets (not in the library)")


async def test_doses_and_order_change_by_keys_and_the_total_with_them(
    visit: Visit, home: Path
) -> None:
    async with visit(seed=with_files(home, mine=HEAD + BRIDGE + CHAIR)) as person:
        await person.press("r", "e")
        person.shows("Mine 6:45 of 20:00", "[hold 5 s], 10 times")
        await person.press("plus")
        person.shows("[hold 6 s]", "7:15 of 20:00")
        await person.press("right", "minus")
        person.shows("[9 times]")
        await person.press("enter")
        await filled(person, "4 x 2")
        person.shows("Bridge: hold 6 s, [4 times], 2 sets")
        await person.press("down", "k", "x")
        person.shows("Taken out: Arm reach (not in the library).")
        await person.press("a", "space", "down", "space", "enter")
        person.shows("2 Position of ease", "3 > Foam roller")
        await person.press("g")
        await filled(person, "Ann")
        person.shows("From Ann.")
        await person.press("escape")
        person.shows("Leave? What you changed is not kept yet.")
        await person.press("2", "s")
        routine = kept(person)["mine"]
        assert "Ann" == routine.given_by
        assert ["bridge", "position_of_ease", "roller"] == [one.id for one in routine.steps]


async def test_what_passes_twenty_minutes_is_told_and_not_kept(visit: Visit, home: Path) -> None:
    async with visit(seed=with_files(home)) as person:
        await person.press("r", "n", "t")
        await filled(person, "walk 20 min")
        await filled(person, "knee")
        person.shows("Which one is knee?")
        await person.press("2")
        await filled(person, "10 x 500")
        person.shows("Not understood, so left out: 10 x 500")
        await filled(person, "bridge 500 x")
        person.shows("Not possible: Bridge")
        await filled(person, "walk")
        person.shows("Walk is in it already.")
        await filled(person, "")
        person.shows("and 20:00 is the most")
        await person.press("s")
        await filled(person, "Long")
        assert {} == kept(person)


async def test_one_is_started_from_the_list_through_every_question(
    visit: Visit, home: Path
) -> None:
    async with visit(seed=with_files(home, mine=HEAD + CHAIR)) as person:
        await person.press("r", "enter")
        person.shows("New or worse")
        await person.press(*NOTHING_NEW)
        assert ("SessionScreen", "mine") == (person.screen, state_of(person).routine)
        person.shows("Mine 1 of 1", "Arm reach")


async def test_the_choice_has_them_marked_and_leads_to_them(visit: Visit, home: Path) -> None:
    files = {f"r{number}": HEAD.replace("ine", f"{number}") + CHAIR for number in range(7)}
    files = {name: text.replace('"m', '"r', 1) for name, text in files.items()}
    async with visit(seed=with_files(home, **files)) as person:
        await person.press("3", *NOTHING_NEW, "c")
        person.shows("2 [ ] M0 (yours) 38 seconds, no floor, chair", "c [x] If bending is worse")
        await person.press("r")
        person.shows("Your own routines")
        await person.press("escape", "2", "2")
        assert "r0" == state_of(person).routine


async def test_one_is_copied_printed_removed_and_added_again(
    visit: Visit, home: Path, tmp_path: Path
) -> None:
    copy, page = tmp_path / "copy.toml", tmp_path / "page.html"
    async with visit(seed=with_files(home, mine=HEAD + CHAIR, bad="id = 7\n")) as person:
        await person.press("r")
        person.shows("Cannot be used: ")
        await person.press("c")
        await filled(person, str(copy))
        person.shows("Written to ")
        await person.press("p")
        await filled(person, str(page))
        await person.press("x", "1")
        person.shows("Removed: Mine.")
        await person.press("a")
        await filled(person, str(copy))
        person.shows("Added: Mine.")
        assert ["mine"] == list(kept(person))
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


async def test_the_palette_leads_to_them(visit: Visit, home: Path) -> None:
    async with visit(seed=with_files(home, mine=HEAD + CHAIR)) as person:
        titles = {one.title: one.do for one in everything(person.app, person.app.screen)}
        assert "Routine: Mine (yours)" in titles
        titles["Your own routines"]()
        await person.settle()
        assert "RoutinesScreen" == person.screen


async def test_while_sessions_are_closed_the_list_is_not_there(visit: Visit, home: Path) -> None:
    def young(house: House) -> None:
        with_files(home, mine=HEAD + CHAIR)(house)
        say(house, replace(house.status().about, year_of_birth=2014))

    async with visit(seed=young) as person:
        await person.press("r")
        assert "PackCardScreen" == person.screen

"""Routines of one's own line by line: typed in from paper, changed, shared, started."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.own import BRIDGE, CHAIR, HEAD, put_files
from tests.plain.talking import WORDS, Talk
from tests.seeds import coached, say

from unspasm.domain.own_routines import OwnExercise, Sides
from unspasm.domain.stretches import Direction, Dose, Place
from unspasm.journeys.house import House

OWN = WORDS.own
AWAY = ("q", "q")
"""From the list to Home, and away."""


@pytest.fixture
def files(house: House, folder: Path) -> Path:
    """The folder of the routines of somebody who was asked everything."""
    coached(house)
    return put_files(house, folder, {})


def test_a_programme_on_paper_is_typed_in(talk: Talk, files: Path) -> None:
    said = talk.app(
        "r", "m", "Home programme", "bridge 10 x 3, hold 5 s", "Heel slides 10 times each side",
        "2", "Lie down. Slide one heel.", "6", "2", "7", "3", "8", "2", "9", "my physio", "",
        "s", "q", *AWAY,
    )  # fmt: skip
    routine = talk.house.shelf.read().routines["home_programme"]
    bridge, heel = routine.steps

    assert Dose(5, 10, 5, 3, 30) == bridge.dose
    assert heel.exercise == OwnExercise(
        "Heel slides", ("Lie down.", "Slide one heel."), place=Place.BACK, strength=False,
        back=Direction.NEUTRAL, given_by="my physio",
    )  # fmt: skip
    assert (Dose(4, 10, 0), Sides.BOTH) == (heel.dose, heel.sides)
    assert "1. Home programme: 7:30, 2 exercises" in said
    assert OWN.saved.format(name="Home programme") in said


def test_a_name_that_may_be_ours_is_asked_about(talk: Talk, files: Path) -> None:
    said = talk.app("r", "m", "Mine", "knee to chest 3 x", "1", "s", "", *AWAY)

    assert "Which one is knee to chest?" in said
    assert "single_knee_to_chest" == talk.house.shelf.read().routines["mine"].steps[0].stretch


def test_a_routine_is_changed_line_by_line(talk: Talk, files: Path) -> None:
    put_files(talk.house, files.parent, {"mine": f"# by hand\n{HEAD}{BRIDGE}{CHAIR}"})
    said = talk.app(
        "r", "e1", "1 8 x 2, hold 6 s", "u2", "x 9", "d2", "a", "1 3", "x3", "r", "Other", "f",
        "Ann", "o", "Daily.", "9 5 x", "1 500 x", "1", "bridge 3 x", "s", "q", *AWAY,
    )  # fmt: skip
    routine = talk.house.shelf.read().routines["mine"]

    assert (files / "mine.toml").read_text(encoding="utf-8").startswith("# by hand\n")
    assert ("Other", "Ann", "Daily.") == (routine.name, routine.given_by, routine.note)
    assert ["own.arm_reach", "bridge"] == [one.id for one in routine.steps][:2]
    assert 3 == len(routine.steps)
    assert Dose(6, 8, 5, 2, 30) == routine.steps[1].dose
    assert said.count("There is no number 9 here.") == 2
    for words in ("Not possible: ", "Bridge is in it already.", "Taken out: ", "left out: 1"):
        assert words in said


def test_what_is_not_kept_is_asked_about_and_too_long_is_told(talk: Talk, files: Path) -> None:
    said = talk.app(
        "r", "m", "Mine", "walk 20 min", "cat and cow", "s", "q", "n", "q", "y", *AWAY
    )  # fmt: skip

    assert "and 20:00 is the most" in said
    assert said.count(OWN.leave_ask) == 2
    assert {} == talk.house.shelf.read().routines


@pytest.mark.parametrize("worse", ["!", "w"])
def test_worse_leads_to_the_signs_from_every_question_and_loses_nothing(
    talk: Talk, files: Path, worse: str
) -> None:
    said = talk.app("r", "m", "Mine", "bridge", worse, "q", "r", "s", "", *AWAY)

    assert WORDS.plain.left in said
    assert ["bridge"] == [one.id for one in talk.house.shelf.read().routines["mine"].steps]
    assert "Page 1 of" in talk.app("r", worse, "q", "q")
    assert "Page 1 of" in talk.app("r", "x1", worse, "q", "q")


def test_one_is_copied_printed_removed_and_added_again(
    talk: Talk, files: Path, tmp_path: Path
) -> None:
    put_files(talk.house, files.parent, {"mine": HEAD + CHAIR})
    copy, page = tmp_path / "copy.toml", tmp_path / "page.html"
    said = talk.app(
        "r", "c1", str(copy), "c1", str(copy), "p1", str(page), "x1", "n", "x1", "y",
        "a", str(tmp_path / "nowhere"), "a", "", "a", str(copy), "a", str(copy), "n", "7", "z",
        *AWAY,
    )  # fmt: skip

    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert ["mine"] == list(talk.house.shelf.read().routines)
    for words in (
        "is there already. Name another file.", "Removed: Mine.", "nowhere cannot be read",
        "Added: Mine.", "There is one with the id mine already.", "There is no number 7 here.",
    ):  # fmt: skip
        assert words in said


def test_files_with_faults_are_named_and_change_nothing(
    talk: Talk, files: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('id = "a/b"\n\x1b[31m', encoding="utf-8")
    (files / "broken.toml").write_text("id = 7\n", encoding="utf-8")
    said = talk.app("r", "a", str(bad), *AWAY)

    assert f"Cannot be used: {files / 'broken.toml'}:1: id: " in said
    assert f"{bad}:2: file: " in said


def test_to_start_one_asks_what_is_asked_before_every_session(talk: Talk, files: Path) -> None:
    put_files(talk.house, files.parent, {"mine": HEAD + CHAIR})

    for way in (("r", "1"), ("3", "0", "r", "1"), ("r", "e1", "t")):
        said = talk.app(*way, "q", "q")
        assert WORDS.check.leave_ask not in said
        assert said.rfind("New or worse") > said.find(OWN.title), said
    offered = talk.app("3", "0", "q", "q")
    assert "Mine (yours): 38 seconds, no floor, chair" in offered


def test_while_sessions_are_closed_the_list_is_not_there(talk: Talk, files: Path) -> None:
    put_files(talk.house, files.parent, {"mine": HEAD + CHAIR})
    say(talk.house, replace(talk.house.status().about, year_of_birth=2014))

    said = talk.app("r", "q")
    assert OWN.plain_list not in said
    assert WORDS.stretch.refused_under_16 in said
    assert "Mine" not in said


def test_what_waits_is_said_on_the_list(talk: Talk, files: Path) -> None:
    put_files(talk.house, files.parent, {"mine": HEAD + CHAIR + BRIDGE})
    assert OWN.closed_pregnant not in talk.app("r", "q", "q")
    say(talk.house, replace(talk.house.status().about, pregnancy="pregnant"))

    said = talk.app("r", "q", "q")
    assert OWN.closed_pregnant in said
    assert "2 exercises, 1 not now" in said

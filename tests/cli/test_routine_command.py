"""`unspasm routine`: list, show, print, check, add and remove, with the documented exits."""

import json
from pathlib import Path

import pytest
from tests.cli.running import ROOT, Said, call
from tests.journeys.houses import CATALOGUE, CONTENT, FakeClock, house_at
from tests.own import BRIDGE, CHAIR, HEAD

from unspasm.domain.answers import Answers
from unspasm.domain.assess import Reason
from unspasm.domain.entries import About, Body, Check
from unspasm.domain.locks import Lock
from unspasm.domain.urgency import Urgency
from unspasm.journeys.house import House
from unspasm.words import read_words

MINE = HEAD + 'from = "my physiotherapist"\nnote = "Twice a day."\n' + CHAIR + BRIDGE
OWN = read_words(CONTENT).own
KEYS = {"id", "name", "from", "note", "seconds", "steps"}
STEP_KEYS = {
    "id", "name", "in_library", "seconds", "repeats", "rest", "sets", "between", "sides", "floor",
    "strength", "steps", "closed",
}  # fmt: skip


@pytest.fixture(autouse=True)
def content_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the content once for all commands here."""
    monkeypatch.setattr(House, "catalogue", CATALOGUE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that somebody was given."""
    path = tmp_path / "from my physio (1).toml"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.fixture
def added(file: Path, home: Path) -> Path:
    """Where it is once it was added."""
    assert call("routine", "add", str(file)).code == 0
    return home / "routines" / "mine.toml"


def test_where_there_is_none_that_is_said(home: Path) -> None:
    said = call("routine", "list")

    assert (1, "") == (said.code, said.err)
    assert "unspasm routine add FILE" in said.out
    assert not (home / "routines").exists()
    assert {"routines": [], "faults": []} == json.loads(call("routine", "list", "--json").out)


def test_a_file_is_checked_and_nothing_is_kept(file: Path, home: Path) -> None:
    said = call("routine", "check", str(file))

    assert Said(0, f"{file}: no faults. Mine, 6:38 of 20:00.\n", "") == said
    assert not (home / "routines").exists()


def test_what_is_added_is_listed_shown_and_can_be_started(added: Path) -> None:
    assert added.is_file()
    assert call("routine", "list").out.split() == ["mine", "Mine", "6:38,", "2", "exercises"]
    shown = call("routine", "show", "mine").out
    for words in (
        "From my physiotherapist.", "Twice a day.", "6:38 in all",
        "1. Arm reach (not in the library)",
        "5 s each, 6 times", "2. Bridge: hold 5 s, 10 times, 3 sets", "Reach up with one arm.",
        "Stop, and check the warning signs, if:", "- the pain grows",
    ):  # fmt: skip
        assert words in shown
    assert "Mine (yours)" in call("stretch", "--list").out
    listed = json.loads(call("stretch", "--list", "--json").out)["routines"]
    assert [True] == [one["yours"] for one in listed if one["id"] == "mine"]
    assert "near it: mine" in call("stretch", "mien").complaint
    assert (1, "") == (call("stretch", "mine").code, call("stretch", "mine").err)


def test_the_json_has_the_documented_shape(added: Path) -> None:
    shown = json.loads(call("routine", "show", "mine", "--json").out)
    listed = json.loads(call("routine", "list", "--json").out)

    assert [shown] == listed["routines"]
    assert KEYS == set(shown)
    assert all(STEP_KEYS == set(one) for one in shown["steps"])
    assert [False, True] == [one["in_library"] for one in shown["steps"]]
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    section = text.partition("# `unspasm routine")[2]
    for key in KEYS | STEP_KEYS:
        assert f"`{key}`" in section


NUMB = Reason("saddle", "saddle", Urgency.EMERGENCY, Lock.ALL, "You are numb.", ())
FEVER = Reason("fever", "fever", Urgency.SAME_DAY, Lock.SESSIONS, "You are hot.", ())
LOCKED = {
    "an emergency": Check(Answers(38, 2, 3), Urgency.EMERGENCY, (NUMB,), complete=False),
    "a sign of today": Check(Answers(38, 2, 3), Urgency.SAME_DAY, (FEVER,), complete=True),
    "under 16": About(year_of_birth=2014, said_in=2026),
}


@pytest.mark.parametrize("body", LOCKED.values(), ids=LOCKED)
@pytest.mark.parametrize(
    "way", ["show mine", "show mine --html", "print mine", "show mine --json", "list --json"]
)
def test_while_sessions_are_closed_no_exercise_is_told_and_a_card_comes_instead(
    added: Path, home: Path, body: Body, way: str
) -> None:
    house = house_at(home, FakeClock())
    house.append([house.entry(body)])
    house.close()

    said = call("routine", *way.split())
    assert (3, "") == (said.code, said.err)
    assert said.out.strip()
    assert not [words for words in ("Arm reach", "Bridge", "Reach up") if words in said.out]
    assert call("routine", "list").code == 0


SEVERE = Reason("severe", "severe", Urgency.SAME_DAY, Lock.FLOOR, "It is bad.", ())
NO_FLOOR = {
    "closed_sign": Check(Answers(38, 2, 7), Urgency.SAME_DAY, (SEVERE,), complete=True),
    "closed_pregnant": About(year_of_birth=1990, said_in=2026, pregnancy="maybe_pregnant"),
    "closed_operation": About(unsuited=frozenset({"recent_operation"})),
}


@pytest.mark.parametrize(("why", "body"), NO_FLOOR.items(), ids=NO_FLOOR)
def test_what_waits_now_is_said_with_its_reason(
    added: Path, home: Path, why: str, body: Body
) -> None:
    house = house_at(home, FakeClock())
    house.append([house.entry(body)])
    house.close()

    said, not_now = getattr(OWN, why), "Not now: needs the floor."
    listed = call("routine", "list").out
    assert said in listed
    assert "2 exercises, 1 not now" in " ".join(listed.split())
    shown = call("routine", "show", "mine").out
    assert ["Mine", said] == shown.splitlines()[:2]
    assert 1 == shown.count(not_now)
    assert shown.index("2. Bridge") < shown.index(not_now)
    page = call("routine", "print", "mine").out
    assert said in page
    assert not_now in page
    steps = json.loads(call("routine", "show", "mine", "--json").out)["steps"]
    assert [None, "floor"] == [one["closed"] for one in steps]


def test_what_is_there_is_replaced_only_on_demand(added: Path, file: Path) -> None:
    before = added.read_bytes()
    file.write_text(HEAD + BRIDGE, encoding="utf-8")

    assert "--force" in call("routine", "add", str(file)).complaint
    assert before == added.read_bytes()
    assert 0 == call("routine", "add", "--force", str(file)).code
    assert before != added.read_bytes()


def test_a_routine_comes_in_through_a_pipe(home: Path) -> None:
    assert 0 == call("routine", "add", "-", typed=MINE).code
    assert (home / "routines" / "mine.toml").is_file()


@pytest.mark.parametrize("action", ["check", "add"])
@pytest.mark.parametrize(
    "text", ["", "x = [", HEAD + "[[step]]\n", MINE.replace("mine", "ease"), "\x00", "[" * 9000]
)
def test_every_fault_is_a_line_and_nothing_is_kept(
    tmp_path: Path, home: Path, action: str, text: str
) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(text, encoding="utf-8")
    said = call("routine", action, str(file))

    assert (2, "") == (said.code, said.out)
    assert said.err
    assert all(line.startswith(f"{file}:") for line in said.err.splitlines())
    assert not (home / "routines").exists()


@pytest.mark.parametrize("name", ["nowhere.toml", ".", "a\x00b"])
def test_a_file_that_cannot_be_read_is_one_line(name: str) -> None:
    assert "cannot be read" in call("routine", "check", name).complaint


def test_too_many_are_refused(home: Path, file: Path) -> None:
    folder = home / "routines"
    folder.mkdir(parents=True)
    for number in range(14):
        (folder / f"r{number}.toml").write_text("", encoding="utf-8")
    said = call("routine", "add", str(file))

    assert (3, "") == (said.code, said.out)


@pytest.mark.parametrize("action", ["show", "print", "remove"])
@pytest.mark.parametrize("name", ["xyzzy", "../mine", "", "\x1b[31m"])
def test_one_that_there_is_not_is_nothing_found(added: Path, action: str, name: str) -> None:
    said = call("routine", action, name)

    assert (1, "") == (said.code, said.out)
    assert said.err.strip().isprintable()
    assert "mine" in call("routine", action, "mina").err


def test_one_whose_file_has_a_fault_says_which(added: Path) -> None:
    added.write_text("id = 7\n", encoding="utf-8")
    said = call("routine", "show", "mine")

    assert 2 == said.code
    assert f"{added}:1: id: " in said.err
    assert f"{added}:1: id: " in call("routine", "list").err


@pytest.mark.parametrize("words", [["show", "mine", "--html"], ["print", "mine"]])
def test_the_page_goes_to_the_screen_or_to_a_file_that_is_not_there(
    added: Path, tmp_path: Path, words: list[str]
) -> None:
    target = tmp_path / "page.html"
    page = call("routine", *words).out
    assert page.startswith("<!DOCTYPE html>")

    assert 0 == call("routine", *words, "-o", str(target)).code
    assert page == target.read_text(encoding="utf-8")
    assert "--force" in call("routine", *words, "-o", str(target)).complaint
    assert 0 == call("routine", *words, "-o", str(target), "--force").code
    nowhere = tmp_path / "no" / "page.html"
    assert "could not be written" in call("routine", *words, "-o", str(nowhere)).complaint


def test_options_that_do_not_go_together_are_refused(added: Path) -> None:
    assert "--html" in call("routine", "show", "mine", "-o", "x").complaint
    assert "--html" in call("routine", "show", "mine", "--html", "--json").complaint


@pytest.mark.parametrize(
    ("typed", "code", "there"), [("n\n", 1, True), ("", 1, True), ("y\n", 0, False)]
)
def test_removing_asks_first(added: Path, typed: str, code: int, *, there: bool) -> None:
    said = call("routine", "remove", "mine", typed=typed)

    assert (code, there) == (said.code, added.exists())
    assert "y or n" in said.out


def test_removing_without_asking(added: Path) -> None:
    assert Said(0, "Removed: mine.\n", "") == call("routine", "remove", "mine", "--yes")
    assert not added.exists()

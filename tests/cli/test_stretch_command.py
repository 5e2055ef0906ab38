"""`unspasm stretch` and `unspasm now` from a shell: the list, its JSON, and unknown words."""

import json
from pathlib import Path

import pytest
from tests.cli.running import ROOT, call, start
from tests.journeys.houses import CATALOGUE

from unspasm.domain.stretches import Recovery

ROUTINES = CATALOGUE.library.routines
KEYS = {
    "id",
    "name",
    "yours",
    "why",
    "recovery",
    "seconds",
    "floor",
    "stretches",
    "left_out",
    "sources",
}


def test_the_list_names_every_routine_with_what_it_takes() -> None:
    said = call("stretch", "--list")

    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert [line.split()[0] for line in lines] == list(ROUTINES)
    for line, routine in zip(lines, ROUTINES.values(), strict=True):
        assert routine.name in line
    (first_aid,) = [line for line in lines if line.startswith("first_aid ")]
    assert first_aid.endswith("2 minutes, no floor")


def test_the_list_as_json_has_the_documented_shape() -> None:
    said = call("stretch", "--list", "--json")

    assert (said.code, said.err) == (0, "")
    body = json.loads(said.out)
    assert list(body) == ["routines"]
    assert [one["id"] for one in body["routines"]] == list(ROUTINES)
    for one in body["routines"]:
        assert set(one) == KEYS
        assert one["recovery"] in {phase.value for phase in Recovery}
        assert isinstance(one["floor"], bool)
        assert 0 <= one["seconds"] <= 1200
        out = [left["id"] for left in one["left_out"]]
        assert sorted([*one["stretches"], *out]) == sorted(ROUTINES[one["id"]].stretches)
        assert all(set(left) == {"id", "why", "say"} for left in one["left_out"])


def test_the_keys_of_the_json_are_those_of_the_documents() -> None:
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    section = text.partition("# `unspasm stretch --list --json`")[2]

    assert section
    for key in KEYS:
        assert f"`{key}`" in section


@pytest.mark.parametrize(
    ("name", "near"),
    [("eas", "ease"), ("lossen", "loosen"), ("firstaid", "first_aid"), ("desk", "desk_break")],
)
def test_an_unknown_routine_is_one_line_with_the_names_near_it(name: str, near: str) -> None:
    complaint = call("stretch", name).complaint

    assert complaint.startswith("unspasm stretch: ")
    assert repr(name) in complaint
    assert near in complaint


@pytest.mark.parametrize("name", ["xyzzy", "", "\x1b[31m", "a\nb", "EASE" * 50])
def test_a_name_near_nothing_points_to_the_list(name: str) -> None:
    complaint = call("stretch", name).complaint

    assert "unspasm stretch --list" in complaint


def test_an_unknown_routine_ends_its_process_with_2(home: Path) -> None:
    assert "ease" in start("stretch", "--plain", "eas", home=home).complaint


@pytest.mark.parametrize("words", [["stretch", "--json"], ["stretch", "ease", "--json"]])
def test_json_wants_the_list(words: list[str]) -> None:
    assert "--list" in call(*words).complaint


@pytest.mark.parametrize(
    "words",
    [["stretch", "ease", "loosen"], ["now", "ease"], ["now", "--list"], ["stretch", "--lis"]],
)
def test_words_it_does_not_know_are_one_clear_line(words: list[str]) -> None:
    assert call(*words).complaint.endswith("(try --help)")


@pytest.mark.parametrize("command", ["stretch", "now"])
def test_help_says_what_it_does(command: str) -> None:
    said = call(command, "--help")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"usage: unspasm {command}")
    assert "--plain" in said.out


def test_the_help_of_all_names_both() -> None:
    said = call("--help").out

    assert "\n    stretch " in said
    assert "\n    now " in said


@pytest.mark.parametrize("words", [["stretch"], ["stretch", "ease"], ["now"]])
def test_with_nothing_to_read_it_is_not_finished(words: list[str]) -> None:
    said = call(*words)

    assert (said.code, said.err) == (1, "")

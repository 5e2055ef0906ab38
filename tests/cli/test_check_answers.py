"""`check --answers`, to the letter."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import EXAMPLES, call, start, text_of

from unspasm.clock import now
from unspasm.domain.entries import About, Check, Seen
from unspasm.journal import FILE, open_journal

CARD_KEYS = {
    "urgency", "id", "level", "heading", "act", "why", "say", "meanwhile", "tonight",
    "call_now_if_heading", "call_now_if", "cannot_phone", "seen_anyway", "check_again", "notes",
    "sources",
}  # fmt: skip


def answer(text: bytes | str, *more: str) -> dict[str, Any]:
    """Ask for JSON; return what was printed."""
    said = call("check", "--answers", "-", "--json", *more, typed=text)
    assert said.err == ""
    found = json.loads(said.out)
    assert isinstance(found, dict)
    return found


def kept(home: Path, kind: type) -> list[object]:
    """What stands in the record."""
    journal = open_journal(home, now())
    try:
        return [entry.body for entry in journal.for_care() if isinstance(entry.body, kind)]
    finally:
        journal.close()


# --- what comes out -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "urgency", "code"),
    [
        ({}, "self_care", 0),
        ({"days": 8, "trend": "unknown"}, "routine", 10),
        ({"yes": ["night_sweats"]}, "soon", 20),
        ({"yes": ["fever"]}, "same_day", 30),
        ({"yes": ["saddle_numb"]}, "emergency", 40),
        ({"age": 15}, "soon", 20),
    ],
)
def test_the_exit_code_is_the_urgency(changed: dict[str, object], urgency: str, code: int) -> None:
    plain = call("check", "--answers", "-", typed=text_of(**changed))
    found = call("check", "--answers", "-", "--json", typed=text_of(**changed))

    assert (code, code) == (plain.code, found.code)
    assert json.loads(found.out)["urgency"] == urgency


def test_the_json_has_exactly_its_keys() -> None:
    found = answer(text_of(yes=["fever", "night_sweats"]))

    assert found.keys() == {"urgency", "reasons", "card"}
    assert found["card"].keys() == CARD_KEYS
    assert found["reasons"]
    for reason in found["reasons"]:
        assert reason.keys() == {"sign", "urgency", "because", "sources"}
        assert reason["sources"]
        assert isinstance(reason["because"], str)
    assert found["card"]["urgency"] == found["urgency"]


def test_the_most_urgent_reason_comes_first() -> None:
    reasons = answer(text_of(yes=["night_sweats", "fever", "saddle_numb"]))["reasons"]

    order = ["self_care", "routine", "soon", "same_day", "emergency"]
    ranks = [order.index(reason["urgency"]) for reason in reasons]
    assert ranks == sorted(ranks, reverse=True)
    assert reasons[0]["sign"] == "saddle"


def test_without_json_the_card_is_printed_as_lines() -> None:
    said = call("check", "--answers", "-", typed=text_of(yes=["saddle_numb"]))

    assert said.out.startswith("EMERGENCY. Get help now.\n")
    assert said.err == ""


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.json")), ids=lambda file: file.stem)
def test_every_example_in_the_docs_runs(file: Path) -> None:
    expected = {
        "fever-not-sure": 30,
        "first-day": 10,
        "getting-better": 0,
        "numb-between-the-legs": 40,
    }

    assert expected[file.stem] == call("check", "--answers", str(file)).code
    assert expected[file.stem] == call("check", "--answers", str(file), "--json").code


def test_the_same_answers_come_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(text_of(yes=["fever"]), encoding="utf-8")

    piped = call("check", "--answers", "-", typed=text_of(yes=["fever"]))
    assert call("check", "--answers", str(file)) == piped


@pytest.mark.parametrize(
    ("country", "number"), [("GB", "999"), ("gb", "999"), ("AU", "000"), ("IE", "112")]
)
def test_the_card_names_the_number_of_the_country(country: str, number: str) -> None:
    found = answer(text_of(yes=["saddle_numb"]), "--country", country)

    assert number in found["card"]["act"][0]


def test_no_control_character_comes_out() -> None:
    said = call("check", "--answers", "-", "--country", "CI", typed=text_of(yes=["saddle_numb"]))

    assert all(one.isprintable() or one == "\n" for one in said.out)


# --- what the answers mean ------------------------------------------------------------------------


@pytest.mark.parametrize("days", [0, 0.0, 0.04, 2.5, 36_500, 1e-9, -0.0])
def test_days_may_be_a_fraction(days: float) -> None:
    assert answer(text_of(days=days))["urgency"] in {"self_care", "soon"}


def test_an_hour_ago_is_today() -> None:
    assert "today" in answer(text_of(days=0.04, yes=["fever"]))["card"]["say"]


def test_a_trend_left_out_is_not_known_and_counts_as_not_improving() -> None:
    left_out = answer(json.dumps({"age": 38, "days": 8, "pain": 5, "yes": []}))

    assert left_out == answer(text_of(days=8, trend="unknown"))
    assert left_out["urgency"] == answer(text_of(days=8, trend="not_improving"))["urgency"]
    assert left_out["urgency"] != answer(text_of(days=8, trend="improving"))["urgency"]


@pytest.mark.parametrize("fact", ["saddle_numb", "fever", "night_sweats"])
def test_not_sure_counts_as_yes_and_the_card_says_so(fact: str) -> None:
    unsure = answer(text_of(unsure=[fact]))
    sure = answer(text_of(yes=[fact]))

    assert unsure["urgency"] == sure["urgency"]
    assert unsure["reasons"] == sure["reasons"]
    assert any("(not sure)" in line for line in unsure["card"]["why"])
    assert any("Not sure counts as yes" in line for line in unsure["card"]["notes"])


@pytest.mark.parametrize("fact", ["saddle_numb", "fever", "night_sweats"])
def test_yes_wins_over_not_sure(fact: str) -> None:
    assert answer(text_of(yes=[fact], unsure=[fact])) == answer(text_of(yes=[fact]))


def test_a_fact_named_twice_counts_once() -> None:
    assert answer(text_of(yes=["fever", "fever"])) == answer(text_of(yes=["fever"]))


def test_facts_that_are_never_asked_are_known() -> None:
    found = answer(text_of(yes=["eased_by_otc_some", "buttock_thigh_ache_only"]))

    assert found["urgency"] == "self_care"
    assert not found["reasons"]


# --- what is kept ---------------------------------------------------------------------------------


def test_answers_alone_keep_nothing(home: Path) -> None:
    call("check", "--answers", "-", typed=text_of(yes=["saddle_numb"]))
    call("check", "--answers", "-", "--json", "--guest", typed=text_of(yes=["saddle_numb"]))

    assert not home.exists()


def test_recorded_answers_are_a_whole_check_and_the_age(home: Path) -> None:
    said = call("check", "--answers", "-", "--record", typed=text_of(yes=["fever"], days=0.5))

    assert said.code == 30
    (check,) = kept(home, Check)
    assert isinstance(check, Check)
    assert check.complete
    assert check.answers.yes == {"fever"}
    assert check.answers.days == 0.5
    (about,) = kept(home, About)
    assert isinstance(about, About)
    assert about.said_in is not None
    assert about.age_in(about.said_in) == 38


def test_home_shows_recorded_answers() -> None:
    call("check", "--answers", "-", "--record", typed=text_of(yes=["fever"]))
    said = call()

    assert said.code == 0
    assert "speak to a health professional today" in said.out


def test_recording_the_same_age_again_says_it_once(home: Path) -> None:
    for _ in range(2):
        call("check", "--answers", "-", "--record", typed=text_of())

    assert len(kept(home, Check)) == 2
    assert len(kept(home, About)) == 1


def test_recorded_answers_prints_the_same_json() -> None:
    text = text_of(yes=["fever"])

    assert answer(text, "--record") == answer(text)


def test_a_recorded_check_that_cannot_be_kept_still_answers_and_says_so(
    home: Path,
) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("a file where the folder should be", encoding="utf-8")
    said = call("check", "--answers", "-", "--record", typed=text_of(yes=["fever"]))

    assert said.code == 30
    assert said.out.startswith("TODAY. ")
    assert "nothing will be kept" in said.err
    assert len(said.err.splitlines()) == 1


def test_recording_settles_nothing(home: Path) -> None:
    call("check", "--answers", "-", "--record", typed=text_of(yes=["saddle_numb"]))
    call("check", "--answers", "-", "--record", typed=text_of())

    assert not kept(home, Seen)
    assert "get help now" in call().out


# --- in a process of its own ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (text_of(yes=["saddle_numb"]).encode(), 40),
        (b"\xff", 2),
        (b"[" * 60_000, 2),
    ],
    ids=["a verdict", "not UTF-8", "nested deeply"],
)
def test_the_exit_code_reaches_the_shell(typed: bytes, code: int, tmp_path: Path) -> None:
    said = start("check", "--answers", "-", home=tmp_path / "home", typed=typed)

    assert said.code == code
    assert len(said.err.splitlines()) == (code == 2)
    assert not (tmp_path / "home" / FILE).exists()

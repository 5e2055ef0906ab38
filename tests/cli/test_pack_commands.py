"""`unspasm cold` and `unspasm heat` as commands: what they refuse, and what they exit with."""

from pathlib import Path

import pytest
from tests.cli.running import NO_SIGN, Said, call, start, type_lines

from unspasm.cli.exits import Exit, exit_of_outcome
from unspasm.clock import now
from unspasm.domain.entries import Body
from unspasm.domain.pack_entries import PackKind, PackOff, PackOn
from unspasm.journal import open_journal
from unspasm.journeys.gate_flow import Outcome
from unspasm.paths import content_folder
from unspasm.plain.pack_watch import PlainPackWatch
from unspasm.words import read_words

WORDS = read_words(content_folder())
PACK = WORDS.pack
UP_TO_LENGTH = (*NO_SIGN, "", "0", "0", "6")
"""A whole check, its card, nothing lasting, nothing now, pain 6."""
ON = ("y", "")
"""The alarm was heard, and it is on."""
OFF = ("", "y", "1", "4")
"""It is off, the skin is normal, pain 4."""


def packs_in(folder: Path) -> list[Body]:
    """What was said of packs."""
    journal = open_journal(folder, now())
    try:
        entries = sorted(journal.for_packs(now()), key=lambda entry: entry.at)
        return [entry.body for entry in entries]
    finally:
        journal.close()


def have_one(kind: str = "cold", *more: str) -> Said:
    """Have a pack for a moment, from a whole check to the pain after it."""
    return call(kind, "--minutes", "1", *more, typed=type_lines(*UP_TO_LENGTH, *ON, *OFF))


# --- bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["cold", "heat"])
@pytest.mark.parametrize(
    "minutes",
    ["25", "21", "0", "-3", "-0", "abc", "1.5", "", " ", "12 ", "+5", "1e1", "0x10", "12m",
     "\u0661\u0662", "\u00b2", "9" * 5000, "\x1b[31m", "12\n13"],
    ids=ascii,
)  # fmt: skip
def test_no_other_length_than_1_to_20_whole_minutes_is_taken(
    kind: str, minutes: str, home: Path
) -> None:
    for words in (("--minutes", minutes), (f"--minutes={minutes}",)):
        complaint = call(kind, *words).complaint
        assert complaint.startswith(f"unspasm {kind}: --minutes ")
        assert "a pack stays on for 1 to 20 whole minutes" in complaint
        assert "longer can harm the skin" in complaint
    assert not home.exists()


@pytest.mark.parametrize(
    "words", [["--minutes"], ["12"], ["--minute", "12"], ["--hours", "1"], ["--guest"]], ids=repr
)
def test_what_is_no_word_of_a_pack_is_one_clear_line(words: list[str], home: Path) -> None:
    assert call("cold", *words).complaint.endswith("(try --help)")
    assert not home.exists()


@pytest.mark.parametrize("minutes", ["1", "20", "007"])
def test_every_length_up_to_20_minutes_is_taken(minutes: str, home: Path) -> None:
    typed = type_lines(*UP_TO_LENGTH, *ON, *OFF)

    assert 0 == call("heat", "--minutes", minutes, typed=typed).code
    on = packs_in(home)[0]
    assert isinstance(on, PackOn)
    assert (PackKind.HEAT, int(minutes)) == (on.kind, on.minutes)


@pytest.mark.parametrize("kind", ["cold", "heat"])
def test_help_tells_the_limits(kind: str) -> None:
    said = call(kind, "--help")

    assert (0, "") == (said.code, said.err)
    shown = " ".join(said.out.split())
    for words in ("--minutes N", "1 to 20; 12 unless you say", "20 minutes at most", "--plain",
                  "every 5 minutes", "rests for 2 hours"):  # fmt: skip
        assert words in shown


# --- exits ----------------------------------------------------------------------------------------


def test_a_pack_that_is_done_exits_0(home: Path) -> None:
    said = have_one()

    assert (Exit.DONE, "") == (said.code, said.err)
    assert PACK.plain_minutes.format(minutes=1) not in said.out
    assert [PackOn, PackOff] == [type(body) for body in packs_in(home)][:2]


def test_without_minutes_it_asks_for_them(home: Path) -> None:
    said = call("cold", typed=type_lines(*UP_TO_LENGTH, "15", *ON, *OFF))

    assert PACK.plain_minutes.format(minutes=12) in said.out
    assert 0 == said.code
    on = packs_in(home)[0]
    assert isinstance(on, PackOn)
    assert 15 == on.minutes


def test_a_pack_within_the_rest_is_refused_with_3_and_until_when(home: Path) -> None:
    have_one()
    said = call("heat")

    assert (Exit.REFUSED, "") == (said.code, said.err)
    assert f"{PACK.refused_heading}." in said.out.splitlines()
    assert "The skin rests until " in said.out
    assert 1 == [type(body) for body in packs_in(home)].count(PackOn)


def test_a_pack_under_a_lock_shows_the_card_and_exits_3(home: Path) -> None:
    call("check", typed=type_lines("1"))
    said = call("cold", typed=type_lines("q"))

    assert Exit.REFUSED == said.code
    assert "EMERGENCY. Get help now." in said.out.splitlines()
    assert [] == packs_in(home)


def test_a_sign_on_the_way_shows_its_card_and_exits_3(home: Path) -> None:
    said = call("cold", typed=type_lines("1", "q"))

    assert Exit.REFUSED == said.code
    assert "EMERGENCY. Get help now." in said.out.splitlines()
    assert [] == packs_in(home)


def test_where_nothing_can_be_kept_a_pack_is_refused(home: Path) -> None:
    home.write_text("in the way", encoding="utf-8")
    said = call("cold")

    assert Exit.REFUSED == said.code
    assert PACK.refused_not_kept in said.out.splitlines()


@pytest.mark.parametrize(
    "typed", [("q",), (*UP_TO_LENGTH, "y", "q")], ids=["the first page", "the start"]
)
def test_a_pack_that_is_left_exits_1(home: Path, typed: tuple[str, ...]) -> None:
    assert Exit.NOT_FINISHED == call("cold", "--minutes", "5", typed=type_lines(*typed)).code
    assert [] == packs_in(home)


def test_a_pack_that_is_left_on_exits_1_and_goes_on(home: Path) -> None:
    said = call("cold", "--minutes", "5", typed=type_lines(*UP_TO_LENGTH, *ON, "q"))

    assert Exit.NOT_FINISHED == said.code
    assert said.out.splitlines()[-1].removeprefix(WORDS.plain.prompt).startswith("It goes on")
    assert [PackOn] == [type(body) for body in packs_in(home)]
    again = call("cold")
    assert Exit.REFUSED == again.code
    assert PACK.refused_on_skin in again.out.splitlines()
    assert "Cold pack on: 5:00 left" in call().out


def test_if_the_input_ends_on_the_way_it_exits_1_and_says_so(home: Path) -> None:
    said = call("cold", typed=type_lines("0"))

    assert Exit.NOT_FINISHED == said.code
    assert WORDS.plain.end_of_input == said.out.splitlines()[-1]
    assert [] == packs_in(home)


def test_if_the_input_ends_while_it_is_on_it_exits_1_and_says_when_it_has_to_come_off(
    home: Path,
) -> None:
    typed = type_lines(*UP_TO_LENGTH, *ON).encode()
    said = start("cold", "--minutes", "5", home=home, typed=typed)

    assert (Exit.NOT_FINISHED, "") == (said.code, said.err)
    assert "The pack goes on counting: off at " in said.out.splitlines()[-1]
    assert "\x1b" not in said.out
    assert "\a" not in said.out
    assert [PackOn] == [type(body) for body in packs_in(home)]


def test_ctrl_c_exits_130_and_says_that_the_pack_is_on(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_watch: PlainPackWatch) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(PlainPackWatch, "watch", interrupted)
    said = call("cold", "--minutes", "5", typed=type_lines(*UP_TO_LENGTH, *ON))

    assert (130, "") == (said.code, said.err)
    assert said.out.splitlines()[-1].startswith("A cold pack is on. Take it off at ")
    assert [PackOn] == [type(body) for body in packs_in(home)]


@pytest.mark.parametrize(
    ("outcome", "code"),
    [(Outcome.DONE, 0), (Outcome.REFUSED, 3), (Outcome.LEFT, 1), (None, 1)],
    ids=str,
)
def test_both_faces_exit_by_what_came_of_it(outcome: Outcome | None, code: int) -> None:
    assert code == exit_of_outcome(outcome)


# --- the whole plain app --------------------------------------------------------------------------


def test_the_plain_app_names_a_pack_that_is_on_when_it_is_left(home: Path) -> None:
    typed = type_lines("4", "1", *UP_TO_LENGTH, "5", *ON, "q", "q")
    said = call("--plain", typed=typed)

    assert 0 == said.code
    assert said.out.splitlines()[-1].startswith("A cold pack is on. Take it off at ")

"""Home and the whole app line by line."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.journeys.houses import (
    CATALOGUE,
    FakeClock,
    bodies,
    fill_disk,
    house_at,
    house_without_record,
    kept_in,
)
from tests.plain.talking import NO_SIGN, WORDS, Talk, ask_of, lines_of

from unspasm.domain.entries import Check, EpisodeOver
from unspasm.domain.urgency import Urgency
from unspasm.journal import Trouble
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.house import House

HOME, PLAIN = WORDS.home, WORDS.plain
EMERGENCY = ("2", "1")
SAME_DAY = ("2", "6", *NO_SIGN[1:])
"""From Home: the check, and a sign on its first page."""


def later(folder: Path, clock: FakeClock) -> Talk:
    """The next start of the program."""
    clock.advance()
    return Talk(house_at(folder, clock))


# --- home -----------------------------------------------------------------------------------------


def test_the_first_start_says_what_this_is_and_what_can_be_done(talk: Talk) -> None:
    said = lines_of(talk.app("q"))

    for words in (
        WORDS.app.purpose, WORDS.app.limits, WORDS.app.private, HOME.nothing_yet,
        PLAIN.menu_heading, f"1  {HOME.ease}: {HOME.ease_note}", f"2  {HOME.check}",
        f"3  {HOME.stretch}: {HOME.stretch_note}", f"4  {HOME.packs}: {HOME.packs_note}",
        f"5  {HOME.log}", f"6  {HOME.progress}", f"8  {HOME.page}", f"c  {HOME.card}",
        f"a  {HOME.about}", PLAIN.menu_quit, HOME.worse_plain,
    ):  # fmt: skip
        assert words in said
    assert any(line.startswith(f"7  {WORDS.tips.home}: today: ") for line in said)
    assert f"e  {HOME.over}" not in said
    assert said[-1] == PLAIN.bye


@pytest.mark.parametrize("typed", ["q", "Q", " q "])
def test_q_leaves(talk: Talk, typed: str) -> None:
    talk.app(typed)

    assert not talk.ended_by_end_of_input


@pytest.mark.parametrize("typed", ["", "0", "9", "e", "x", "check", "1 1", "9" * 5000])
def test_anything_else_is_not_understood_and_home_comes_again(talk: Talk, typed: str) -> None:
    said = talk.app(typed, "q")

    assert PLAIN.not_understood.format(text=typed) in lines_of(said) or not typed
    assert said.count(PLAIN.menu_heading) == 2


def test_the_end_of_input_ends_it(talk: Talk) -> None:
    talk.app()

    assert talk.ended_by_end_of_input


def test_what_is_typed_is_never_markup_and_never_steers_the_terminal(talk: Talk) -> None:
    said = talk.app("[red]x[/red]", "\x1b[2J\x07", "{0} %s \\n", "a\u202eb\x00\x9b1m", "q")

    assert "[red]x[/red]" in said
    assert "{0} %s \\n" in said
    assert PLAIN.not_understood.format(text="?[2j?") in said
    assert PLAIN.not_understood.format(text="a?b??1m") in said


def test_worse_asks_at_once(talk: Talk) -> None:
    assert "Page 1 of " in talk.app("!", "q", "q")


def test_after_a_check_home_says_how_it_went(talk: Talk, clock: FakeClock, folder: Path) -> None:
    talk.app("2", *NO_SIGN, "q")
    said = later(folder, clock).app("q")

    assert HOME.checked_self_care.format(when="today at 15:02") in lines_of(said)
    assert f"e  {HOME.over}" in lines_of(said)


def test_without_a_check_there_is_no_card(talk: Talk) -> None:
    assert WORDS.card.no_card in lines_of(talk.app("c", "q"))


def test_the_last_card_can_be_read_again(talk: Talk) -> None:
    said = talk.app("2", *NO_SIGN, "c", "q")

    assert said.count(CATALOGUE.care.cards["self_care"].heading) == 2


def test_a_spasm_is_over_after_a_yes(talk: Talk, house: House, clock: FakeClock) -> None:
    talk.app("2", *NO_SIGN, "e", "maybe", "n", "q")
    assert not bodies(house, EpisodeOver)
    clock.advance()
    said = talk.app("e", "y", "e", "q")

    assert HOME.over_done in lines_of(said)
    assert len(bodies(house, EpisodeOver)) == 1
    assert PLAIN.not_understood.format(text="e") in lines_of(said)


def test_about_you_is_a_page_of_its_own(talk: Talk) -> None:
    said = talk.app("a", "", "q")

    assert WORDS.about.title in lines_of(said)
    assert said.count(PLAIN.menu_heading) == 2


def test_under_16_home_says_so(talk: Talk, house: House) -> None:
    AboutJourney(house, None).set_age("15")

    assert HOME.under_16 in lines_of(talk.app("q"))


def test_leaving_a_check_leads_back_home(talk: Talk) -> None:
    said = talk.app("2", "6", "q", "q")

    assert PLAIN.left in lines_of(said)
    assert HOME.unfinished in lines_of(said)
    assert HOME.unfinished_ticks.format(ticks=ask_of("limb_mild")) in lines_of(said)
    assert f"2  {HOME.check_go_on}" in lines_of(said)


# --- what comes first at the next start -----------------------------------------------------------


def test_an_emergency_card_comes_before_home(talk: Talk, folder: Path, clock: FakeClock) -> None:
    talk.app(*EMERGENCY, "q")
    said = lines_of(later(folder, clock).app("1", "", "q"))

    assert said.index("EMERGENCY. Get help now.") < said.index(PLAIN.menu_heading)
    assert HOME.checked_emergency.format(when="today at 15:02") in said
    assert HOME.called.format(when="today at 15:02") in said


def test_leaving_an_emergency_card_with_nothing_said_leaves_the_program(
    talk: Talk, folder: Path, clock: FakeClock
) -> None:
    talk.app(*EMERGENCY, "q")
    said = later(folder, clock).app("q")

    assert PLAIN.menu_heading not in said
    assert lines_of(said)[-1] == PLAIN.bye


def test_a_same_day_card_comes_first_and_asks_whether_they_spoke_to_someone(
    talk: Talk, folder: Path, clock: FakeClock
) -> None:
    talk.app(*SAME_DAY, "", "q")
    said = lines_of(later(folder, clock).app("", "q"))

    card = CATALOGUE.care.cards["same_day"]
    assert said.index(f"{card.level}. {card.heading}.") < said.index(PLAIN.menu_heading)
    assert said.index(WORDS.card.spoken) < said.index(PLAIN.menu_heading)
    assert HOME.checked_same_day.format(when="today at 15:02") in said


def test_once_seen_no_card_comes_first(talk: Talk, folder: Path, clock: FakeClock) -> None:
    talk.app(*SAME_DAY, "2", "1", "2", "", "q")
    said = lines_of(later(folder, clock).app("q"))

    assert CATALOGUE.care.cards["same_day"].act[0] not in said
    assert HOME.waits in said


def test_a_tick_that_was_not_confirmed_is_shown_first(
    talk: Talk, folder: Path, clock: FakeClock
) -> None:
    talk.app("2", "0", "1?")
    assert talk.ended_by_end_of_input
    said = lines_of(later(folder, clock).app("q", "q"))

    assert said.index(WORDS.check.resumed) < said.index(PLAIN.menu_heading)
    assert f"1. {ask_of('chest')} (not sure)" in said


def test_an_unfinished_check_without_a_tick_waits_on_home(
    talk: Talk, folder: Path, clock: FakeClock
) -> None:
    talk.app("2", "0", "q", "q")
    said = lines_of(later(folder, clock).app("q"))

    assert HOME.unfinished in said
    assert WORDS.check.resumed not in said


def test_a_check_goes_on_from_its_card_at_the_next_start(
    talk: Talk, folder: Path, clock: FakeClock
) -> None:
    talk.app(*EMERGENCY, "q")
    said = later(folder, clock).app("3", "1", "y", "g", *NO_SIGN, "q")

    assert WORDS.check.goes_on in lines_of(said)
    checks = kept_in(folder, clock, Check)
    assert [check.urgency for check in checks if isinstance(check, Check)] == [
        Urgency.EMERGENCY,
        Urgency.SELF_CARE,
    ]


# --- nothing can be kept --------------------------------------------------------------------------


@pytest.mark.parametrize("trouble", Trouble)
def test_what_is_wrong_with_the_record_is_said_on_home(clock: FakeClock, trouble: Trouble) -> None:
    said = lines_of(Talk(house_without_record(clock, trouble)).app("q"))

    assert getattr(WORDS.journal, trouble.value) in said
    assert said[-1] == PLAIN.bye_nothing


def test_on_a_full_disk_nothing_is_called_kept_or_noted(
    talk: Talk, house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.app("2", *NO_SIGN, "q")
    clock.advance()
    fill_disk(house, monkeypatch)
    said = lines_of(talk.app("e", "y", "2", "6", "q", "q"))

    assert WORDS.about.not_kept in said
    assert WORDS.journal.full in said
    assert PLAIN.left_guest in said
    assert not {HOME.over_done, PLAIN.left, PLAIN.bye} & set(said)


# --- whatever is typed ----------------------------------------------------------------------------

some_lines = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "0",
                "1",
                "2",
                "3",
                "4",
                "5",
                "6",
                "7",
                "8",
                "c",
                "a",
                "e",
                "38",
                "1?",
                "?",
                "y",
                "n",
                "u",
                "b",
                "w",
                "g",
                "",
                "!",
            ]
        ),
        st.text(st.characters(exclude_characters="\n\r"), max_size=20),
        st.text("0123456789?., \x1b[]", max_size=12),
    ),
    max_size=40,
)


@settings(max_examples=60)
@given(some_lines)
def test_whatever_is_typed_nothing_breaks_and_nothing_steers_the_terminal(
    typed: list[str],
) -> None:
    Talk(house_without_record(FakeClock()), reads_all=False).app(*typed)
